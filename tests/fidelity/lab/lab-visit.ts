import { Browser } from '../../../src/browser/browser.ts';
import type { Network } from '../../../src/browser/network.ts';
import type { Page } from '../../../src/browser/tab.ts';
import { hasCrossSiteAncestor, partitionSite } from '../../../src/cookies/partition-key.ts';
import { sameSiteText } from '../../../src/cookies/same-site.ts';
import { isExpired } from '../../../src/cookies/expired.ts';
import type { Cookie } from '../../../src/cookies/cookie.ts';
import { fieldValue } from '../../../src/http/fields.ts';
import {
  comparable,
  RequestLog,
  type KeptCookie,
  type Observation,
  type ScriptResult,
} from '../observation.ts';
import type { Scenario } from '../scenario.ts';
import { answerTo, keyOf, scriptOfAnswers, type Answer, type Visit } from '../script-of-answers.ts';
import { realPublicSuffixes } from '../../../src/http/real-public-suffixes.ts';
import { callInLab } from './script-calls.ts';

/** What the lab's own browser makes of a scenario. */
export async function visitInLab(scenario: Scenario): Promise<Observation> {
  const { answers, visits } = scriptOfAnswers(scenario, 'lab');
  const log = new RequestLog();
  const browser = labBrowser(networkOf(answers, log));
  await browser.openTab();
  const script: ScriptResult[] = [];
  for (const visit of visits) {
    const result = await go(browser, visit);
    script.push({ result: result ?? null, cookies: documentCookies(browser) });
  }
  const now = Date.now();
  const alive = browser.jar.all().filter((cookie) => !isExpired(cookie, now));
  return { requests: log.requests, script: comparable(script), jar: alive.map(keptCookie) };
}

async function go(browser: Browser, visit: Visit): Promise<unknown> {
  const tabId = browser.activeTabId ?? '';
  switch (visit.by) {
    case 'reload':
    case 'back':
    case 'forward':
      return browser[visit.by](tabId);
    case 'address':
      return browser.navigate(tabId, visit.url);
    default:
      return depart(browser, tabId, visit);
  }
}

type Departing = Exclude<Visit, { by: 'address' | 'reload' | 'back' | 'forward' }>;

/** From a document: what is not there leads nowhere. */
async function depart(browser: Browser, tabId: string, visit: Departing): Promise<unknown> {
  const documentId = documentsShown(browser)[visit.depth]?.id ?? '';
  const access = browser.scriptAccess(documentId);
  if (access === null) return 'no document';
  switch (visit.by) {
    case 'script':
      return callInLab(access, visit.call);
    case 'location':
      return access.navigate(visit.url);
    case 'link':
      return browser.followLink(tabId, visit.url, { documentId, target: targetOf(visit) });
    case 'get-form':
    case 'post-form': {
      const form = {
        action: visit.url,
        method: visit.by === 'post-form' ? 'POST' : 'GET',
        entries: [...new URL(visit.url).searchParams],
        target: targetOf(visit),
      };
      return browser.submitForm(tabId, form, { documentId });
    }
  }
}

function targetOf({ into }: Extract<Departing, { into: unknown }>): string {
  return into === 'itself' ? '' : into;
}

function documentsShown({ activeTab }: Browser): readonly Page[] {
  const pages: Page[] = [];
  for (let page = activeTab?.page ?? null; page !== null; page = page.frames[0]?.page ?? null)
    pages.push(page);
  return pages;
}

function documentCookies(browser: Browser): readonly unknown[] {
  return documentsShown(browser).map(({ id }) => {
    const read = browser.scriptAccess(id)?.readCookie();
    return read?.ok === true ? read.value : { throws: read?.exception ?? '' };
  });
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
    return Promise.resolve(answerTo(answer, method, fieldValue(fields, 'Origin')));
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
    partition: cookie.partitionKey === null ? '' : partitionSite(cookie.partitionKey),
    hasCrossSiteAncestor: cookie.partitionKey !== null && hasCrossSiteAncestor(cookie.partitionKey),
  };
}
