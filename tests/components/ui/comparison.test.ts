import { cleanup, render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import ComparisonControl from '../../../src/ui/comparison/ComparisonControl.svelte';
import { labWithScript } from '../script/lab-with-script.ts';

afterEach(cleanup);

/** Milliseconds. Two visits of each of the seven ways, and a dozen looks at copied keys. */
const patience = 60_000;

async function opened() {
  const lab = labWithScript();
  const user = userEvent.setup();
  render(ComparisonControl, { lab, language: 'en' });
  await user.click(screen.getByRole('button', { name: 'Compare' }));
  const dialog = await screen.findByRole('dialog', { name: 'The ways to remember, measured' });
  await within(dialog).findByText('All 7 measured.', {}, { timeout: patience });
  const cells = (way: string) =>
    within(within(dialog).getByRole('row', { name: new RegExp(`^${way}`) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent?.trim());
  return { lab, user, dialog, cells };
}

describe('comparing the ways to remember', { timeout: patience }, () => {
  it('measures each way, without touching the lab', async () => {
    const { lab, cells } = await opened();
    expect(cells('Session').slice(0, 5)).toEqual([
      '1 entry · 35 B',
      expect.stringMatching(/^1 row · \d+ B$/),
      '46 B',
      '1 look-up',
      'Dead at once: the server has taken it back',
    ]);
    expect(cells('JWT in a cookie').slice(1, 5)).toEqual([
      'nothing',
      expect.stringMatching(/^\d+ B$/),
      '1 signature',
      'Opens for 15 minutes more: nobody can take it back',
    ]);
    expect(cells('Access . refresh token').slice(0, 5)).toEqual([
      expect.stringMatching(/^3 entries · \d+ B$/),
      expect.stringMatching(/^1 row · \d+ B$/),
      expect.stringMatching(/^\d+ B$/),
      '2 signatures',
      'Opens for 5 minutes more: nobody can take it back',
    ]);
    expect(lab.log).toEqual([]);
  });

  it('uses in the lab the way that one chooses', async () => {
    const { lab, user, dialog } = await opened();
    await user.click(
      within(dialog).getByRole('button', { name: 'Use in the lab: JWT in a cookie' }),
    );
    expect(lab.settings.remember).toBe('jwt-cookie');
    expect(within(dialog).getByText('All 7 measured.')).toBeVisible();
  });
});
