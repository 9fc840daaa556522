import { cleanup, render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import LoadPanel from '../../../src/ui/load/LoadPanel.svelte';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

function shown(language = 'en') {
  const lab = testLab();
  const user = userEvent.setup();
  render(LoadPanel, { lab, language });
  const send = () => screen.getByRole('button', { name: 'Send 100 requests' });
  const sent = async () => {
    await user.click(send());
    // Every progress that is shown has the whole page searched again.
    await screen.findByRole('table', { name: 'Score-card' }, { timeout: 25_000 });
  };
  const cells = (measure: string) =>
    within(
      within(screen.getByRole('table', { name: 'Score-card' })).getByRole('row', {
        name: new RegExp(`^${measure}`),
      }),
    )
      .getAllByRole('cell')
      .map(({ textContent }) => textContent?.trim());
  return { lab, user, send, sent, cells };
}

describe('the load', () => {
  it('says what will stand here, and how to make it happen', () => {
    shown();
    expect(screen.getByText(/^Nothing has been sent yet\. Send the load/)).toBeVisible();
  });

  it('is counted side by side, and told in a sentence', async () => {
    const { sent, cells } = shown();
    await sent();
    expect(cells('Look-ups')).toEqual(['80', '0']);
    expect(cells('Signatures verified')).toEqual(['0', '80']);
    expect(cells('Cookie octets')).toEqual(['4.6 kB', expect.stringMatching(/^3\d(\.\d)? kB$/)]);
    expect(cells('Guests who must sign in again')).toEqual(['10', '0']);
    expect(cells('A thief is out after')).toEqual(['next request', '15 minutes']);
    expect(
      screen.getByText(/^Sent\. Sessions: 40 recognised, 40 not recognised, 20 not answered\./),
    ).toHaveRole('status');
  });

  it('is what its settings say', async () => {
    const { user, sent, cells } = shown();
    await user.selectOptions(screen.getByLabelText('Instances'), '3');
    await user.selectOptions(screen.getByLabelText('Sessions are'), 'shared store');
    await user.selectOptions(screen.getByLabelText('Taking back early'), 'Token version');
    await sent();
    expect(cells('Trips to the shared store')).toEqual(['100 · 200 ms', '100 · 200 ms']);
    expect(cells('A thief is out after')).toEqual(['next request', 'next request']);
    expect(screen.getByText(/^3 × shared store, in turn · shop-1 crashes/)).toBeVisible();
  });

  it('has the drawn series as numbers too', async () => {
    const { user, sent } = shown();
    await sent();
    await user.click(screen.getByText('As numbers'));
    const row = screen.getByRole('row', { name: /^41–45/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['0', '0', '5', '0', '0', '5']);
  });

  it('is computed for a million users, and says so', async () => {
    const { sent } = shown();
    await sent();
    expect(screen.getByText(/^Computed, not measured/)).toBeVisible();
    const row = screen.getByRole('row', { name: /^1,000,000/ });
    expect(within(row).getAllByRole('cell')[0]).toHaveTextContent('193 MB');
    expect(within(row).getAllByRole('cell')[1]).toHaveTextContent('0 B');
  });

  it('can be called off, and leaves nothing behind', async () => {
    const { lab, user, send } = shown();
    await user.click(send());
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(send()).toBeEnabled();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(lab.log).toEqual([]);
  });
});

describe('a million rows', () => {
  it('are filled in, timed, and compared with the way to a store', async () => {
    const { user } = shown();
    await user.click(screen.getByRole('button', { name: 'Fill a table and measure' }));
    const last = await screen.findByRole('row', { name: /^1,000,000/ }, { timeout: 30_000 });
    expect(within(last).getAllByRole('cell')[1]).toHaveTextContent('208 MB');
    const hop = screen.getByRole('row', { name: /^The way to a shared store/ });
    expect(within(hop).getAllByRole('cell')[0]).toHaveTextContent('2 ms');
  });
});
