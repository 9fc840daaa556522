import { describe, expect, test } from 'vitest';
import { ProgressKeeper } from '../../../src/tutorial/progress-keeper.svelte.ts';
import {
  doneSteps,
  isDone,
  merged,
  noProgress,
  progressFrom,
  withStepDone,
} from '../../../src/tutorial/progress.ts';

const place = { chapter: 'cookies', step: 'forge' };

describe('the record', () => {
  test('keeps the first time at which a step was done', () => {
    const once = withStepDone(noProgress, place, 1);
    expect(withStepDone(once, place, 2)).toBe(once);
    expect(noProgress.done).toEqual({});
  });

  test('counts the steps of a chapter that are done', () => {
    const progress = withStepDone(noProgress, place, 1);
    expect(doneSteps(progress, 'cookies', ['set-cookie', 'forge'])).toBe(1);
    expect(doneSteps(progress, 'sessions', ['forge'])).toBe(0);
  });

  test('does not take the names that every object has for steps', () => {
    expect(isDone({ ...noProgress, done: {} }, { chapter: 'constructor', step: '' })).toBe(false);
  });

  test('of two tabs holds what was done in either', () => {
    const older = withStepDone(noProgress, place, 1);
    const newer = withStepDone(noProgress, { chapter: 'cookies', step: 'cafe' }, 2);
    expect(Object.keys(merged(older, newer).done).sort()).toEqual([
      'cookies/cafe',
      'cookies/forge',
    ]);
  });

  test.each([
    ['nothing', null],
    ['a text', 'progress'],
    ['a list', []],
    ['another version', { ...noProgress, version: 2 }],
    ['times that are none', { ...noProgress, done: { 'cookies/forge': 'yesterday' } }],
    ['answers that are none', { ...noProgress, answers: { 'cookies/forge': { who: 1 } } }],
    ['a place that is none', { ...noProgress, last: { chapter: 'cookies' } }],
    ['missing parts', { version: 1 }],
  ])('is not read from %s', (_, stored) => {
    expect(progressFrom(stored)).toBeNull();
  });

  test('is read back as it was written', () => {
    const progress = {
      ...withStepDone(noProgress, place, 1),
      answers: { 'cookies/forge': { who: 'me' } },
      last: place,
    };
    expect(progressFrom(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
  });
});

describe('the keeper', () => {
  function storageWith(text: string | null) {
    return {
      text,
      get() {
        return this.text;
      },
      set(changed: string) {
        this.text = changed;
      },
    };
  }

  test('goes on where the last visit ended', () => {
    const storage = storageWith(null);
    new ProgressKeeper(storage).stepDone(place, 1);
    expect(isDone(new ProgressKeeper(storage).progress, place)).toBe(true);
  });

  test.each(['{', '{"version":99}'])('begins anew with %s', (text) => {
    expect(new ProgressKeeper(storageWith(text)).progress).toEqual(noProgress);
  });

  test('does not lose what another tab has written meanwhile', () => {
    const storage = storageWith(null);
    const mine = new ProgressKeeper(storage);
    new ProgressKeeper(storage).stepDone(place, 1);
    mine.stepDone({ chapter: 'cookies', step: 'cafe' }, 2);
    expect(isDone(mine.progress, place)).toBe(true);
  });

  test('works without storage, and says that nothing is kept', () => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const keeper = new ProgressKeeper({ get: blocked, set: blocked });
    keeper.stepDone(place, 1);
    expect(isDone(keeper.progress, place)).toBe(true);
    expect(keeper.kept).toBe(false);
  });

  test('forgets when asked to', () => {
    const storage = storageWith(null);
    const keeper = new ProgressKeeper(storage);
    keeper.stepDone(place, 1);
    keeper.forget();
    expect(new ProgressKeeper(storage).progress).toEqual(noProgress);
  });
});
