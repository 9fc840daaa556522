import { expect, test } from 'vitest';
import { chapter } from '../../../src/tutorial/chapters/cookie-rules/steps.ts';
import { runLine } from '../../../src/tutorial/console.ts';
import { addBread, shop, signIn } from '../../../src/tutorial/preparations.ts';
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

const trap = 'https://evil.example/';
const order = { action: `${shop}/orders`, method: 'post', entries: [] } as const;

test('the neighbour gets the key whichever of its pages one asks for', async () => {
  const { lab, reached } = await entered('domain');
  lab.changeCookieAttributes({ domain: 'shop.example' });
  await signIn(lab);
  await lab.visit('https://api.shop.example/');
  expect(reached()).toContain('with-domain');
});

test('a cookie of the cart that is fetched from the cart itself proves nothing about paths', async () => {
  const { lab, reached } = await entered('path');
  await lab.visit(`${shop}/cart`);
  await runLine(lab, 'document.cookie');
  expect(reached()).toEqual([]);
});

test('whatever page is asked for in the clear, the key goes along', async () => {
  const { lab, reached } = await entered('secure');
  await lab.visit('http://shop.example/cart');
  expect(reached()).toEqual(['in-the-clear']);
});

test('using the key before it is hidden does not count as using it unseen', async () => {
  const { lab, reached } = await entered('http-only');
  await runLine(lab, "await fetch('/account')");
  expect(reached()).toEqual([]);
});

test('an order that Alice places herself is no trick', async () => {
  const { lab, reached } = await entered('same-site');
  await lab.submitForm(order);
  expect(reached()).toEqual([]);
});

test('without bread in the cart the trap snaps at nothing', async () => {
  const { lab, reached } = await entered('same-site');
  await lab.visit(trap);
  await lab.submitForm(order);
  expect(reached()).toEqual(['tricked']);
  await lab.visit(trap);
  await lab.submitForm(order);
  expect(reached()).toEqual(['tricked']);
});

test('Strict stops the trap as well as Lax', async () => {
  const { lab, reached } = await entered('same-site');
  lab.changeCookieAttributes({ sameSite: 'strict' });
  await signIn(lab);
  await addBread(lab);
  await lab.visit(trap);
  await lab.submitForm(order);
  expect(reached()).toEqual(['lax']);
});

test('to type the address is not to follow a link', async () => {
  const { lab, reached } = await entered('strict-or-lax');
  await lab.visit('https://news.example/');
  await lab.visit(`${shop}/`);
  expect(reached()).toEqual([]);
});

test('an advertisement on its own site is no third party', async () => {
  const { lab, reached } = await entered('third-party');
  await lab.visit('https://ads.example/');
  await lab.visit('https://ads.example/banner');
  expect(reached()).toEqual([]);
});

test('the prefix is heeded in whatever case it is written', async () => {
  const { lab, reached } = await entered('prefixes');
  await runLine(lab, "document.cookie = '__hOsT-key=1; Domain=shop.example; Path=/; Secure'");
  expect(reached()).toEqual(['refused']);
});

test('signing out everywhere hits and misses alike', async () => {
  const { lab, reached } = await entered('same-place');
  await lab.submitForm({ action: `${shop}/logout/everywhere`, method: 'post', entries: [] });
  expect(reached()).toEqual(['missed']);
});
