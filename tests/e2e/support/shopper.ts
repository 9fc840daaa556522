import { expect, type CDPSession, type Page } from '@playwright/test';
import * as m from '../../../src/messages/compiled/messages.js';
import { noteBrowser, noteFigure } from './of-fault.ts';
import { Stage } from './stage.ts';

const locale = { locale: 'en' } as const;

export const devtools = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page);

export async function opened(page: Page, address = 'en/lab/'): Promise<Stage> {
  const stage = new Stage(page, 'en');
  await page.goto(address);
  await stage.settled();
  noteBrowser(page);
  return stage;
}

/** Alice signs in, and the shop knows her at the next page. */
export async function signedIn(page: Page, address?: string): Promise<Stage> {
  const stage = await opened(page, address);
  await stage.signIn();
  await stillKnown(stage);
  return stage;
}

/** She asks for another page: jar, wire, server and session table are what they were. */
export async function stillKnown(stage: Stage): Promise<void> {
  const asked = performance.now();
  await stage.visit('shop.example/account');
  await expect(stage.shopHeading(m.shop_account_title({}, locale))).toBeVisible();
  noteFigure(`the next page after ${Math.round(performance.now() - asked)} ms`);
}

export const carrier = (page: Page, text: string): Promise<void> =>
  expect(page.getByText(text).first()).toBeVisible();
