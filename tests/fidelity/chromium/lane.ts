import type { KeptCookie } from '../observation.ts';
import type { Visit } from '../script-of-answers.ts';
import type { DevToolsPipe } from './devtools-pipe.ts';
import { formExpression, linkExpression } from './user-actions.ts';

/** Milliseconds after which a page that does not come is given up. */
const PATIENCE = 20_000;

interface DevToolsCookie extends Omit<KeptCookie, 'sameSite' | 'partition'> {
  readonly sameSite?: string;
  readonly partitionKey?: { readonly topLevelSite: string; readonly hasCrossSiteAncestor: boolean };
}

/** One tab of one isolated browser context; scenarios run in it one after the other. */
export class Lane {
  private constructor(
    readonly pipe: DevToolsPipe,
    readonly browserContextId: string,
    readonly sessionId: string,
  ) {}

  static async open(pipe: DevToolsPipe): Promise<Lane> {
    const { browserContextId } = await pipe.send('Target.createBrowserContext');
    const { targetId } = await pipe.send('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
    });
    const { sessionId } = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    await pipe.send('Page.enable', {}, sessionId as string);
    return new Lane(pipe, browserContextId as string, sessionId as string);
  }

  /** Goes through a scenario with an empty jar and gives the jar back as it is then. */
  async visit(visits: readonly Visit[]): Promise<readonly KeptCookie[]> {
    const { browserContextId } = this;
    await this.pipe.send('Storage.clearCookies', { browserContextId });
    for (const visit of visits) await this.#go(visit);
    const { cookies } = await this.pipe.send('Storage.getCookies', { browserContextId });
    return (cookies as DevToolsCookie[]).map(keptCookie);
  }

  async #go(visit: Visit): Promise<void> {
    const loaded = this.#nextLoad(visit);
    await this.#act(visit);
    await loaded;
  }

  async #act(visit: Visit): Promise<void> {
    switch (visit.by) {
      case 'reload':
        return void (await this.#send('Page.reload'));
      case 'address':
        return void (await this.#send('Page.navigate', {
          url: visit.url,
          transitionType: 'typed',
        }));
      case 'link':
        return this.#evaluate(linkExpression(visit.url));
      case 'get-form':
      case 'post-form':
        return this.#evaluate(formExpression(visit.url, visit.by === 'post-form'));
    }
  }

  #nextLoad(visit: Visit): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.pipe.on(this.sessionId, 'Page.loadEventFired', () => {
        clearTimeout(timer);
        stop();
        resolve();
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Chromium never loaded ${JSON.stringify(visit)}`));
      }, PATIENCE);
    });
  }

  /** Runs script as if the user had just clicked. */
  async #evaluate(expression: string): Promise<void> {
    await this.#send('Runtime.evaluate', { expression, userGesture: true });
  }

  #send(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return this.pipe.send(method, params, this.sessionId);
  }
}

function keptCookie(cookie: DevToolsCookie): KeptCookie {
  const { name, value, domain, path, expires, httpOnly, secure, sameSite, partitionKey } = cookie;
  return {
    name,
    value,
    domain,
    path,
    expires,
    httpOnly,
    secure,
    sameSite: sameSite ?? '',
    partition: partitionKey === undefined ? '' : partitionOf(partitionKey, domain),
  };
}

/** As the lab writes it: Chromium's second half says something new of a site's own cookies only. */
function partitionOf(
  { topLevelSite, hasCrossSiteAncestor }: NonNullable<DevToolsCookie['partitionKey']>,
  domain: string,
): string {
  const top = new URL(topLevelSite);
  const isOwnHost = domain === top.hostname || domain.endsWith(`.${top.hostname}`);
  // Such cookies came by TLS: a page without it is of another site.
  const isOwn = isOwnHost && top.protocol === 'https:';
  return isOwn && hasCrossSiteAncestor ? `${topLevelSite} (cross-site ancestor)` : topLevelSite;
}
