import { afterEach, describe, expect, test } from 'vitest';
import type { DecisionValues, SendDecision, WithheldCode } from '../../../src/cookies/decision.ts';
import { overwriteGetLocale } from '../../../src/messages/compiled/runtime.js';
import type { Asking } from '../../../src/ui/wire/asking.ts';
import { sendLabel, sendText } from '../../../src/ui/wire/decision-text.ts';
import {
  noteWords,
  rejectedWords,
  said,
  sentWords,
  storedWords,
  withheldWords,
  type Words,
} from '../../../src/ui/wire/decision-words.ts';
import { withheld } from '../../components/fixtures/exchanges.ts';

const languages = ['en', 'ko'] as const;
type Language = (typeof languages)[number];

function speak(language: Language): void {
  overwriteGetLocale(() => language);
}

afterEach(() => speak('en'));

/** Every value that any decision is taken on, each told apart from the others. */
const values: DecisionValues = {
  age: 17,
  attribute: 'Flavour',
  character: '%x07',
  days: 400,
  domain: 'shop.example',
  host: 'api.shop.example',
  limit: 4096,
  name: 'sid',
  partition: 'https://news.example',
  path: '/cart',
  prefix: '__Host-',
  requestPath: '/account',
  sameSite: 'Strict',
  scheme: 'http',
  size: 5000,
  topLevelSite: 'https://evil.example',
  url: 'data:,a',
  value: 'soon',
};

const tables = {
  stored: storedWords,
  rejected: rejectedWords,
  sent: sentWords,
  withheld: withheldWords,
  note: noteWords,
};
const codes = Object.entries(tables).flatMap(([table, words]) =>
  Object.entries<Words>(words).map(([code, one]) => ({ code: `${table} ${code}`, words: one })),
);

describe.each(codes)('$code', ({ words: { text, label } }) => {
  test.each(languages)('is said in %s, with the values it was decided on', (language) => {
    speak(language);
    for (const sentence of [said(text, values), said(label, values)]) {
      expect(sentence).not.toBe('');
      expect(sentence).not.toMatch(/undefined|[{}]|cookies_/);
    }
    expect(said(text, values)).toMatch(
      language === 'ko' ? /[가-힣].*다\.|[가-힣].*: soon$/ : /^\S.*[.:]/,
    );
  });

  test('is translated', () => {
    const [english, korean] = languages.map((language) => {
      speak(language);
      return `${said(text, values)} ${said(label, values)}`;
    });
    expect(korean).not.toBe(english);
  });
});

test.each<readonly [WithheldCode, Asking, string]>([
  [
    'same-site-lax',
    { by: 'unsafe-navigation', method: 'POST' },
    'sid is SameSite=Lax, and this is a cross-site POST.',
  ],
  ['same-site-lax', { by: 'image' }, 'sid is SameSite=Lax, and this is a cross-site image.'],
  [
    'same-site-strict',
    { by: 'navigation' },
    'sid is SameSite=Strict, and this is a cross-site navigation.',
  ],
  [
    'same-site-unspecified',
    { by: 'frame' },
    'sid has no SameSite, which counts as Lax, and this is a cross-site frame.',
  ],
  [
    'same-site-lax',
    { by: 'script' },
    'sid is SameSite=Lax, and this script runs in a frame on a page of another site.',
  ],
])('%s and what asked, %j: “%s”', (code, asking, sentence) => {
  expect(sendText(sameSite(code), asking)).toBe(sentence);
});

test('in Korean, too, the kind of request is named', () => {
  speak('ko');
  expect(sendText(sameSite('same-site-lax'), { by: 'unsafe-navigation', method: 'POST' })).toBe(
    'sid 쿠키는 SameSite=Lax인데 크로스 사이트 POST 요청이어서 보내지 않았습니다.',
  );
});

test('a rule that has nothing to do with SameSite is told without the kind of request', () => {
  const decision = withheld('path', { path: '/cart' });
  expect(sendText(decision, { by: 'image' })).toBe(sendText(decision));
  expect(sendLabel(decision)).toBe('Not sent · Path=/cart');
});

function sameSite(code: WithheldCode): SendDecision {
  const kind = code.slice('same-site-'.length) as 'strict' | 'lax' | 'unspecified';
  return withheld(code, { sameSite: kind });
}
