import { hashSource } from './hash-source.ts';
import { sandboxBootstrapHash } from './script-realm-plugin.ts';

/**
 * The Trusted Types policies that the site may make: Svelte's own, the one that lets the service worker's
 * URL through, the page frame's, the two of the script sandbox, and those that let the workers of the dictionary and of recordings through.
 */
const trustedTypePolicies = [
  'svelte-trusted-html',
  'default',
  'page-frame',
  'script-sandbox',
  'page-script',
  'dictionary',
  'recording',
] as const;

/** Adds the content security policy to a built document, with the hashes of the inline scripts in it. */
export function withPolicy(html: string): string {
  const policy = contentSecurityPolicy(inlineScripts(html).map(hashSource)).join('; ');
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error('the document does not begin with its character set');
  return html.replace(
    charset,
    (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

function contentSecurityPolicy(scriptHashes: readonly string[]): readonly string[] {
  return [
    "default-src 'self'",
    // The sandbox's worker loads each line of script from a blob; in this page Trusted Types let none in.
    ["script-src 'self'", ...scriptHashes, sandboxBootstrapHash(), 'blob:'].join(' '),
    "style-src 'self'",
    "connect-src 'self' https://*.example:*",
    "img-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypePolicies.join(' ')}`,
  ];
}

/** The text of each script that stands in the document itself. */
function inlineScripts(html: string): readonly string[] {
  const scripts = html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/gi);
  return [...scripts]
    .filter(({ groups }) => !/\ssrc\s*=/i.test(groups?.['attributes'] ?? ''))
    .map(({ groups }) => groups?.['text'] ?? '');
}
