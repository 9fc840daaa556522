import { cleanup, render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import OverheardPanel from '../../../src/ui/wire/OverheardPanel.svelte';
import { isOverheard } from '../../../src/ui/wire/overheard.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

describe('what is overheard in the café', () => {
  it('of TLS is whom it was for, and how much', async () => {
    const lab = testLab();
    lab.joinNetwork('cafe');
    await signIn(lab);
    render(OverheardPanel, { lab, onselect: vi.fn() });
    expect(screen.getAllByText(/^TLS · \d+ B there, \d+ B back$/)).toHaveLength(
      lab.exchanges.length,
    );
    expect(document.body.textContent).not.toMatch(/butter|Cookie|login/);
  });

  it('without TLS is every letter, as text alone, and the keys first', async () => {
    const lab = testLab();
    lab.joinNetwork('cafe');
    lab.changeCookieAttributes({ secure: false });
    lab.changeProtection({ escapeReviews: false });
    await signIn(lab);
    await lab.visit('https://shop.example/products/salt-bread');
    await lab.submitForm({
      action: '/products/salt-bread/reviews',
      method: 'post',
      entries: [['text', '<img src=x onerror="window.broken=true"><b id="injected">b</b>']],
    });
    await lab.visit('http://shop.example/products/salt-bread');
    const onselect = vi.fn();
    render(OverheardPanel, { lab, onselect });
    const [first] = screen
      .getAllByRole('listitem')
      .filter((row) => within(row).queryByText('In clear'));
    expect(within(first as HTMLElement).getByText('Cookie sid')).toBeVisible();
    expect(document.getElementById('injected')).toBeNull();
    expect(window).not.toHaveProperty('broken');
    await userEvent.click(
      within(first as HTMLElement).getByRole('button', { name: 'shop.example' }),
    );
    expect(onselect).toHaveBeenCalledWith(expect.stringMatching(/^exchange-/));
  });

  it('is offered only where somebody has been in the café', () => {
    const lab = testLab();
    expect(isOverheard(lab)).toBe(false);
    lab.joinNetwork('cafe');
    expect(isOverheard(lab)).toBe(true);
    lab.joinNetwork('home');
    expect(isOverheard(lab)).toBe(true);
  });
});
