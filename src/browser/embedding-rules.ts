import type { Rule } from '../http/rule.ts';
import type { RefusalCode } from './address.ts';
import { mayEmbedCredentials } from './embedded-credentials.ts';
import { byTls, isMixedContent, isUpgradeable, prohibitsMixedContent } from './mixed-content.ts';
import type { Destination } from './planned-request.ts';
import type { Page } from './tab.ts';

/** What a document embeds; a frame's document too, wherever the frame goes. */
export type EmbeddedDestination = Exclude<Destination, 'document' | 'empty'>;

export type EmbeddingRefusalCode = 'mixed-content' | 'url-with-credentials';

/** Why a document does not get what it embeds, whatever the server would say. */
export type ResourceRefusalCode =
  EmbeddingRefusalCode | RefusalCode | 'too-many-redirects' | 'blocked-by-policy';

/** What becomes of an address before anything is sent there. */
export type GateVerdict =
  /** By this address, which may be another than the one that was asked for. */
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: EmbeddingRefusalCode };

/** Asked about the address of a request, and about each to which its redirects lead. */
export type Gate = (url: string, isRedirect: boolean) => GateVerdict;

/**
 * What stands between a document and what it embeds, as Chromium has it: pictures are asked for by TLS where
 * the document came by TLS, other mixed content not at all, nor what has a user's password in its address.
 * @param documents the embedding document last, before it those that hold it
 * @param first where the first request goes
 */
export function embeddingGate(
  documents: readonly Page[],
  destination: EmbeddedDestination,
  first: string,
): Gate {
  const embedder = documents.at(-1);
  const prohibits = prohibitsMixedContent(documents);
  const isPicture = destination === 'image';
  const upgrades = isPicture && isUpgradeable(first);
  return (url, isRedirect) => {
    if (embedder !== undefined && !mayEmbedCredentials(url, embedder))
      return { ok: false, code: 'url-with-credentials' };
    if (!prohibits) return { ok: true, url };
    // Chromium leaves the machine itself out, but for redirects.
    if (upgrades) return { ok: true, url: isRedirect || isMixedContent(url) ? byTls(url) : url };
    // A picture that was let through is not looked at again.
    const isExempt = isPicture && isRedirect;
    if (isMixedContent(url) && !isExempt) return { ok: false, code: 'mixed-content' };
    return { ok: true, url };
  };
}

const rules: Readonly<Record<Exclude<ResourceRefusalCode, 'blocked-by-policy'>, Rule>> = {
  'mixed-content': { document: 'MixedContent', section: '4.4' },
  'url-with-credentials': { document: 'Chromium' },
  'invalid-url': { document: 'Fetch', section: '4.1' },
  'unsupported-scheme': { document: 'Fetch', section: '4.1' },
  'outside-the-lab': { document: 'Fetch', section: '4.1' },
  'too-many-redirects': { document: 'Fetch', section: '4.5' },
};

/** Where it says so. */
export function embeddingRule(code: keyof typeof rules): Rule {
  return rules[code];
}

/** By which a picture is asked for by TLS. */
export const upgradeRule: Rule = { document: 'MixedContent', section: '4.1' };
