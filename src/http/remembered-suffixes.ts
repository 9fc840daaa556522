import type { PublicSuffixes } from './public-suffixes.ts';

/** So many hosts' registrable domains are remembered. */
const REMEMBERED = 1000;

/** The same answers, without asking again about a host that was just asked about. */
export function rememberedSuffixes(suffixes: PublicSuffixes): PublicSuffixes {
  const domains = new Map<string, string | null>();
  return {
    isPublicSuffix: (host) => suffixes.isPublicSuffix(host),
    registrableDomain(host) {
      const known = domains.get(host);
      if (known !== undefined) return known;
      if (domains.size >= REMEMBERED) domains.clear();
      const domain = suffixes.registrableDomain(host);
      domains.set(host, domain);
      return domain;
    },
  };
}
