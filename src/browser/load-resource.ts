import type { HttpResponse } from '../http/message.ts';
import { checkAddress } from './address.ts';
import type { DocumentPlace } from './document-place.ts';
import { resourceRequest } from './document-request.ts';
import {
  embeddingGate,
  embeddingRule,
  upgradeRule,
  type EmbeddedDestination,
  type Gate,
  type ResourceRefusalCode,
} from './embedding-rules.ts';
import type { BrowserEvent } from './events.ts';
import type { Surroundings } from './exchange.ts';
import type { Flight } from './flight.ts';
import { followRedirects } from './follow-redirects.ts';
import type { Rule } from '../http/rule.ts';

type Resource = 'image' | 'style' | 'script';

/** Asks for one thing that a document embeds; `null` where it did not arrive. */
export async function loadResource(
  surroundings: Surroundings,
  url: string,
  destination: Resource,
  place: DocumentPlace,
  flight: Flight,
): Promise<HttpResponse | null> {
  const block = (
    address: string,
    code: Exclude<ResourceRefusalCode, 'blocked-by-policy'>,
  ): null => {
    const why = { code, rule: embeddingRule(code), values: {} };
    tellBlocked(surroundings, place, destination, address, why);
    return null;
  };
  const target = checkAddress(url, surroundings.reaches);
  if (!target.ok) return block(target.url, target.code);
  const request = resourceRequest(target.url, destination, place);
  const gate = tellingGate(surroundings, place, destination, target.url);
  const outcome = await followRedirects(surroundings, request, flight, gate);
  if (flight.aborted) return null;
  if (outcome.ok) return outcome.response;
  return 'refused' in outcome ? block(outcome.url, outcome.refused) : null;
}

/** Tells that something was not asked for, and why. */
export function tellBlocked(
  { browserId, observe }: Surroundings,
  { tabId, page }: Pick<DocumentPlace, 'tabId' | 'page'>,
  destination: EmbeddedDestination,
  resourceUrl: string,
  {
    code,
    rule,
    values,
  }: {
    readonly code: ResourceRefusalCode;
    readonly rule: Rule;
    readonly values: Extract<BrowserEvent, { type: 'resource-blocked' }>['values'];
  },
): void {
  const document = { browserId, tabId, documentId: page.id, url: page.url };
  observe({ type: 'resource-blocked', ...document, destination, resourceUrl, code, rule, values });
}

function tellingGate(
  { browserId, observe }: Surroundings,
  { tabId, page, ancestors }: DocumentPlace,
  destination: Resource,
  first: string,
): Gate {
  const gate = embeddingGate([...ancestors, page], destination, first);
  const document = { browserId, tabId, documentId: page.id, url: page.url };
  return (resourceUrl, isRedirect) => {
    const verdict = gate(resourceUrl, isRedirect);
    if (verdict.ok && verdict.url !== resourceUrl)
      observe({ type: 'resource-upgraded', ...document, resourceUrl, rule: upgradeRule });
    return verdict;
  };
}
