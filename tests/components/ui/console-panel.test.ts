import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { startInSandbox } from '../../../src/browser/script/sandbox.ts';
import ConsolePanel from '../../../src/ui/browser/ConsolePanel.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

const labs: ReturnType<typeof testLab>[] = [];

afterEach(() => {
  cleanup();
  for (const lab of labs.splice(0)) lab.reset();
});

async function showConsole(prepare: (lab: ReturnType<typeof testLab>) => Promise<void> = signIn) {
  const lab = testLab({
    startScript: async (start, events) => startInSandbox(document, start, events),
  });
  labs.push(lab);
  await prepare(lab);
  render(ConsolePanel, { lab });
  return { lab, user: userEvent.setup() };
}

const prompt = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'JavaScript to run in this page' });
const output = () => screen.getByRole('log', { name: 'Console output' });
const said = (text: string | RegExp) => within(output()).findByText(text);

test('what is typed runs in the page, and what comes of it is shown', async () => {
  const { lab, user } = await showConsole();
  await user.type(prompt(), 'const x = 20; x + 1{Enter}');
  expect(await said('21')).toBeVisible();
  await user.type(prompt(), 'document.cookie = "theme=dark"; document.cookie{Enter}');
  expect(await said('"theme=dark"')).toBeVisible();
  expect(lab.browser.jar.all().map(({ name }) => name)).toContain('theme');
  await user.type(prompt(), 'nothing.there{Enter}');
  expect(await said('Uncaught ReferenceError: nothing is not defined')).toBeVisible();
  await user.type(prompt(), 'console.warn("careful", [[1]); {Enter}');
  expect(await said('careful [1]')).toBeVisible();
});

test('earlier lines come back with the arrow keys, and a line may be broken', async () => {
  const { user } = await showConsole();
  await user.type(prompt(), '1 + 1{Enter}');
  await said('2');
  await user.type(prompt(), '"second"{Enter}');
  await expect.poll(() => within(output()).queryAllByText('"second"')).toHaveLength(2);
  await user.type(prompt(), 'draft{ArrowUp}');
  expect(prompt()).toHaveValue('"second"');
  await user.keyboard('{ArrowUp}');
  expect(prompt()).toHaveValue('1 + 1');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(prompt()).toHaveValue('draft');
  await user.clear(prompt());
  await user.type(prompt(), '2 +{Shift>}{Enter}{/Shift}3');
  expect(prompt()).toHaveValue('2 +\n3');
  await user.keyboard('{Enter}');
  expect(await said('5')).toBeVisible();
});

test('empty, it offers lines to begin with; cleared, it is empty again', async () => {
  const { user } = await showConsole();
  expect(screen.getByText(/no HttpOnly cookie/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: "(await fetch('/')).status" }));
  expect(await said('200')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(screen.getByRole('button', { name: 'document.cookie' })).toBeVisible();
  expect(within(output()).queryByText('200')).toBeNull();
});

test('a script that does not end is stopped, and the page goes on', async () => {
  const { user } = await showConsole();
  await user.type(prompt(), 'for (;;);{Enter}');
  expect(await said(/ran for more than a second/)).toBeVisible();
  await user.type(prompt(), '6 * 7{Enter}');
  expect(await said('42')).toBeVisible();
});

test('without a page there is nothing to speak to', async () => {
  await showConsole(async () => undefined);
  expect(screen.getByText('No page, no script. Open a page first.')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});
