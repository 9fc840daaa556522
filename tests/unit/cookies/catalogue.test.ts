import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CookieJar } from '../../../src/cookies/cookie-jar.ts';
import { access, jarWith } from './access.ts';

type Catalogue = Readonly<Record<string, string>>;

function catalogue(language: 'en' | 'ko'): Catalogue {
  return JSON.parse(
    readFileSync(
      new URL(`../../../src/messages/${language}/cookies.json`, import.meta.url),
      'utf8',
    ),
  ) as Catalogue;
}

function placeholders(text: string | undefined): string[] {
  return [...new Set(text?.match(/(?<=\{)\w+(?=\})/g))].sort();
}

const english = catalogue('en');
const korean = catalogue('ko');

test('both languages say the same with the same values', () => {
  expect(Object.keys(korean)).toEqual(Object.keys(english));
  for (const key of Object.keys(english))
    expect([key, placeholders(korean[key])]).toEqual([key, placeholders(english[key])]);
});

test.each(Object.keys(english).filter((key) => !key.endsWith('_label')))(
  '%s has a label',
  (key) => {
    expect(english).toHaveProperty(`${key}_label`);
  },
);

test.each([
  'a=\x01',
  '=',
  '=a=b',
  'a=1; Domain=news.example',
  'a=1; Domain=example',
  '__Host-a=1',
  '__host-a',
  'a=1; Partitioned',
  'a=1; SameSite=None',
  `a=${'x'.repeat(4096)}`,
  '__Http-a=1',
  '__Secure-a=1',
  '__Host-Http-a=1',
  'a=1',
  'a=1; Max-Age=0',
  `a=1; Path=x; Max-Age=soon; Expires=soon; SameSite=often; Flavour=sweet; Path=y; Domain=${'a'.repeat(2000)}`,
  'a=1; Max-Age=99999999; Expires=Fri, 01 Jan 2100 00:00:00 GMT',
])('every value that the sentences need is given for %j', (field) => {
  const decision = jarWith([]).decide(field, access());
  const sentence = `cookies_${decision.ok ? 'stored' : 'rejected'}_${decision.code.replaceAll('-', '_')}`;
  for (const { key, values } of [
    { key: sentence, values: decision.values },
    ...decision.notes.map(({ code, values }) => ({
      key: `cookies_note_${code.replaceAll('-', '_')}`,
      values,
    })),
  ]) {
    expect(english).toHaveProperty(key);
    expect(Object.keys(values)).toEqual(expect.arrayContaining(placeholders(english[key])));
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining(placeholders(english[`${key}_label`])),
    );
  }
});

test('every value that a withheld cookie needs is given', () => {
  const jar = new CookieJar(new Map());
  for (const field of [
    'a=1',
    'b=1; Path=/cart',
    'c=1; Secure',
    'd=1; HttpOnly',
    'e=1; SameSite=Strict',
    'f=1; SameSite=Lax',
  ]) {
    jar.set(field, access());
  }
  const cross = {
    url: 'http://shop.example/',
    sameSiteContext: 'cross-site',
    api: 'script',
  } as const;
  for (const change of [
    cross,
    { url: 'https://api.shop.example/' },
    { url: 'https://news.example/' },
  ]) {
    for (const { code, values } of jar.retrieve(access(change)).withheld) {
      const key = `cookies_withheld_${code.replaceAll('-', '_')}`;
      expect(english).toHaveProperty(key);
      expect(Object.keys(values)).toEqual(
        expect.arrayContaining(
          placeholders(`${english[key] ?? ''}${english[`${key}_label`] ?? ''}`),
        ),
      );
    }
  }
});
