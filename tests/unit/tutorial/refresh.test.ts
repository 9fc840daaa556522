import { expect, test } from 'vitest';
import { sendFormTo, settled } from '../../../src/lab/page-user.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { chapter } from '../../../src/tutorial/chapters/refresh/steps.ts';
import { askWith, plant, storedToken } from '../../../src/tutorial/chapters/refresh/tokens.ts';
import { runLine } from '../../../src/tutorial/console.ts';
import { alice, mallory, shop } from '../../../src/tutorial/preparations.ts';
import { testLesson } from './lesson-lab.ts';

async function entered(step: string) {
  const set = testLesson(chapter);
  await set.lesson.enter(step);
  const reached = () => {
    set.lesson.settle();
    return set.lesson.goals.filter((goal) => goal.reached).map(({ slug }) => slug);
  };
  return { ...set, reached };
}

const minutes = (lab: Lab, count: number): void => lab.advance(count * 60_000);

async function open(lab: Lab, path: string): Promise<void> {
  await lab.visit(shop + path);
  await settled(lab);
}

test('a token that was never good has not expired', async () => {
  const { lab, reached } = await entered('short-life');
  await runLine(lab, askWith('a.b.c'));
  expect(reached()).toEqual([]);
});

test('by the page as by the console: the token that is over is refused, and the step knows it', async () => {
  const { lab, reached } = await entered('short-life');
  minutes(lab, 6);
  await open(lab, '/account');
  expect(reached()).toEqual(['good', 'expired']);
});

test('a refresh with a good access token is not what nobody notices', async () => {
  const { lab, reached } = await entered('nobody-notices');
  await runLine(lab, 'await refresh()');
  expect(reached()).toEqual(['replaced']);
});

test('Alice using her own token is no thief, nor is its end a thief’s', async () => {
  const { lab, reached } = await entered('stolen-access');
  const line = askWith(storedToken(lab, 'access_token') ?? '');
  await runLine(lab, line);
  minutes(lab, 6);
  await runLine(lab, line);
  expect(reached()).toEqual([]);
});

test('a copy put into the storage by hand opens the page as well', async () => {
  const { lab, reached } = await entered('stolen-access');
  const token = storedToken(lab, 'access_token');
  lab.showBrowser(mallory);
  await open(lab, '/');
  const tabId = lab.browser.activeTabId;
  lab.editStorage({ kind: 'session', origin: shop, partition: null, tabId }, 'access_token', token);
  await open(lab, '/account');
  expect(reached()).toEqual(['thief-is-in']);
});

test('without reuse detection it is not the family that ends', async () => {
  const { lab, reached } = await entered('family');
  lab.changeSettings({ detectRefreshReuse: false });
  const line = plant(storedToken(lab, 'refresh_token') ?? '');
  lab.showBrowser(mallory);
  await open(lab, '/');
  await runLine(lab, line);
  await open(lab, '/account');
  lab.showBrowser(alice);
  minutes(lab, 6);
  await open(lab, '/account');
  expect(reached()).toEqual(['thief-first']);
});

test('a copy that is used before the token is deleted proves nothing about deleting', async () => {
  const { lab, reached } = await entered('sign-out');
  const line = askWith(storedToken(lab, 'access_token') ?? '');
  lab.showBrowser(mallory);
  await open(lab, '/');
  await runLine(lab, line);
  lab.showBrowser(alice);
  await runLine(lab, "sessionStorage.removeItem('access_token')");
  expect(reached()).toEqual(['delete-it']);
});

test('to sign out without a list leaves the copy alive', async () => {
  const { lab, reached } = await entered('sign-out');
  const line = askWith(storedToken(lab, 'access_token') ?? '');
  lab.showBrowser(mallory);
  await open(lab, '/');
  lab.showBrowser(alice);
  await sendFormTo(lab, '/logout');
  lab.showBrowser(mallory);
  await runLine(lab, line);
  expect(reached()).toEqual(['delete-it', 'copy-works']);
});
