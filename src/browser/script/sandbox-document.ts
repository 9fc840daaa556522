import { bootstrapHash } from 'virtual:sandbox-bootstrap-hash';
import { sandboxHtml } from './sandbox-html.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(input: string): string },
  ): { createHTML(input: string): unknown };
}

let policy: { createHTML(input: string): unknown } | null = null;

/** The sandbox's only document. Trusted Types let just this text through (policy `script-sandbox`). */
export function sandboxDocument(bootstrap: string): string {
  const html = sandboxHtml(bootstrap, bootstrapHash);
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return html;
  policy ??= trustedTypes.createPolicy('script-sandbox', {
    createHTML: (input) => {
      if (input !== html) throw new TypeError('The sandbox takes its own document only');
      return input;
    },
  });
  return policy.createHTML(html) as string;
}
