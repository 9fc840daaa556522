import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import ProtectionControl from '../../../src/ui/controls/ProtectionControl.svelte';
import HolesBadge from '../../../src/ui/server/HolesBadge.svelte';
import LootPanel from '../../../src/ui/server/LootPanel.svelte';
import { usualProtection } from '../../../src/server/shop/protection/settings.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

test('holes and defences are switched, told of, and set back together', async () => {
  const lab = testLab();
  render(ProtectionControl, { lab });
  await userEvent.click(screen.getByRole('button', { name: /^Holes and defences/ }));
  const settings = await screen.findByRole('dialog', { name: 'Holes and defences' });
  const back = await within(settings).findByRole('button', { name: 'As on the first day' });
  expect(back).toBeDisabled();

  await userEvent.click(within(settings).getByRole('checkbox', { name: 'Reviews as HTML' }));
  await userEvent.click(within(settings).getByRole('checkbox', { name: 'Check Origin' }));
  await userEvent.selectOptions(
    within(settings).getByRole('combobox', { name: 'CSRF token' }),
    'Synchroniser',
  );
  expect(lab.settings.protection).toEqual({
    ...usualProtection,
    escapeReviews: false,
    checkOrigin: true,
    formToken: 'synchroniser',
  });
  expect(screen.getByText('Holes open: 1')).toBeInTheDocument();

  await userEvent.click(back);
  expect(lab.settings.protection).toEqual(usualProtection);
  lab.undo();
  expect(lab.settings.protection.formToken).toBe('synchroniser');
});

test('the stage warns of the holes that are open, and of nothing else', async () => {
  const { rerender } = render(HolesBadge, { settings: usualProtection });
  expect(screen.queryByRole('status')).toBeNull();
  await rerender({
    settings: { ...usualProtection, changeByGet: true, endSessionAtSignOut: false },
  });
  expect(screen.getByRole('status')).toHaveTextContent(
    '⚠ Open: Changes by GET · Sign-out leaves the row',
  );
});

test('what was collected is shown as text, whatever it is', async () => {
  const lab = testLab();
  const payload = '<img src=x onerror="parent.document.title=1"><script>top.x=1</script>';
  await lab.visit(`https://evil.example/collect?${encodeURIComponent(payload)}`);
  const { container } = render(LootPanel, { lab });
  expect(screen.getByText(payload)).toBeVisible();
  expect(container.querySelector('img, script')).toBeNull();
});
