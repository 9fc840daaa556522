import { expect, test } from 'vitest';
import type { PlanWanted } from '../../../src/tutorial/chapters/sessions-or-tokens/loads.ts';
import { planLoad } from '../../../src/tutorial/chapters/sessions-or-tokens/loads.ts';
import { chapter } from '../../../src/tutorial/chapters/sessions-or-tokens/steps.ts';
import { credentials, shop, signIn } from '../../../src/tutorial/preparations.ts';
import { testLesson } from './lesson-lab.ts';

async function entered(step: string) {
  const set = testLesson(chapter);
  await set.lesson.enter(step);
  const reached = () => {
    set.lesson.settle();
    return set.lesson.goals.filter((goal) => goal.reached).map(({ slug }) => slug);
  };
  const send = (plan: PlanWanted) => {
    planLoad(set.lab, plan);
    return set.lab.loads.run();
  };
  return { ...set, reached, send };
}

const three = { count: 3 } as const;

test.each<[what: string, plan: PlanWanted]>([
  ['a shared store', { instances: { ...three, sessionStore: 'shared' } }],
  ['replicated sessions', { instances: { ...three, sessionStore: 'replicated' } }],
  ['tokens on a deny-list', { instances: three, revocation: 'deny-list' }],
  ['tokens with a version', { instances: three, revocation: 'token-version' }],
])('the bank is content with %s', async (_, plan) => {
  const { send, reached } = await entered('your-choice');
  await send(plan);
  expect(reached()).toContain('bank');
});

test.each<[what: string, plan: PlanWanted]>([
  ['one instance that crashes', { instances: { count: 1 }, revocation: 'deny-list' }],
  ['a load in which nothing breaks', { instances: three, breaks: 'nothing' }],
])('nobody is content with %s', async (_, plan) => {
  const { send, reached } = await entered('your-choice');
  await send(plan);
  expect(reached()).toEqual([]);
});

test('a token that lives for a quarter of an hour is the newspaper’s, not the app’s', async () => {
  const { send, reached } = await entered('your-choice');
  await send({ instances: three });
  expect(reached()).toEqual(['newspaper']);
  await send({ instances: three, tokenLifetimeSeconds: 60 });
  expect(reached()).toEqual(['newspaper', 'mobile']);
});

test('replicated sessions are no shared store', async () => {
  const { send, reached } = await entered('three-instances');
  await send({ instances: { ...three, sessionStore: 'replicated' } });
  expect(reached()).toEqual([]);
});

test('a token version falls with the store as a deny-list does', async () => {
  const { send, reached } = await entered('store-down');
  const instances = { ...three, sessionStore: 'shared' } as const;
  await send({ instances, breaks: 'store', revocation: 'token-version' });
  expect(reached()).toEqual(['tokens-out']);
});

test('a load that is called off, or overtaken by a new beginning, counts for nothing', async () => {
  const { lab, reached } = await entered('score-card');
  const calledOff = lab.loads.run();
  lab.loads.cancel();
  await calledOff;
  const overtaken = lab.loads.run();
  lab.reset();
  await overtaken;
  expect(reached()).toEqual([]);
  expect(lab.loads.progress).toBeNull();
});

test('Alice may be blocked by the deny-list as well as by the version', async () => {
  const { lab, reached } = await entered('block-alice');
  lab.changeSettings({ remember: 'jwt-cookie', accessTokenRevocation: 'deny-list' });
  await signIn(lab);
  const token = lab.browser.jar.all().find(({ name }) => name === 'token');
  await lab.submitForm({ action: `${shop}/logout`, method: 'post', entries: [] });
  if (token) lab.putCookie(token);
  await lab.visit(`${shop}/account`);
  expect(reached()).toEqual(['taken-back']);
});

test('a token has to have opened something before it runs out', async () => {
  const { lab, reached } = await entered('block-alice');
  lab.changeSettings({ remember: 'jwt-cookie' });
  await lab.visit(`${shop}/login`);
  await lab.submitForm({
    action: `${shop}/login`,
    method: 'post',
    entries: Object.entries(credentials('alice')),
  });
  expect(reached()).toEqual([]);
  lab.advance(20 * 60_000);
  await lab.visit(`${shop}/account`);
  // The cart to which sign-in led was her first look.
  expect(reached()).toEqual(['until-exp']);
});
