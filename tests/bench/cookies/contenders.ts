import { CookieJar as ToughCookieJar, MemoryCookieStore } from 'tough-cookie';
import type { CookieAccess } from '../../../src/cookies/access.ts';
import { CookieJar } from '../../../src/cookies/cookie-jar.ts';
import type { CookieLimits } from '../../../src/cookies/eviction.ts';
import { publicSuffixList } from './public-suffix-list.ts';

/** A cookie jar under measurement. */
export interface Contender {
  set(fieldValue: string, url: string): void;
  /** The `Cookie` field's value. */
  retrieve(url: string): string;
}

/** None, as tough-cookie has none: 10,000 cookies must fit. */
const NO_LIMITS: CookieLimits = {
  perDomain: Infinity,
  purgePerDomain: 0,
  quotas: { low: 0, medium: 0, high: 0 },
  total: Infinity,
  purgeTotal: 0,
  perPartition: Infinity,
  octetsPerPartition: Infinity,
};

/** Our jar, which gives every cookie's reason with what it retrieves. */
export function ourJar(): Contender {
  const jar = new CookieJar(new Map(), { limits: NO_LIMITS, publicSuffixes: publicSuffixList });
  const access = (url: string): CookieAccess => ({
    url,
    api: 'http',
    sameSiteContext: 'strict',
    topLevelSite: null,
    now: Date.now(),
  });
  return {
    set: (fieldValue, url) => void jar.set(fieldValue, access(url)),
    retrieve(url) {
      const request = access(url);
      const retrieval = jar.retrieve(request);
      jar.touch(retrieval, request.now);
      return retrieval.fieldValue ?? '';
    },
  };
}

export function toughJar(): Contender {
  const jar = new ToughCookieJar(new MemoryCookieStore());
  return {
    set: (fieldValue, url) => void jar.setCookieSync(fieldValue, url),
    retrieve: (url) => jar.getCookieStringSync(url),
  };
}
