/**
 * The sandbox's document: a policy of its own, stricter than the page's, which it inherits too, and the
 * bootstrap, allowed by its hash in both.
 */
export function sandboxHtml(bootstrap: string, bootstrapHash: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${bootstrapHash} blob:`,
    'worker-src blob:',
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types page-script',
  ].join('; ');
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${bootstrap}</script>`;
}
