import { siteOf } from '../../../src/http/origin.ts';
import { realPublicSuffixes } from '../../../src/http/real-public-suffixes.ts';
import type { KeptCookie, ScriptResult } from '../observation.ts';
import type { Visit } from '../script-of-answers.ts';
import type { DevToolsPipe } from './devtools-pipe.ts';
import { callExpression, readCookies } from './script-calls.ts';
import { Tab } from './tab.ts';
import { formExpression, linkExpression, locationExpression } from './user-actions.ts';

interface DevToolsCookie extends Omit<
  KeptCookie,
  'sameSite' | 'partition' | 'hasCrossSiteAncestor'
> {
  readonly sameSite?: string;
  readonly sourceScheme: string;
  readonly partitionKey?: { readonly topLevelSite: string; readonly hasCrossSiteAncestor: boolean };
}

/** What is left of a visit beside the requests. */
export interface Visited {
  readonly script: readonly ScriptResult[];
  readonly jar: readonly KeptCookie[];
}

/** One isolated browser context; scenarios run in it one after the other. */
export class Lane {
  private constructor(
    readonly pipe: DevToolsPipe,
    readonly browserContextId: string,
    readonly first: Tab,
  ) {}

  static async open(pipe: DevToolsPipe): Promise<Lane> {
    const { browserContextId } = await pipe.send('Target.createBrowserContext');
    const blank = { url: 'about:blank', browserContextId };
    const { targetId } = await pipe.send('Target.createTarget', blank);
    const first = await Tab.attach(pipe, targetId as string);
    return new Lane(pipe, browserContextId as string, first);
  }

  /** Goes through a scenario with an empty jar and gives the jar back as it is then. */
  async visit(visits: readonly Visit[]): Promise<Visited> {
    const { browserContextId } = this;
    await this.pipe.send('Storage.clearCookies', { browserContextId });
    // A full history (50 entries) drops the oldest one that was left without a user's gesture, which may be
    // one of this very scenario.
    await this.first.send('Page.resetNavigationHistory');
    const script: ScriptResult[] = [];
    const opened: Tab[] = [];
    for (const visit of visits) {
      const tab = opened.at(-1) ?? this.first;
      const result = await this.#go(tab, visit, opened);
      const cookies = await documentCookies(opened.at(-1) ?? this.first);
      script.push({ result, cookies });
    }
    const { cookies } = await this.pipe.send('Storage.getCookies', { browserContextId });
    for (const tab of opened) await tab.close();
    return { script, jar: (cookies as DevToolsCookie[]).map(keptCookie) };
  }

  /** Gives what script was given, or else what became of a step that leads somewhere. */
  async #go(tab: Tab, visit: Visit, opened: Tab[]): Promise<unknown> {
    const frames = await tab.frames();
    if (visit.by === 'script')
      return tab.evaluate(frames[visit.depth] ?? '', callExpression(visit.call));
    if ('into' in visit && visit.into === '_blank') {
      const before = await this.#targetIds();
      await act(tab, frames, visit);
      opened.push(await this.#newTab(before));
      return null;
    }
    const moved = 'into' in visit && visit.into === 'itself' ? visit.depth : 0;
    const loaded = tab.nextLoad(frames[moved] ?? '');
    await act(tab, frames, visit);
    return (await loaded) ? null : 'never loaded';
  }

  async #targetIds(): Promise<readonly string[]> {
    const { targetInfos } = await this.pipe.send('Target.getTargets');
    return (targetInfos as { type: string; targetId: string; browserContextId: string }[])
      .filter(({ type }) => type === 'page')
      .filter(({ browserContextId }) => browserContextId === this.browserContextId)
      .map(({ targetId }) => targetId);
  }

  async #newTab(before: readonly string[]): Promise<Tab> {
    for (;;) {
      const targetId = (await this.#targetIds()).find((id) => !before.includes(id));
      if (targetId === undefined) continue;
      const tab = await Tab.attach(this.pipe, targetId);
      await tab.arrived();
      return tab;
    }
  }
}

async function act(tab: Tab, frames: readonly string[], visit: Visit): Promise<void> {
  switch (visit.by) {
    case 'reload':
      return void (await tab.send('Page.reload'));
    case 'back':
      return travel(tab, -1);
    case 'forward':
      return travel(tab, 1);
    case 'address':
      return void (await tab.send('Page.navigate', { url: visit.url, transitionType: 'typed' }));
    case 'script':
      return;
    default: {
      const { by, url, into } = visit;
      const target = into === 'itself' ? '' : into;
      const from = frames[visit.depth] ?? '';
      if (by === 'location') await tab.evaluate(from, locationExpression(url));
      else if (by === 'link') await tab.evaluate(from, linkExpression(url, target), true);
      else await tab.evaluate(from, formExpression(url, by === 'post-form', target), true);
    }
  }
}

async function travel(tab: Tab, distance: number): Promise<void> {
  const { currentIndex, entries } = await tab.send('Page.getNavigationHistory');
  const entry = (entries as { id: number }[])[(currentIndex as number) + distance];
  if (entry !== undefined) await tab.send('Page.navigateToHistoryEntry', { entryId: entry.id });
}

/** What `document.cookie` gives in each document, outermost first. */
async function documentCookies(tab: Tab): Promise<readonly unknown[]> {
  const frames = await tab.frames();
  return Promise.all(frames.map((frame) => tab.evaluate(frame, readCookies)));
}

function keptCookie(cookie: DevToolsCookie): KeptCookie {
  const { sameSite, partitionKey, sourceScheme, ...kept } = cookie;
  const { name, value, domain, path, expires, httpOnly, secure } = kept;
  const partition = partitionKey?.topLevelSite ?? '';
  const scheme = sourceScheme === 'Secure' ? 'https' : 'http';
  const site = siteOf(`${scheme}://${domain.replace(/^\./, '')}`, realPublicSuffixes);
  return {
    name,
    value,
    domain,
    path,
    expires,
    httpOnly,
    secure,
    sameSite: sameSite ?? '',
    partition,
    // Under another site's page there is nothing to tell apart.
    hasCrossSiteAncestor: partition === site && partitionKey?.hasCrossSiteAncestor === true,
  };
}
