import { flushSync } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { FakePage } from '../../unit/lab/fake-ticker.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
});

/** Reads something of the lab as a component does, and keeps what it has seen. */
function watch<Value>(read: () => Value): Value[] {
  const seen: Value[] = [];
  stop = $effect.root(() => {
    const value = $derived(read());
    $effect(() => {
      seen.push(value);
    });
  });
  flushSync();
  return seen;
}

describe('reading a lab while it changes', () => {
  it.each<readonly [what: string, read: (lab: Lab) => unknown, before: unknown, after: unknown]>([
    [
      'the session table',
      (lab) => lab.sessions.some(({ userId }) => userId === 'alice'),
      false,
      true,
    ],
    ['the jar', (lab) => lab.browser.jar.all().length > 0, false, true],
    ['the log', (lab) => lab.log.length > 0, false, true],
    [
      'the exchanges',
      (lab) => lab.exchanges.every(({ endedAt }) => endedAt !== null) && lab.exchanges.length > 1,
      false,
      true,
    ],
    ['one exchange', (lab) => lab.exchange('exchange-1')?.response?.status, undefined, 200],
    ['the page', (lab) => lab.browser.activeTab?.page !== null, false, true],
    ['the secrets', (lab) => lab.knownSecrets.size > 0, false, true],
    ['whether it can be undone', (lab) => lab.canUndo, false, true],
  ])('shows %s, and shows it taken back', async (_what, read, before, after) => {
    const lab = testLab();
    const seen = watch(() => read(lab));
    await signIn(lab);
    flushSync();
    expect(seen.at(0)).toEqual(before);
    expect(seen.at(-1)).toEqual(after);
    while (lab.canUndo) lab.undo();
    flushSync();
    expect(seen.at(-1)).toEqual(before);
  });

  it('shows settings, clock, stage and business', async () => {
    const lab = testLab();
    const seen = watch(
      () =>
        `${lab.settings.remember} ${lab.clock.now % 60_000} ${lab.browserId} ${String(lab.busy)}`,
    );
    lab.changeSettings({ remember: 'nothing' });
    lab.advance(1000);
    lab.showBrowser('mallory-laptop');
    const visiting = lab.visit('https://shop.example/');
    flushSync();
    expect(seen.at(-1)).toBe('nothing 1000 mallory-laptop true');
    await visiting;
    flushSync();
    expect(seen.at(-1)).toBe('nothing 1000 mallory-laptop false');
  });

  it('may be acted upon from an effect without going round in circles', () => {
    const lab = testLab();
    let runs = 0;
    stop = $effect.root(() => {
      $effect(() => {
        runs += 1;
        lab.advance(1);
        lab.changeSettings({ idleTimeoutSeconds: 60 });
        lab.undo();
      });
    });
    flushSync();
    expect(runs).toBe(1);
  });
});

it('an effect that pauses the clock when it is torn down leaves the time as it is', async () => {
  const page = new FakePage();
  const lab = testLab({ ticker: page, monotonicNow: page.monotonicNow });
  stop = $effect.root(() => {
    $effect(() => {
      void lab.clock.now;
      lab.clock.start();
      return () => {
        lab.clock.pause();
      };
    });
  });
  flushSync();
  const before = lab.clock.now;
  lab.advance(60_000);
  page.pass(5);
  flushSync();
  expect(lab.clock.now).toBe(before + 60_005);
});
