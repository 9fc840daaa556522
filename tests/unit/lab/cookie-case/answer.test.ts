import { describe, expect, test } from 'vitest';
import { told } from './case-of.ts';
import { included, onSite, table, under } from './table.ts';

for (const [group, rows] of Object.entries(table))
  describe(group, () => {
    const named = rows.map((row) => [row[0].slice(0, 60), row] as const);
    test.each(named)('%s', async (_, [paste, draft, fates, cookieField, helps]) => {
      const outcome = await told({ paste, ...draft });
      expect(outcome.fates.join(', ')).toBe(fates);
      expect(outcome.answer.cookieField).toBe(cookieField);
      expect(outcome.codes).toEqual(helps);
    });
  });

test('there are as many of them as promised', () => {
  expect(Object.values(table).flat().length).toBeGreaterThanOrEqual(60);
});

test('an answer that script may not read brings and takes cookies all the same', async () => {
  const { answer } = await told({
    paste: [
      'HTTP/2 200',
      'access-control-allow-origin: *',
      'set-cookie: a=1; Secure; SameSite=None',
    ].join('\n'),
    ...included,
  });
  expect(answer.cookieField).toBe('a=1');
  expect(answer.request).toMatchObject({
    made: true,
    unreadable: { code: 'allow-origin-wildcard-with-credentials' },
  });
});

test('more cookies than a browser keeps push each other out', async () => {
  const paste = Array.from({ length: 190 }, (_, index) => `n${String(index)}=1`).join('\n');
  const { answer } = await told({ paste, ...onSite });
  expect(answer.cookies.filter(({ fate }) => fate === 'evicted').length).toBeGreaterThan(9);
});

test('a cookie of another site than the request’s is explained, however many there are', async () => {
  const paste = Array.from({ length: 40 }, (_, index) => `n${String(index)}=1; Path=/`).join('\n');
  const { fates } = await told({ paste, ...under('https://one.com/', 'https://other.org/') });
  expect(new Set(fates)).toEqual(new Set(['withheld: domain']));
  expect(fates).toHaveLength(40);
});
