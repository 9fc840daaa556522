import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import StoragePanel from '../../../src/ui/browser/StoragePanel.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function shown() {
  const lab = testLab();
  await lab.visit('https://shop.example/');
  render(StoragePanel, { lab });
  return lab;
}

async function add(kind: string, key: string, value: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Add an entry' }));
  const form = within(screen.getByRole('form', { name: 'Add an entry' }));
  await userEvent.selectOptions(form.getByRole('combobox', { name: 'Storage' }), kind);
  await userEvent.type(form.getByRole('textbox', { name: 'Key' }), key);
  await userEvent.type(form.getByRole('textbox', { name: 'Value' }), value);
  await userEvent.click(form.getByRole('button', { name: 'Add an entry' }));
}

const stored = (lab: Awaited<ReturnType<typeof shown>>) =>
  lab.browser.storage.all().map(({ kind, origin, entries }) => ({ kind, origin, entries }));

describe('the storage panel', () => {
  it('says when there is nothing, and how something comes about', async () => {
    await shown();
    expect(screen.getByText(/^Nothing is stored here/)).toBeVisible();
  });

  it('adds, edits and removes entries by hand, and undo takes each back', async () => {
    const lab = await shown();
    const area = { kind: 'local', origin: 'https://shop.example' };
    await add('localStorage', 'theme', 'dark');
    expect(stored(lab)).toEqual([{ ...area, entries: [['theme', 'dark']] }]);

    const value = screen.getByRole('textbox', { name: 'Value of theme' });
    await userEvent.clear(value);
    await userEvent.type(value, 'light');
    await userEvent.tab();
    expect(stored(lab)).toEqual([{ ...area, entries: [['theme', 'light']] }]);

    await userEvent.click(screen.getByRole('button', { name: 'Remove theme' }));
    expect(stored(lab)).toEqual([]);
    lab.undo();
    lab.undo();
    expect(stored(lab)).toEqual([{ ...area, entries: [['theme', 'dark']] }]);
    expect(await screen.findByDisplayValue('dark')).toBeVisible();
  });

  it('keeps what belongs to a tab apart from what belongs to the origin', async () => {
    const lab = await shown();
    await add('sessionStorage', 'step', '2');
    await add('localStorage', 'theme', 'dark');
    expect(stored(lab).map(({ kind }) => kind)).toEqual(['session', 'local']);
    lab.closeTab(lab.browser.activeTabId ?? '');
    expect(stored(lab).map(({ kind }) => kind)).toEqual(['local']);
  });

  it('tells what script of a page stores', async () => {
    const lab = await shown();
    const page = lab.browser.activeTab?.page;
    const storage = lab.browser.scriptAccess(page?.id ?? '')?.storage('local');
    if (storage?.ok === true) storage.value.setItem('seen', '1');
    expect(await screen.findByDisplayValue('1')).toBeVisible();
    expect(screen.getByText('localStorage of https://shop.example')).toBeVisible();
  });
});
