import { cleanup, render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attacks } from '../../../src/lab/attacks/attacks.ts';
import { defences } from '../../../src/lab/attacks/defences.ts';
import AttackMatrix from '../../../src/ui/attacks/AttackMatrix.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

function shown() {
  const lab = testLab();
  const opened = vi.fn();
  render(AttackMatrix, {
    lab,
    opened,
    attacks: attacks.filter(({ id }) => id === 'replayed-jwt' || id === 'xss-order'),
    defences: defences.filter(({ id }) => id === 'deny-list' || id === 'secure'),
  });
  return { lab, opened, user: userEvent.setup() };
}

const cell = (name: string) => screen.findByRole('button', { name });

describe('the matrix of attacks and defences', { timeout: 60_000 }, () => {
  it('runs each pair that there can be, and says by what an attack was stopped', async () => {
    const { user, lab } = shown();
    // Without script there is no script to steal anything: one attack is left.
    expect(screen.getByRole('status')).toHaveTextContent('3 attacks to run.');
    await user.click(screen.getByRole('button', { name: 'Run all' }));
    await screen.findByText('All 3 run.', {}, { timeout: 30_000 });
    expect(await cell('JWT used after sign-out, No defence: succeeds')).toBeEnabled();
    expect(await cell('JWT used after sign-out, Secure: succeeds')).toBeEnabled();
    await user.click(await cell('JWT used after sign-out, Deny-list: stopped'));
    expect(
      screen.getByRole('heading', { name: 'JWT used after sign-out · Deny-list' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'RFC 6750 §3.1' })).toBeVisible();
    expect(lab.log).toEqual([]);
  });

  it('opens a run as the lab on the stage, and undo brings the learner’s own back', async () => {
    const { user, lab, opened } = shown();
    await lab.visit('https://news.example/');
    await user.click(screen.getByRole('button', { name: 'Run all' }));
    await screen.findByText('All 3 run.', {}, { timeout: 30_000 });
    await user.click(await cell('JWT used after sign-out, No defence: succeeds'));
    await user.click(screen.getByRole('button', { name: 'Open this run' }));
    await vi.waitFor(() => expect(opened).toHaveBeenCalled(), { timeout: 30_000 });
    expect([lab.browserId, lab.settings.remember]).toEqual(['mallory-laptop', 'jwt-cookie']);
    expect(lab.browser.activeTab?.page?.url).toBe('https://shop.example/account');
    lab.undo();
    expect(lab.browser.activeTab?.page?.url).toBe('https://news.example/');
  });

  it('can be called off', async () => {
    const { user } = shown();
    await user.click(screen.getByRole('button', { name: 'Run all' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/^Cancelled after \d of 3\.$/)).toBeVisible();
  });
});
