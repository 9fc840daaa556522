import { Browser } from '../../../src/browser/browser.ts';
import type { Network } from '../../../src/browser/network.ts';
import { sameSiteText } from '../../../src/cookies/same-site.ts';
import { isExpired } from '../../../src/cookies/expired.ts';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import { RequestLog, type KeptCookie, type Observation } from '../observation.ts';
import type { Scenario } from '../scenario.ts';
import { keyOf, scriptOfAnswers, type Answer, type Visit } from '../script-of-answers.ts';
import { realPublicSuffixes } from './public-suffixes.ts';

/** What the lab's own browser makes of a scenario. */
export async function visitInLab(scenario: Scenario): Promise<Observation> {
  const { answers, visits } = scriptOfAnswers(scenario, 'lab');
  const log = new RequestLog();
  const browser = labBrowser(networkOf(answers, log));
  const tabId = await browser.openTab();
  for (const visit of visits) await go(browser, tabId, visit);
  const now = Date.now();
  const alive = browser.jar.all().filter((cookie) => !isExpired(cookie, now));
  return { requests: log.requests, jar: alive.map(keptCookie) };
}

function go(browser: Browser, tabId: string, visit: Visit): Promise<void> {
  switch (visit.by) {
    case 'reload':
      return browser.reload(tabId);
    case 'address':
      return browser.navigate(tabId, visit.url);
    case 'link':
      return browser.followLink(tabId, visit.url);
    case 'get-form':
    case 'post-form':
      return browser.submitForm(tabId, {
        action: visit.url,
        method: visit.by === 'post-form' ? 'POST' : 'GET',
        entries: [...new URL(visit.url).searchParams],
      });
  }
}

function labBrowser(network: Network): Browser {
  let count = 0;
  return new Browser({
    id: 'lab',
    network,
    observe: () => undefined,
    now: Date.now,
    nextId: (prefix) => `${prefix}-${String(++count)}`,
    cookies: new Map(),
    tabs: new Map(),
    state: new Map(),
    storage: new Map(),
    acceptLanguage: () => 'en',
    homeUrl: 'about:blank',
    jar: { publicSuffixes: realPublicSuffixes },
    reaches: () => true,
  });
}

function networkOf(answers: ReadonlyMap<string, Answer>, log: RequestLog): Network {
  return ({ method, targetUri, fields }) => {
    const key = keyOf(targetUri) ?? '';
    const answer = answers.get(key);
    if (answer === undefined) throw new Error(`Nobody answers at ${targetUri}`);
    const named = fields.map(([name, value]) => [name.toLowerCase(), asOctets(value)] as const);
    log.add(key, method, new Map(named));
    return Promise.resolve(answer);
  };
}

/** As it goes over the wire, each octet as one character. */
function asOctets(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function keptCookie(cookie: Cookie): KeptCookie {
  const { name, value, domain, path, expiryTime, httpOnly, secureOnly, sameSite } = cookie;
  return {
    name,
    value,
    domain: cookie.hostOnly ? domain : `.${domain}`,
    path,
    expires: expiryTime === null ? -1 : expiryTime / 1000,
    httpOnly,
    secure: secureOnly,
    sameSite: sameSite === 'unspecified' ? '' : sameSiteText(sameSite),
    partition: cookie.partitionKey ?? '',
  };
}
