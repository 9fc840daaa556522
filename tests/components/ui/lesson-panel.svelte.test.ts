import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { findChapter } from '../../../src/tutorial/chapters.ts';
import { Lesson } from '../../../src/tutorial/lesson.svelte.ts';
import { ProgressKeeper } from '../../../src/tutorial/progress-keeper.svelte.ts';
import type { Place } from '../../../src/tutorial/step.ts';
import LessonPanel from '../../../src/ui/lesson/LessonPanel.svelte';
import { wayThroughChapter } from '../../../src/ui/lesson/way-through.ts';
import { routePath } from '../../../src/ui/shell/route.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

let stop: () => void = () => undefined;

afterEach(() => {
  cleanup();
  stop();
});

async function showStep(step: string, slug = 'cookies') {
  const gone: Place[] = [];
  const lab = testLab();
  const { chapter, prose } = await findChapter(slug)!.load('en');
  const progress = new ProgressKeeper({ get: () => null, set: () => undefined });
  let made: Lesson | undefined;
  stop = $effect.root(() => {
    made = new Lesson({ lab, chapter, progress, pace: async () => undefined });
  });
  const lesson = made!;
  await lesson.enter(step);
  render(LessonPanel, {
    lesson,
    prose,
    stepHref: (slug: string) => `#${slug}`,
    way: wayThroughChapter({
      place: { chapter: slug, step },
      previous: lesson.previous,
      next: lesson.next,
      prose,
      language: 'en',
      href: (route) => routePath(route).replace(/^.*\//, ''),
    }),
    ongo: (place: Place) => gone.push(place),
  });
  return { lab, lesson, gone };
}

test('where to act is said, and gone to', async () => {
  const { lab, gone } = await showStep('set-cookie');
  expect(screen.getByText('Look or act here: The page in the browser window')).toHaveRole('status');
  await press('Go to: The page in the browser window');
  expect(gone).toEqual(['page']);
  await lab.submitForm(addBread);
  await lab.visit('https://shop.example/cart');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Go to/ })).toBeNull());
});

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const addBread = { action: '/cart', method: 'post', entries: [['product', 'salt-bread']] } as const;

const goal = (text: RegExp) => screen.getByText(text).closest('li')!;

test('a goal is ticked by what happens in the lab', async () => {
  const { lab } = await showStep('set-cookie');
  expect(within(goal(/^Put a salt bread in the cart/)).queryByText('Done:')).toBeNull();
  await lab.submitForm(addBread);
  await waitFor(() => within(goal(/^Put a salt bread in the cart/)).getByText('Done:'));
});

test('the question for afterwards comes with the last goal, and its answer ends the step', async () => {
  const { lab } = await showStep('set-cookie');
  await lab.submitForm(addBread);
  expect(screen.queryByRole('group', { name: 'Question' })).toBeNull();
  await lab.visit('https://shop.example/cart');
  await screen.findByRole('group', { name: 'Question' });

  await userEvent.click(screen.getByRole('radio', { name: 'The server' }));
  expect(screen.getByText('Not quite.')).toBeVisible();
  expect(screen.getByText(/^A cookie is a value that the server asks/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Next: What goes back?' })).toHaveAttribute(
    'href',
    '#what-goes-back',
  );
});

test('a prediction is noted, and answered only when the step is done', async () => {
  const { lab } = await showStep('what-goes-back');
  await userEvent.click(screen.getByRole('radio', { name: 'Only the value' }));
  await userEvent.click(screen.getByRole('radio', { name: 'The page and every picture' }));
  expect(screen.getAllByText('Noted. Now see what really happens.')).toHaveLength(2);
  expect(screen.queryByText('Not quite.')).toBeNull();
  expect(screen.queryByText('Right.')).toBeNull();

  await lab.visit('https://shop.example/');
  expect(await screen.findByText('Not quite.')).toBeVisible();
  expect(screen.getByText(/^The name goes along/)).toBeVisible();
  expect(screen.queryByText('Noted. Now see what really happens.')).toBeNull();
});

test('a hint comes when asked for, and goes again', async () => {
  await showStep('set-cookie');
  expect(screen.queryByText(/^In the browser column, press/)).toBeNull();
  await press('Hint');
  expect(screen.getByText(/^In the browser column, press/)).toBeVisible();
  await press('Hint');
  expect(screen.queryByText(/^In the browser column, press/)).toBeNull();
});

test('Show me does the step in the real lab, and all of it can be taken back', async () => {
  const { lab } = await showStep('set-cookie');
  await press('Show me');
  expect(await screen.findByText(/^A cookie is a value that the server asks/)).toBeVisible();
  expect(lab.browser.jar.all().map(({ name }) => name)).toEqual(['cart']);

  await userEvent.click(await screen.findByRole('button', { name: 'Take back' }));
  await screen.findByRole('button', { name: 'Show me' });
  expect(lab.browser.jar.all()).toEqual([]);
  expect(screen.queryByText('Done:')).toBeNull();
});

test('restarting the step begins it anew', async () => {
  const { lab } = await showStep('set-cookie');
  await lab.submitForm(addBread);
  await screen.findByText('Done:');
  await press('Restart the step');
  await waitFor(() => expect(screen.queryByText('Done:')).toBeNull());
  expect(lab.browser.jar.all()).toEqual([]);
});

test('a step not done may be skipped', async () => {
  await showStep('set-cookie');
  expect(screen.getByRole('link', { name: 'Skip' })).toHaveAttribute('href', '#what-goes-back');
  expect(screen.getByRole('link', { current: 'step' })).toHaveAccessibleName(
    /^Step 1: One line in a response/,
  );
});

test('prose names the value that the lab has just made', async () => {
  const { lab } = await showStep('set-cookie');
  const sentence = within(goal(/^Open the cart again/));
  expect(sentence.getByText('cart')).toBeVisible();
  await lab.submitForm(addBread);
  const { value } = lab.browser.jar.all()[0]!;
  expect(await sentence.findByText(value)).toBeVisible();
  expect(sentence.queryByRole('button')).toBeNull();
});

test('a value that is a key is the pill that it is everywhere', async () => {
  const { lab } = await showStep('new-key', 'sessions');
  await lab.visit('https://shop.example/');
  await lab.submitForm(addBread);
  const { value } = lab.browser.jar.all()[0]!;
  expect(await screen.findByRole('button', { name: `Key ${value}` })).toBeVisible();
});
