import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import Pill from '../../src/ui/secret/Pill.svelte';
import SecretText from '../../src/ui/secret/SecretText.svelte';
import { now, secrets, sessionId } from './fixtures/exchanges.ts';

afterEach(cleanup);

function pills(): HTMLElement[] {
  return screen.getAllByRole('button', { name: `Key ${sessionId}` });
}

test('touching one pill lights up all pills of the same value', async () => {
  render(Pill, { value: sessionId });
  render(Pill, { value: sessionId });
  render(Pill, { value: 'ffff0000ffff0000' });
  const other = screen.getByRole('button', { name: 'Key ffff0000ffff0000' });

  await userEvent.hover(pills()[0]!);
  for (const pill of pills()) expect(pill).toHaveClass('lit');
  expect(other).not.toHaveClass('lit');

  await userEvent.unhover(pills()[0]!);
  for (const pill of pills()) expect(pill).not.toHaveClass('lit');
});

test('a press keeps them lit, and a second one lets go', async () => {
  render(Pill, { value: sessionId });
  const [pill] = pills();
  await userEvent.click(pill!);
  expect(pill).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(pill!);
  expect(pill).toHaveAttribute('aria-pressed', 'false');
});

test('a pill that opens something does that instead', async () => {
  const onopen = vi.fn();
  render(Pill, { value: sessionId, kind: 'token', onopen });
  await userEvent.click(screen.getByRole('button', { name: `Token ${sessionId}` }));
  expect(onopen).toHaveBeenCalledOnce();
});

test('a text keeps its spaces around the pill', () => {
  const { container } = render(SecretText, { text: `sid=${sessionId}; Path=/`, secrets, now });
  expect(container.textContent).toBe('sid=9f3c…a17e; Path=/');
});
