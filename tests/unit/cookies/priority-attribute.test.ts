import { expect, test } from 'vitest';
import { priorityOf } from '../../../src/cookies/priority-attribute.ts';
import { access, jarWith } from './access.ts';

// Chromium's own; RFC 6265bis does not know it.
test.each([
  ['Low', 'low'],
  ['MEDIUM', 'medium'],
  ['high', 'high'],
  ['highest', 'medium'],
  ['', 'medium'],
  [null, 'medium'],
])('Priority=%s is %s', (attribute, priority) => {
  expect(priorityOf(attribute)).toBe(priority);
});

test('the cookie keeps it, and a later Set-Cookie changes it', () => {
  const jar = jarWith(['a=1; Priority=High']);
  expect(jar.all()).toMatchObject([{ priority: 'high' }]);
  jar.set('a=1', access());
  expect(jar.all()[0]).not.toHaveProperty('priority');
});
