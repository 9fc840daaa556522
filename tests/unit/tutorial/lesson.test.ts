import { expect, test } from 'vitest';
import { Lesson } from '../../../src/tutorial/lesson.svelte.ts';
import { chapter as cookies } from '../../../src/tutorial/chapters/cookies/steps.ts';
import { chapter as sessions } from '../../../src/tutorial/chapters/sessions/steps.ts';
import { addBread, credentials, shop, shopCookie } from '../../../src/tutorial/preparations.ts';
import { signIn } from '../lab/test-lab.ts';
import { testLesson } from './lesson-lab.ts';

const minute = 60_000;

function reached(lesson: Lesson): readonly string[] {
  return lesson.goals.filter((goal) => goal.reached).map(({ slug }) => slug);
}

test('a lab that will do is kept, one that will not is prepared', async () => {
  const { lab, lesson } = testLesson(cookies);
  await lesson.enter('set-cookie');
  await lesson.showMe();
  const jar = lab.browser.jar.all();
  await lesson.enter('what-goes-back');
  expect(lab.browser.jar.all()).toEqual(jar);
  await lesson.enter('cafe');
  expect(shopCookie(lab, 'user')?.value).toBe('alice');
});

test('points at the prediction first, then at the open goal, then at nothing', async () => {
  const { lab, lesson } = testLesson(cookies);
  await lesson.enter('what-goes-back');
  expect(lesson.currentPlace).toBe('lesson');
  lesson.answer('which-parts', 'value');
  lesson.answer('which-requests', 'page');
  expect(lesson.currentPlace).toBe('page');
  await lab.visit(`${shop}/`);
  expect(lesson.done).toBe(true);
  expect(lesson.currentPlace).toBeNull();
});

test('what has been reached stays reached when the lab is undone, until the step is restarted', async () => {
  const { lab, lesson } = testLesson(cookies);
  await lesson.enter('set-cookie');
  await addBread(lab);
  lesson.settle();
  lab.undo();
  expect(reached(lesson)).toContain('add-bread');
  await lesson.restart();
  expect(reached(lesson)).toEqual([]);
});

test('a show begins the step anew, and taking it back returns to what the learner had done', async () => {
  const { lab, lesson } = testLesson(sessions);
  await lesson.enter('new-key');
  await addBread(lab);
  lesson.settle();
  const row = lab.sessions[0];
  await lesson.showMe();
  expect(lesson.done).toBe(true);
  await lesson.takeBack();
  expect(lab.sessions).toEqual([row]);
  expect(reached(lesson)).toEqual(['guest-key']);
});

test('taking back ends a show that is under way', async () => {
  const { lab } = testLesson(cookies);
  let goOn: () => void = () => undefined;
  const { progress } = testLesson(cookies);
  const lesson = new Lesson({
    lab,
    chapter: cookies,
    progress,
    pace: () => new Promise((resolve) => (goOn = resolve)),
  });
  await lesson.enter('set-cookie');
  const shown = lesson.showMe();
  await expect.poll(() => lesson.currentPlace).toBe('page');
  expect(lesson.showing).toBe(true);
  const takenBack = lesson.takeBack();
  goOn();
  await Promise.all([shown, takenBack]);
  expect(lesson.showing).toBe(false);
  expect(lab.browser.jar.all()).toEqual([]);
  expect(lesson.done).toBe(false);
});

test('of steps entered in a hurry only the last one is prepared', async () => {
  const { lesson } = testLesson(sessions);
  await Promise.all([
    lesson.enter('sign-in'),
    lesson.enter('two-clocks'),
    lesson.enter('sign-out'),
  ]);
  expect(lesson.step.slug).toBe('sign-out');
  expect(lesson.previous).toBe('two-clocks');
  expect(lesson.next).toBe('new-key');
});

test('predictions of a step left unfinished are still there on the next visit', async () => {
  const { lesson } = testLesson(cookies);
  await lesson.enter('lifetime');
  lesson.answer('who-survives', 'both');
  await lesson.enter('set-cookie');
  await lesson.enter('lifetime');
  expect(lesson.answers).toEqual({ 'who-survives': 'both' });
});

test('a hint is put away with its step', async () => {
  const { lesson } = testLesson(cookies);
  await lesson.enter('set-cookie');
  lesson.hintShown = true;
  await lesson.enter('forge');
  expect(lesson.hintShown).toBe(false);
});

test('a wrong password is answered, and mended by the right one', async () => {
  const { lab, lesson } = testLesson(sessions);
  await lesson.enter('sign-in');
  await lab.submitForm({
    action: `${shop}/login`,
    method: 'post',
    entries: [
      ['username', 'alice'],
      ['password', 'jam'],
    ],
  });
  expect(lesson.wrongTurn?.slug).toBe('wrong-password');
  await lab.submitForm({
    action: `${shop}/login`,
    method: 'post',
    entries: Object.entries(credentials('alice')),
  });
  expect(lesson.wrongTurn).toBeNull();
  expect(reached(lesson)).toEqual(['sign-in']);
});

test('half an hour at once is answered, and mended by signing in anew', async () => {
  const { lab, lesson } = testLesson(sessions);
  await lesson.enter('two-clocks');
  lab.advance(30 * minute);
  await lab.visit(`${shop}/account`);
  expect(lesson.wrongTurn?.slug).toBe('too-far');
  await signIn(lab);
  lab.advance(3 * minute);
  await lab.visit(`${shop}/cart`);
  expect(lesson.wrongTurn).toBeNull();
  lab.advance(30 * minute);
  await lab.visit(`${shop}/orders/1001`);
  expect(reached(lesson)).toEqual(['stay', 'too-late']);
});

test('closing with nothing lasting in the jar is answered', async () => {
  const { lab, lesson } = testLesson(cookies);
  await lesson.enter('lifetime');
  lab.closeBrowser();
  expect(lesson.wrongTurn?.slug).toBe('nothing-lasting');
  expect(reached(lesson)).toEqual([]);
});

test('signing out of a new row is answered when the copy still opens the old one', async () => {
  const { lab, lesson } = testLesson(sessions);
  await lesson.enter('sign-out');
  const key = shopCookie(lab, 'sid');
  if (key) lab.deleteCookie(key);
  await signIn(lab);
  await lab.submitForm({ action: `${shop}/logout`, method: 'post', entries: [] });
  lab.showBrowser('mallory-laptop');
  await lab.visit(`${shop}/account`);
  expect(lesson.wrongTurn?.slug).toBe('another-row');
  expect(reached(lesson)).toEqual(['delete-cookie', 'copy-works', 'sign-out']);
});

test('another way counts as well: the name is forged by deleting and adding', async () => {
  const { lab, lesson } = testLesson(cookies);
  await lesson.enter('cafe');
  await lab.reload();
  const user = shopCookie(lab, 'user');
  if (user) lab.deleteCookie(user);
  lab.addCookie('user', 'bob');
  await lab.visit(`${shop}/account`);
  expect(reached(lesson)).toEqual(['become-bob']);
});

test('an unchanged price is no forgery, and a value that the shop cannot read is answered', async () => {
  const { lab, lesson } = testLesson(cookies);
  await lesson.enter('forge');
  const cart = shopCookie(lab, 'cart');
  if (cart) lab.putCookie(cart);
  await lab.visit(`${shop}/cart`);
  expect(reached(lesson)).toEqual([]);
  if (cart) lab.putCookie({ ...cart, value: 'salt-bread' });
  await lab.visit(`${shop}/cart`);
  expect(lesson.wrongTurn?.slug).toBe('not-understood');
});

test('a step left in its middle is taken up there by the next lesson, as after a reload', async () => {
  const { lab, lesson, progress } = testLesson(sessions);
  await lesson.enter('new-key');
  await addBread(lab);
  lesson.settle();
  const rows = lab.sessions;

  const next = new Lesson({ lab, chapter: sessions, progress, pace: async () => undefined });
  await next.enter('new-key');
  expect(lab.sessions).toEqual(rows);
  expect(reached(next)).toEqual(['guest-key']);
  await next.restart();
  expect(reached(next)).toEqual([]);
});

test('another step than the one that was left begins where it begins', async () => {
  const { lab, lesson, progress } = testLesson(cookies);
  await lesson.enter('set-cookie');
  await addBread(lab);
  const next = new Lesson({ lab, chapter: cookies, progress, pace: async () => undefined });
  await next.enter('lifetime');
  expect(next.done).toBe(false);
  expect(reached(next)).toEqual([]);
});
