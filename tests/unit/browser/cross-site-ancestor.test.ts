import { expect, test } from 'vitest';
import { documentsOf } from '../../../src/browser/document-place.ts';
import { fieldValue } from '../../../src/http/fields.ts';
import { browserShowing, html } from './simulated-internet.ts';

const shop = 'https://shop.example/';
const news = 'https://news.example/';
const cookies = [
  'strict=1; SameSite=Strict',
  'lax=1; SameSite=Lax',
  'none=1; SameSite=None',
  'un=1',
];
const partitioned = (name: string) => `${name}=1; SameSite=None; Secure; Partitioned`;
const frame = (url: string) => `<iframe src="${url}"></iframe>`;

/** The shop within the news within the shop, with a frame and a picture of its own; the same within itself. */
async function nested(thirdPartyCookies?: 'blocked') {
  const world = await browserShowing(
    `${shop}first`,
    {
      [`${shop}first`]: html('', [
        ...cookies.map((one) => ['Set-Cookie', `${one}; Secure`] as const),
        ['Set-Cookie', partitioned('own')],
      ]),
      [shop]: html(frame(`${news}f`)),
      [`${news}f`]: html(frame(`${shop}inner`)),
      [`${shop}inner`]: html(`<img src=/img.png>${frame('/deep')}`, [
        ['Set-Cookie', 'un2=1; Secure'],
        ['Set-Cookie', partitioned('part')],
      ]),
    },
    undefined,
    thirdPartyCookies === undefined ? {} : { thirdPartyCookies: () => thirdPartyCookies },
  );
  const { browser, tabId, tab, requests } = world;
  const first = documentsOf(tab())[0]?.page.id ?? '';
  const kept = browser.scriptAccess(first)?.storage('local');
  if (kept?.ok === true) kept.value.setItem('key', 'at the top');
  await browser.navigate(tabId, shop);
  const cookieFor = (url: string) => {
    const sent = requests.find(({ targetUri }) => targetUri === url);
    return fieldValue(sent?.fields ?? [], 'Cookie');
  };
  const inner = documentsOf(tab()).find(({ page }) => page.url === `${shop}inner`);
  const script = browser.scriptAccess(inner?.page.id ?? '');
  if (script === null) throw new Error('The innermost document is not shown.');
  return { ...world, cookieFor, script };
}

/** As measured in Chromium 156. */
test.each([
  [undefined, 'none=1', 'none=1; part=1'],
  ['blocked', null, 'part=1'],
] as const)(
  'third-party cookies %s: the shop within the news within the shop',
  async (mode, first, then) => {
    const { cookieFor, script, browser } = await nested(mode);
    expect(cookieFor(`${shop}inner`)).toBe(first);
    expect(cookieFor(`${shop}img.png`)).toBe(then);
    expect(cookieFor(`${shop}deep`)).toBe(then);
    expect(script.readCookie()).toEqual({ ok: true, value: then });
    const part = browser.jar.all().find(({ name }) => name === 'part');
    expect(part?.partitionKey).toBe('https://shop.example (cross-site ancestor)');
    expect(browser.jar.all().map(({ name }) => name)).not.toContain('un2');
    const mirror = script.cookieMirror();
    const mirrored = mirror.ok ? mirror.value.cookies.map(({ name }) => name) : [];
    expect(mirrored).toContain('part');
    expect(mirrored).not.toContain('own');
  },
);

test('its storage is apart from that at the top', async () => {
  const { script, browser } = await nested();
  const area = script.storage('local');
  expect(area.ok && area.value.getItem('key')).toBeNull();
  if (area.ok) area.value.setItem('key', 'within');
  expect(browser.storage.all().map(({ partition, entries }) => [partition, entries])).toEqual([
    [null, [['key', 'at the top']]],
    ['https://shop.example (cross-site ancestor)', [['key', 'within']]],
  ]);
});
