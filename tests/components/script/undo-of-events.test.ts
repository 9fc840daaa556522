import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { startInSandbox } from '../../../src/browser/script/sandbox.ts';
import BrowserWindow from '../../../src/ui/browser/BrowserWindow.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';
import { pageHeaded } from '../fixtures/page-frame.ts';

const labs: ReturnType<typeof testLab>[] = [];

afterEach(() => {
  cleanup();
  for (const lab of labs.splice(0)) lab.reset();
});

/** The lab on a page with script that hears of everything. */
async function showWithScript(address: string) {
  const lab = testLab({
    startScript: async (start, events) => startInSandbox(document, start, events),
  });
  labs.push(lab);
  render(BrowserWindow, { lab });
  await lab.visit(address);
  const { id } = lab.browser.activeTab!.page!;
  await lab.runInConsole(
    id,
    'for (const type of ["click", "submit"]) document.addEventListener(type, ({ target }) => console.log(type, target.tagName))',
  );
  return lab;
}

const urlOf = (lab: ReturnType<typeof testLab>) => lab.browser.activeTab?.page?.url;
const heard = (lab: ReturnType<typeof testLab>) =>
  lab.log.flatMap(({ event }) =>
    event.type === 'script-logged' && event.level === 'log' ? [event.text] : [],
  );

describe('what comes of an event is undone together with it', () => {
  test('a link', async () => {
    const lab = await showWithScript('https://shop.example/');
    const page = await pageHeaded('Baked today');
    await userEvent.click(page.getByRole('link', { name: 'Croissant' }));
    await pageHeaded('Croissant');
    expect(heard(lab)).toEqual(['click A']);
    lab.undo();
    expect(urlOf(lab)).toBe('https://shop.example/');
    expect(heard(lab)).toEqual([]);
  });

  test('a press of a button, the sending of its form, and where that leads', async () => {
    const lab = await showWithScript('https://shop.example/login');
    const page = await pageHeaded('Sign in');
    await userEvent.click(page.getByRole('button', { name: 'Sign in' }));
    await expect.poll(() => lab.sessions).toHaveLength(1);
    expect(heard(lab)).toEqual(['click BUTTON', 'submit FORM']);
    lab.undo();
    expect(lab.sessions).toEqual([]);
    expect(urlOf(lab)).toBe('https://shop.example/login');
    expect(heard(lab)).toEqual([]);
    lab.undo();
    expect(lab.log.some(({ event }) => event.type === 'script-logged')).toBe(false);
  });
});

test('what follows an event is an action of its own when another came between', async () => {
  const lab = await showWithScript('https://shop.example/');
  const { id } = lab.browser.activeTab!.page!;
  const told = lab.dispatchInPage(id, { type: 'click', path: [], submitter: null }, []);
  lab.advance(60_000);
  await told;
  const { now } = lab.clock;
  await lab.followLink('/cart', { followsEvent: true });
  lab.undo();
  expect(urlOf(lab)).toBe('https://shop.example/');
  expect(lab.clock.now).toBe(now);
});
