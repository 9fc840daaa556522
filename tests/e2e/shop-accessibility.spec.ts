import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { Stage } from './support/stage.ts';

/** The shop's page as it lies in the frame, with its style, as one text. */
function shownPage(page: Page): Promise<string> {
  return page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    const shown = frame.contentDocument;
    if (!shown) throw new Error('the frame is out of reach');
    const style = shown.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join('\n');
    const { lang } = shown.documentElement;
    return `<!doctype html><html lang="${lang}"><title>-</title><style>${style}</style>${shown.body.outerHTML}</html>`;
  });
}

/** No script runs in the page frame, axe's neither: it judges a copy in a window of the frame's size. */
async function expectNoFault(page: Page, copy: Page): Promise<void> {
  await copy.setContent(await shownPage(page));
  await expect(copy.locator('main')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: copy }).analyze();
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  expect(faults).toEqual([]);
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
