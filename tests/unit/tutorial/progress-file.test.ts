import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  askedOf,
  joined,
  noPractice,
  withDraft,
  withRating,
} from '../../../src/tutorial/interview/practice.ts';
import { PracticeKeeper } from '../../../src/tutorial/interview/practice-keeper.svelte.ts';
import { emptyBook, withHints, withSolved } from '../../../src/tutorial/tickets/ticket-book.ts';
import { ProgressKeeper } from '../../../src/tutorial/progress-keeper.svelte.ts';
import {
  FILE_LIMIT,
  readProgressFile,
  writeProgressFile,
} from '../../../src/tutorial/progress-file.ts';
import { noProgress, withAnswers, withStepDone } from '../../../src/tutorial/progress.ts';

const place = { chapter: 'cookies', step: 'forge' };
const progress = withAnswers(withStepDone(noProgress, place, 7), place, { who: 'alice' });
const practice = withRating(withDraft(noPractice, 'xss', '답'), 'xss', 'hard');
const tickets = withHints(withSolved(emptyBook, 'at-noon', 7), 'at-noon', 2);

test('what was written is read again, with a byte order mark too', () => {
  const text = writeProgressFile({ progress, practice, tickets }, 0);
  expect(text).toContain('1970-01-01');
  expect(readProgressFile(text)).toEqual({ ok: true, work: { progress, practice, tickets } });
  expect(readProgressFile(`\ufeff${text}`).ok).toBe(true);
});

test('a file from before there were tickets is read', () => {
  const { work } = readProgressFile(file({})) as { work: object };
  expect(work).toEqual({ progress, practice, tickets: emptyBook });
});

const file = (change: object) =>
  JSON.stringify({ kind: 'remember-me-progress', version: 1, progress, practice, ...change });

test.each([
  ['no JSON', 'progress', 'not-json'],
  ['nothing', '', 'not-json'],
  ['another JSON', '[1]', 'not-progress'],
  ['a HAR', '{"log":{}}', 'not-progress'],
  ['a newer version', file({ version: 2 }), 'newer-version'],
  ['broken progress', file({ progress: { version: 1 } }), 'not-progress'],
  ['broken practice', file({ practice: [] }), 'not-progress'],
  ['broken tickets', file({ tickets: { version: 1 } }), 'not-progress'],
  ['something huge', ' '.repeat(FILE_LIMIT + 1), 'too-large'],
])('%s is refused', (_, text, code) => {
  expect(readProgressFile(text)).toEqual({ ok: false, code });
});

test('reading never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readProgressFile(text)));
  fc.assert(fc.property(fc.json(), (text) => void readProgressFile(text)));
});

test('of each question what was rated more often counts', () => {
  const here = withRating(withRating(noPractice, 'csrf', 'known'), 'csrf', 'known');
  const elsewhere = withRating(withRating(noPractice, 'csrf', 'hard'), 'xss', 'hard');
  const both = joined(here, elsewhere);
  expect(askedOf(both, 'csrf')).toMatchObject({ rating: 'known', times: 2 });
  expect(askedOf(both, 'xss')).toMatchObject({ rating: 'hard', times: 1 });
});

test('joining adds to what was done here, and can be undone', () => {
  const keeper = new ProgressKeeper(storage());
  keeper.stepDone({ chapter: 'sessions', step: 'sign-in' }, 3);
  const before = keeper.progress;
  keeper.join(progress);
  expect(keeper.progress.done).toEqual({ 'sessions/sign-in': 3, 'cookies/forge': 7 });
  keeper.replace(before);
  expect(keeper.progress.done).toEqual({ 'sessions/sign-in': 3 });
});

test('practice of another tab is not overwritten', () => {
  const shared = storage();
  const [one, other] = [new PracticeKeeper(shared), new PracticeKeeper(shared)];
  one.change((all) => withRating(all, 'xss', 'hard'));
  other.change((all) => withRating(all, 'csrf', 'known'));
  expect(Object.keys(new PracticeKeeper(shared).practice.questions).sort()).toEqual([
    'csrf',
    'xss',
  ]);
});

test('where the browser keeps nothing, practice lasts as long as the page', () => {
  const blocked = {
    get: (): string | null => null,
    set: () => {
      throw new Error('blocked');
    },
  };
  const keeper = new PracticeKeeper(blocked);
  keeper.change((all) => withRating(all, 'xss', 'hard'));
  keeper.change((all) => withRating(all, 'csrf', 'hard'));
  expect(keeper.kept).toBe(false);
  expect(Object.keys(keeper.practice.questions)).toEqual(['xss', 'csrf']);
});

function storage() {
  let kept: string | null = null;
  return { get: () => kept, set: (text: string) => void (kept = text) };
}
