import { describe, expect, it, vi } from 'vitest';
import { LabClock } from '../../../src/lab/clock.svelte.ts';
import { FakePage } from './fake-ticker.ts';

const startTime = Date.parse('2026-11-02T14:00:00+09:00');

function runningClock(moved?: (now: number) => void) {
  const page = new FakePage();
  const clock = new LabClock({
    startTime,
    monotonicNow: page.monotonicNow,
    ticker: page,
    ...(moved && { moved }),
  });
  clock.start();
  return { page, clock };
}

describe('the clock', () => {
  it('passes with real time while the page is visible', () => {
    const { page, clock } = runningClock();
    page.pass(2500);
    expect(clock.read()).toBe(startTime + 2500);
    page.tick();
    expect(clock.now).toBe(startTime + 2500);
  });

  it('stands still while the page is hidden', () => {
    const { page, clock } = runningClock();
    page.pass(1000);
    page.hide();
    page.pass(3_600_000);
    page.show();
    expect(clock.read()).toBe(startTime + 1000);
    page.pass(10);
    expect(clock.read()).toBe(startTime + 1010);
  });

  it('lets no day pass while the computer sleeps with the page open', () => {
    const { page, clock } = runningClock();
    page.pass(1000);
    page.tick();
    page.pass(24 * 3_600_000);
    const onWaking = clock.read();
    expect(onWaking - startTime).toBeLessThan(60_000);
    page.tick();
    expect(clock.now).toBe(onWaking);
    page.pass(10);
    expect(clock.read()).toBe(onWaking + 10);
  });

  it('does not begin to run in a page that nobody can see', () => {
    const page = new FakePage();
    page.visible = false;
    const clock = new LabClock({ startTime, monotonicNow: page.monotonicNow, ticker: page });
    clock.start();
    page.pass(5000);
    expect(clock.read()).toBe(startTime);
  });

  it('stands still when paused, and goes on where it stood', () => {
    const { page, clock } = runningClock();
    page.pass(1000);
    clock.pause();
    page.pass(9000);
    page.tick();
    expect(clock.running).toBe(false);
    expect(clock.now).toBe(startTime + 1000);
    clock.start();
    page.pass(1);
    expect(clock.read()).toBe(startTime + 1001);
  });

  it('keeps fractions of milliseconds instead of losing them at every beat', () => {
    const { page, clock } = runningClock();
    for (let beat = 0; beat < 10; beat += 1) {
      page.pass(0.6);
      page.tick();
    }
    expect(clock.now).toBe(startTime + 5);
    expect(Number.isInteger(clock.now)).toBe(true);
  });

  it('is turned forward by hand, and tells of every step', () => {
    const moved = vi.fn();
    const { page, clock } = runningClock(moved);
    page.pass(5);
    clock.advance(60_000);
    expect(clock.now).toBe(startTime + 60_005);
    expect(moved).toHaveBeenCalledExactlyOnceWith(startTime + 60_005);
  });

  it.each([-1, Number.NaN])('refuses to go backward (%s)', (ms) => {
    const { clock } = runningClock();
    expect(() => {
      clock.advance(ms);
    }).toThrow(RangeError);
  });

  it('never goes backward with a monotonic source that does', () => {
    let now = 1000;
    const clock = new LabClock({ startTime, monotonicNow: () => now, ticker: new FakePage() });
    clock.start();
    now = 0;
    expect(clock.read()).toBe(startTime);
  });
});

describe('sleeping', () => {
  it('ends when the clock is turned past its moment, earliest first', async () => {
    const { clock } = runningClock();
    const woken: string[] = [];
    const late = clock.sleep(2000).then(() => woken.push('late'));
    const early = clock.sleep(1000).then(() => woken.push('early'));
    clock.advance(999);
    await Promise.resolve();
    expect(woken).toEqual([]);
    clock.advance(5000);
    await Promise.all([late, early]);
    expect(woken).toEqual(['early', 'late']);
  });

  it('does not wait for the next beat', async () => {
    const { page, clock } = runningClock();
    const slept = clock.sleep(40);
    page.pass(40);
    await expect(slept).resolves.toBeUndefined();
  });

  it('ends with the reason of its signal', async () => {
    const { clock } = runningClock();
    const stop = new AbortController();
    const slept = clock.sleep(1000, stop.signal);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(slept).rejects.toBe(reason);
    await expect(clock.sleep(1, stop.signal)).rejects.toBe(reason);
  });

  it('ends with its timeline', async () => {
    const { clock } = runningClock();
    const slept = clock.sleep(1000);
    clock.jumpTo(startTime - 5000);
    await expect(slept).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.now).toBe(startTime - 5000);
  });
});
