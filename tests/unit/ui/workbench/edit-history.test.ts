import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changed,
  historyFrom,
  redone,
  undone,
  type EditHistory,
} from '../../../../src/ui/workbench/edit-history.ts';

test('typing on in one field is one change; a rest, or another field, begins another', () => {
  let history: EditHistory<string> = historyFrom('');
  history = changed(history, 'a', 'text', 0);
  history = changed(history, 'ab', 'text', 500);
  history = changed(history, 'abc', 'text', 5000);
  history = changed(history, 'x', 'payload', 5100);
  history = undone(history);
  expect(history.present).toBe('abc');
  history = undone(history);
  expect(history.present).toBe('ab');
  history = undone(history);
  expect(history.present).toBe('');
  expect(undone(history)).toBe(history);
});

test('a change after taking back forgets what was taken back', () => {
  const history = changed(undone(changed(historyFrom('a'), 'b', null, 0)), 'c', null, 1);
  expect(redone(history)).toBe(history);
  expect(history.present).toBe('c');
});

test('whatever was done can be taken back and done again', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 20 }), (states) => {
      let history: EditHistory<string> = historyFrom('start');
      for (const state of states) history = changed(history, state, null, 0);
      const end = history.present;
      states.forEach(() => (history = undone(history)));
      expect(history.present).toBe('start');
      states.forEach(() => (history = redone(history)));
      expect(history.present).toBe(end);
    }),
  );
});
