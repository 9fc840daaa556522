import { fieldValue } from '../../http/fields.ts';
import type { HttpRequest } from '../../http/message.ts';

/** What the ad server has written down under one identifier: nothing but when it was shown, and where. */
export interface AdProfile {
  readonly id: string;
  /** How often an ad was shown to it. */
  readonly shown: number;
  /** Hosts of the pages that showed one, each once, in the order in which they first did. */
  readonly hosts: readonly string[];
}

/** The profile with one more ad, shown on a page of that host. */
export function withAdShown(profile: AdProfile, host: string): AdProfile {
  const hosts = profile.hosts.includes(host) ? profile.hosts : [...profile.hosts, host];
  return { ...profile, shown: profile.shown + 1, hosts };
}

export function newProfile(id: string): AdProfile {
  return { id, shown: 0, hosts: [] };
}

/** The host of the page around the ad, as `Referer` names it; the ad server's own where there is none. */
export function embeddingHost(request: HttpRequest, ownHost: string): string {
  return URL.parse(fieldValue(request.fields, 'referer') ?? '')?.hostname ?? ownHost;
}
