import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { entry, harText, recordingOf, type EntryDraft } from '../unit/lab/har/har-file.ts';
import { hostileMarkup } from '../hostile-markup.ts';
import { languages, type Language } from './support/stage.ts';

const key = '8f14e45fceea167a5a36dedd4bea2543';
const typed = [
  ['Sec-Fetch-Site', 'none'],
  ['Sec-Fetch-Dest', 'document'],
] as const;

const signIn: readonly EntryDraft[] = [
  { url: 'https://www.bank.co.kr/login', sent: typed, text: '<title>Bank</title>' },
  {
    at: 5000,
    method: 'POST',
    url: 'https://www.bank.co.kr/login',
    sent: [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Sec-Fetch-Dest', 'document'],
      ['Referer', 'https://www.bank.co.kr/login'],
    ],
    content: 'user=kim&password=hunter2',
    status: 302,
    received: [
      ['Location', '/account'],
      ['Set-Cookie', `JSESSIONID=${key}; Path=/; HttpOnly; Secure`],
      ['Set-Cookie', 'wide=1; Domain=co.kr'],
    ],
  },
  {
    at: 5100,
    url: 'https://www.bank.co.kr/account',
    sent: [...typed, ['Cookie', `JSESSIONID=${key}; old=1`]],
  },
  { at: 9000, url: 'https://ads.example.net/pixel', sent: [['Sec-Fetch-Dest', 'image']] },
];

class Recording {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  get locale() {
    return { locale: this.language } as const;
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.language}/tools/har/`);
    await expect(this.button(m.recording_choose({}, this.locale))).toBeVisible();
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  async give(text: string | Buffer, name = 'mine.har'): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
  }

  get forget() {
    return this.button(m.recording_forget({}, this.locale));
  }

  get messages() {
    return this.page.getByRole('list', { name: m.wire_list_label({}, this.locale) });
  }
}

for (const language of languages) {
  test(`a recording tells its sign-in, and what each message did, in ${language}`, async ({
    page,
    browserName,
  }) => {
    const recording = new Recording(page, language);
    const { locale } = recording;
    await recording.open();
    const asked: string[] = [];
    page.context().on('request', (request) => {
      // The site's own files, which its worker puts by.
      const isOwn = /^http:\/\/localhost:\d+\/remember-me\/[\w./-]*$/.test(request.url());
      if (!isOwn || request.method() !== 'GET') asked.push(`${request.method()} ${request.url()}`);
    });
    await recording.give(recordingOf(...signIn));
    await expect(recording.forget).toBeVisible();
    await expect(recording.messages.getByRole('button')).toHaveCount(4);

    // The story leads to its messages.
    const carried = m.recording_story_cookie_carried(
      { name: 'JSESSIONID', place: 'www.bank.co.kr/account', count: 1 },
      locale,
    );
    await recording.button(carried).click();
    await expect(page.getByRole('button', { name: /^GET \/account/ })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await expect(page.getByText(m.recording_existed_before({ name: 'old' }, locale))).toBeVisible();
    await expect(page.getByText(m.recording_jar_presumed({}, locale))).toBeVisible();

    // By the keyboard to the message before: what it set, and what it could not.
    await page.getByRole('button', { name: /^GET \/account/ }).focus();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: /^POST \/login/ })).toBeFocused();
    const rejected = m.cookies_rejected_domain_public_suffix({ domain: 'co.kr' }, locale);
    await expect(page.getByText(rejected).first()).toBeVisible();
    const jar = page.getByRole('row', { name: /JSESSIONID/ });
    await expect(jar).toContainText(m.cookies_stored_stored_label({}, locale));

    // Values hidden, others filtered out.
    await expect(page.locator('main')).toContainText(key.slice(0, 4));
    await page.getByLabel(m.recording_hide_values({}, locale)).check();
    await expect(page.locator('main')).not.toContainText(key.slice(0, 4));
    await expect(page.locator('main')).not.toContainText('hunter2');
    await page.getByLabel(m.recording_with_cookies({}, locale)).check();
    await expect(recording.messages.getByRole('button')).toHaveCount(2);
    if (browserName !== 'firefox')
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    await recording.forget.click();
    await expect(recording.button(m.recording_choose({}, locale))).toBeVisible();
    await expect(page.locator('main')).not.toContainText('JSESSIONID');
    expect(asked).toEqual([]);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(key);
  });
}

test('the example is a visit to the lab’s own shop', async ({ page }) => {
  const recording = new Recording(page, 'en');
  await recording.open();
  await recording.button(m.recording_example({}, recording.locale)).click();
  await expect(recording.forget).toBeVisible();
  await expect(page.getByText(/sent a password/)).toBeVisible();
});

test('what is no recording is refused in words, and the next file is taken', async ({ page }) => {
  const recording = new Recording(page, 'en');
  await recording.open();
  const whole = recordingOf({}, {}, {});
  for (const [text, said] of [
    ['', 'empty'],
    ['<html>', 'line 1, column 1'],
    [whole.slice(0, -100), 'after 2 whole exchanges'],
    ['{"log":{}}', 'no list of exchanges'],
  ] as const) {
    await recording.give(text, 'broken.har');
    await expect(page.getByRole('alert')).toContainText(said);
    await expect(page.getByRole('alert')).toContainText('broken.har');
  }
  await recording.give(whole);
  await expect(recording.forget).toBeVisible();
  await expect(page.getByText(m.recording_no_keys({}, recording.locale))).toBeVisible();
});

/** A recording with the markup wherever a file, a page or a server can put it. */
function hostileRecording(markup: string): string {
  const hostile = entry({
    method: 'POST',
    url: `https://shop.example/${markup}?${markup}`,
    sent: [
      ['Cookie', `sid=${markup}`],
      ['X-Markup', markup],
      ['Content-Type', markup],
      ['Referer', markup],
    ],
    content: `${markup}&password=${markup}`,
    received: [
      ['Set-Cookie', `JSESSIONID=${markup}; Path=/${markup}; Domain=${markup}`],
      ['Set-Cookie', `${markup}=1; SameSite=${markup}`],
      ['Set-Cookie', `kept=${markup}`],
      ['Location', `https://${markup}`],
    ],
    status: 302,
    text: `<title>${markup}</title>${markup}`,
    more: { pageref: markup, _error: markup, _resourceType: markup },
  });
  const program = { name: markup, version: markup };
  return harText([hostile, entry({ url: 'https://shop.example/next' })], {
    creator: program,
    browser: program,
    pages: [{ id: markup, title: markup, startedDateTime: markup, pageTimings: {} }],
  });
}

test('markup in any field of a recording stays text', async ({ page }) => {
  test.slow();
  const recording = new Recording(page, 'en');
  await recording.open();
  for (const markup of hostileMarkup) {
    await recording.give(hostileRecording(markup), `${markup.replaceAll('/', '')}.har`);
    await expect(recording.forget).toBeVisible();
    for (const name of ['Response', 'Request']) {
      await page.getByRole('radio', { name, exact: true }).check({ force: true });
      await recording.button(m.wire_raw({}, recording.locale)).click();
      await recording.button(m.wire_raw({}, recording.locale)).click();
    }
    for (const folded of await page.locator('main details:not([open]) > summary').all())
      await folded.click();
    expect(
      await page.evaluate(() => (globalThis as { hit?: unknown }).hit),
      markup,
    ).toBeUndefined();
    await expect(page.locator('[data-hostile]'), markup).toHaveCount(0);
    await recording.forget.click();
    await recording.give(`{"log": ${markup}`, 'x.har');
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('[data-hostile]'), markup).toHaveCount(0);
  }
});

test('a hundred megabytes leave the page at the reader’s hand, and can be called off', async ({
  page,
}) => {
  test.slow();
  const recording = new Recording(page, 'en');
  await recording.open();
  // Made in the page: a file of that size is not sent through the test's pipe.
  const give = () =>
    page.evaluate((text) => {
      const whole = new TextEncoder().encode(text);
      const head = '{"log":{"creator":{"name":"Big","version":"1"},"entries":[';
      const count = Math.ceil(100_000_000 / (whole.length + 1));
      const parts: BlobPart[] = [head];
      for (let index = 0; index < count; index += 1) parts.push(index === 0 ? '' : ',', whole);
      const file = new File([...parts, ']}}'], 'big.har', { type: 'application/json' });
      const longest = { ms: 0 };
      Object.assign(globalThis, { longest });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
      }).observe({ type: 'longtask' });
      const transfer = new DataTransfer();
      transfer.items.add(file);
      document.dispatchEvent(
        new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
      return file.size;
    }, bigEntry);
  expect(await give()).toBeGreaterThan(99_999_999);
  const cancel = recording.button(m.recording_cancel({}, recording.locale));
  await cancel.click();
  await expect(recording.button(m.recording_choose({}, recording.locale))).toBeVisible();
  await give();
  // While it is read, the page answers.
  const theme = page.getByRole('button', { name: /^(?:Dark|Light)$/ });
  const before = (await theme.textContent()) ?? '';
  await theme.click();
  await expect(theme).not.toHaveText(before);
  await expect(cancel).toBeVisible();
  await expect(recording.forget).toBeVisible({ timeout: 120_000 });
  await expect(recording.messages.getByRole('button').first()).toBeVisible();
  const longest = await page.evaluate(
    () => (globalThis as unknown as { longest: { ms: number } }).longest.ms,
  );
  test.info().annotations.push({ type: 'longest task', description: `${longest} ms` });
});

/** Some twenty kilobytes, most of it content, as recordings are. */
const bigEntry = JSON.stringify(
  entry({
    sent: [...typed, ['Cookie', `sid=${key}; theme=dark`]],
    received: [['Set-Cookie', `sid=${key}; Secure; HttpOnly`]],
    text: 'A line of a page, as there are many.\n'.repeat(540),
  }),
);
