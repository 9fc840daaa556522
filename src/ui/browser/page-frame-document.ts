const shell = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="script-src 'none'"></head><body></body></html>`;

let policy: { createHTML(input: string): unknown } | null = null;

/**
 * The page frame's only HTML: an empty standards-mode document in which no script may run, whatever comes into
 * it. Trusted Types let just this text through (policy `page-frame`); all that is shown is added as nodes.
 */
export function pageFrameDocument(): string {
  if (typeof trustedTypes === 'undefined') return shell;
  policy ??= trustedTypes.createPolicy('page-frame', {
    createHTML: (input: string) => {
      if (input !== shell) throw new TypeError('The page frame takes its own document only');
      return input;
    },
  });
  return policy.createHTML(shell) as string;
}

declare const trustedTypes:
  | undefined
  | {
      createPolicy(
        name: string,
        rules: { createHTML(input: string): string },
      ): { createHTML(input: string): unknown };
    };
