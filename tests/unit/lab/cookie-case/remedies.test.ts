import { describe, expect, test } from 'vitest';
import { answerCase } from '../../../../src/lab/cookie-case/answer.ts';
import { readDraft, withChangedCase } from '../../../../src/lab/cookie-case/case-draft.ts';
import {
  presetNames,
  presets,
  type PresetName,
} from '../../../../src/lab/cookie-case/presets/presets.ts';
import { troublesOf } from '../../../../src/lab/cookie-case/troubles.ts';
import { NOW, suffixes, told } from './case-of.ts';

/** What is wrong with each preset, and the smallest change that helps. */
const expected: Readonly<Record<PresetName, readonly [fates: string, smallest: string | null]>> = {
  'localhost-ports': ['rejected: credentials-omitted', 'include-credentials'],
  'two-hostings': ['rejected: same-site-cross-site', 'same-site-none + add-secure'],
  'none-without-secure': ['rejected: same-site-none-without-secure', 'add-secure'],
  'http-in-development': ['rejected: secure-from-insecure-origin', 'use-tls'],
  'domain-of-the-hosting': ['rejected: domain-public-suffix', 'remove-domain'],
  'domain-of-the-front-end': ['rejected: domain-mismatch', 'remove-domain'],
  'host-only': ['withheld: domain', 'widen-domain'],
  subdomain: ['rejected: credentials-omitted', 'include-credentials'],
  'two-loopback-names': ['rejected: same-site-cross-site', 'one-host-name'],
  'mixed-content': ['never-set', 'use-tls'],
  'page-without-tls': ['rejected: same-site-cross-site', 'same-site-none'],
  'secure-then-plain': ['withheld: secure', 'use-tls'],
  'set-in-a-frame': ['rejected: same-site-cross-site', 'same-site-none'],
  'frame-and-its-api': ['rejected: same-site-cross-site', 'same-site-none'],
  'third-party-blocked': ['rejected: third-party-blocked', 'add-partitioned'],
  'partition-of-another-page': ['withheld: partition', 'remove-partitioned'],
  pixel: ['rejected: same-site-cross-site', 'same-site-none + add-secure'],
  'strict-from-a-mail': ['withheld: same-site-strict', 'same-site-lax'],
  'return-by-post': ['withheld: same-site-lax', 'same-site-none'],
  'same-site-misspelt': ['rejected: same-site-cross-site', 'same-site-none'],
  'host-prefix': ['rejected: host-prefix', 'remove-domain'],
  'default-path': ['withheld: path', 'path-root'],
  'log-out-path': ['sent, nothing-deleted: nothing-to-delete', 'match-scope'],
  'log-out-domain': ['sent, nothing-deleted: nothing-to-delete', 'match-scope'],
  'log-out-prefix': ['sent, rejected: host-prefix', 'add-secure'],
  'two-of-one-name': ['sent, sent', 'match-scope'],
  'too-large': ['rejected: too-large', 'keep-on-server'],
  'nine-hours-too-long': ['sent', 'expires-in-utc'],
  'nine-hours-too-early': ['born-expired: nothing-to-delete', 'max-age'],
  'max-age-in-minutes': ['withheld: expired', 'max-age'],
  'any-origin': ['sent', null],
};

describe.each(presetNames)('preset %s', (name) => {
  const draft = presets[name](NOW);

  test('is told as what it is, with the smallest change that helps', async () => {
    const { fates, codes } = await told(draft);
    expect([fates.join(', '), codes[0] ?? null]).toEqual(expected[name]);
  });

  test('every change offered works when it is put into the fields, and none is more than needed', async () => {
    const reading = readDraft(draft, NOW);
    const { remedies } = await told(draft);
    for (const { changed, changes } of remedies) {
      const again = readDraft(withChangedCase(draft, reading, changed), NOW).cookieCase;
      expect(again).toEqual(changed);
      expect(troublesOf(await answerCase(changed, suffixes))).toEqual([]);
      expect(new Set(changes.map(({ code }) => code)).size).toBe(changes.length);
    }
    const costs = remedies.map(({ cost }) => cost);
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
  });
});

test('what stands around a field in the paste is left as it is', () => {
  const draft = presets['localhost-ports'](NOW);
  const paste = draft.paste.replace('HttpOnly', 'HttpOnly; SameSite=None');
  const reading = readDraft({ ...draft, paste }, NOW);
  const setCookies = ['sid=2; Secure'];
  const changed = withChangedCase({ ...draft, paste }, reading, {
    ...reading.cookieCase!,
    setCookies,
  });
  expect(changed.paste).toBe(paste.replace(/(?<=Set-Cookie: ).*/, 'sid=2; Secure'));
  expect(changed.requestUrl).toBe(draft.requestUrl);
});

test('where nothing helps, nothing is offered', async () => {
  const { remedies } = await told({
    paste: '=a=1',
    requestUrl: 'https://www.my-shop.com/',
    requestBy: 'link',
  });
  expect(remedies).toEqual([]);
});

test('a change that weakens a real host costs more than one that strengthens it', async () => {
  const { remedies } = await told({
    paste: 'a=1; Secure; Path=/',
    requestUrl: 'http://www.my-shop.com/',
    requestBy: 'link',
  });
  expect(remedies.map(({ changes }) => changes[0]?.code)).toEqual(['use-tls', 'remove-secure']);
});
