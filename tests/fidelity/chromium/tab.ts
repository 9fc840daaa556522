import type { DevToolsPipe } from './devtools-pipe.ts';

/** Milliseconds after which a document that does not come is given up. */
const PATIENCE = 40_000;

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

/** One tab of Chromium, its frames and their script. */
export class Tab {
  readonly #contexts = new Map<string, number>();

  private constructor(
    readonly pipe: DevToolsPipe,
    readonly targetId: string,
    readonly sessionId: string,
  ) {}

  static async attach(pipe: DevToolsPipe, targetId: string): Promise<Tab> {
    const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab(pipe, targetId, attached['sessionId'] as string);
    tab.#listen();
    await Promise.all([
      tab.send('Page.enable'),
      tab.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      tab.send('Runtime.enable'),
    ]);
    return tab;
  }

  send(
    method: string,
    params: Readonly<Record<string, unknown>> = {},
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.pipe.send(method, params, this.sessionId);
  }

  /** Ids of the frames from the tab itself down to the innermost: each document holds one at most. */
  async frames(): Promise<readonly string[]> {
    const { frameTree } = await this.send('Page.getFrameTree');
    const ids: string[] = [];
    for (let tree = frameTree as FrameTree | undefined; tree; tree = tree.childFrames?.[0])
      ids.push(tree.frame.id);
    return ids;
  }

  /** The value of an expression in a frame's document, a promise awaited. */
  async evaluate(
    frameId: string | null,
    expression: string,
    userGesture = false,
  ): Promise<unknown> {
    const options = { userGesture, awaitPromise: true, returnByValue: true };
    const contextId = frameId === null ? undefined : this.#contexts.get(frameId);
    if (frameId !== null && contextId === undefined) return 'no document';
    const evaluated = await this.send('Runtime.evaluate', { expression, contextId, ...options });
    return (evaluated['result'] as { readonly value?: unknown }).value;
  }

  /** Whether the document that the frame loads next, and all that it embeds, has arrived before patience ended. */
  nextLoad(frameId: string): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (hasLoaded: boolean): void => {
        clearTimeout(timer);
        stop();
        resolve(hasLoaded);
      };
      const stop = this.pipe.on(this.sessionId, 'Page.lifecycleEvent', (event) => {
        if (event['name'] === 'load' && event['frameId'] === frameId) end(true);
      });
      const timer = setTimeout(() => end(false), PATIENCE);
    });
  }

  /** Waits for the first document of a tab that has just been opened. */
  async arrived(): Promise<void> {
    const isThere = `location.href !== 'about:blank' &&
      performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0`;
    const deadline = performance.now() + PATIENCE;
    while (performance.now() < deadline) {
      if ((await this.evaluate(null, isThere)) === true) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async close(): Promise<void> {
    await this.pipe.send('Target.closeTarget', { targetId: this.targetId });
  }

  #listen(): void {
    this.pipe.on(this.sessionId, 'Runtime.executionContextCreated', ({ context }) => {
      const { id, auxData } = context as { id: number; auxData: Record<string, unknown> };
      if (auxData['isDefault'] === true) this.#contexts.set(auxData['frameId'] as string, id);
    });
  }
}
