import { expect, test } from 'vitest';
import { chapter } from '../../../src/tutorial/chapters/connections/steps.ts';
import { addBread, shop } from '../../../src/tutorial/preparations.ts';
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

test.each([
  ['switching keep-alive off', { keepAlive: false }],
  ['hanging up at once', { keepAliveTimeoutSeconds: 0 }],
  ['HTTP/1.0', { httpVersion: '1.0' }],
] as const)('all guests are served by %s', async (_, change) => {
  const { lab, reached } = await entered('finite-slots');
  lab.letGuestsCome(50);
  expect(reached()).toEqual(['turned-away']);
  lab.changeConnections(change);
  lab.advance(60_000);
  lab.letGuestsCome(50);
  expect(reached()).toEqual(['turned-away', 'serve-all']);
});

test('a page without pictures is not enough to count handshakes', async () => {
  const { lab, reached } = await entered('one-each');
  await lab.visit(`${shop}/cart`);
  expect(reached()).toEqual([]);
});

test('a line that lives for an hour is as good as one of five minutes', async () => {
  const { lab, reached } = await entered('line-goes-dead');
  lab.changeConnections({ keepAliveTimeoutSeconds: 600 });
  await lab.visit(`${shop}/cart`);
  lab.advance(120_000);
  await lab.visit(`${shop}/cart`);
  expect(reached()).toEqual(['in-time']);
});

test('over HTTP/1.0 the cart is forgotten as well, but not on one line', async () => {
  const { lab, reached } = await entered('strangers-still');
  lab.changeConnections({ httpVersion: '1.0' });
  await addBread(lab);
  await lab.visit(`${shop}/cart`);
  expect(reached()).toEqual([]);
});

test('restarting the server cuts the line too, and loses what it knew', async () => {
  const { lab, reached } = await entered('strangers-still');
  lab.changeSettings({ remember: 'session' });
  await addBread(lab);
  lab.restartServer();
  await lab.visit(`${shop}/cart`);
  expect(reached()).toEqual(['remember']);
});
