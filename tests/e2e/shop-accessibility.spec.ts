import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

/** The page as it lies in the frame, and those in frames of its own, each with its style, as one text. */
function shownPages(page: Page): Promise<readonly string[]> {
  return page
    .locator('iframe')
    .first()
    .evaluate((outer: HTMLIFrameElement) => {
      const textsOf = (frame: HTMLIFrameElement): readonly string[] => {
        const shown = frame.contentDocument;
        if (!shown) throw new Error('the frame is out of reach');
        const style = shown.adoptedStyleSheets
          .flatMap((sheet) => [...sheet.cssRules])
          .map((rule) => rule.cssText)
          .join('\n');
        const body = shown.body.cloneNode(true) as HTMLElement;
        for (const inner of body.querySelectorAll('iframe')) inner.remove();
        const { lang } = shown.documentElement;
        const text = `<!doctype html><html lang="${lang}"><title>-</title><style>${style}</style>${body.outerHTML}</html>`;
        return [text, ...[...shown.querySelectorAll('iframe')].flatMap(textsOf)];
      };
      return textsOf(outer);
    });
}

/** What axe asks of a page as a whole, and not of a document in its frame. */
const ofWholePages = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** No script runs in the page frame, axe's neither: it judges copies in a window of the frame's size. */
async function expectNoFault(page: Page, copy: Page): Promise<void> {
  let texts: readonly string[] = [];
  // A frame is empty for a moment while its document is built.
  await expect(async () => {
    texts = await shownPages(page);
    expect(texts.filter((text) => /<body[^>]*>\s*<\/body>/.test(text))).toEqual([]);
  }).toPass();
  for (const [depth, text] of texts.entries()) {
    await copy.setContent(text);
    const { violations } = await new AxeBuilder({ page: copy })
      .disableRules(depth === 0 ? [] : ofWholePages)
      .analyze();
    const faults = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
    expect(faults).toEqual([]);
  }
}

/** The pages are the same by either carrier: each project tries one language. */
const languageOf = (project: string) => (project === 'service-worker' ? 'ko' : 'en');

test('axe finds nothing on the pages of the lab’s internet', async ({ page }, { project }) => {
  const language = languageOf(project.name);
  const copy = await page.context().newPage();
  await copy.setViewportSize({ width: 360, height: 480 });
  const stage = new Stage(page, language);
  await page.goto(`${language}/lab/`);
  const places = [
    'shop.example/',
    'shop.example/login',
    'shop.example/products/salt-bread',
    'shop.example/no-such-page',
    'news.example',
  ];
  for (const place of places) {
    await stage.visit(place);
    await test.step(place, () => expectNoFault(page, copy));
  }
  await stage.signIn();
  for (const place of ['shop.example/account', 'shop.example/cart']) {
    await stage.visit(place);
    await test.step(place, () => expectNoFault(page, copy));
  }
  await stage.visit('shop.example/');
  await stage.addBread();
  await expectNoFault(page, copy);
  await stage.rememberBy(m.stage_remember_nothing({}, stage.locale));
  await stage.visit('shop.example/products/salt-bread');
  await expectNoFault(page, copy);
});
