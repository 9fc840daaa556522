import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as m from '../../../../src/messages/compiled/messages.js';
import MinuteTimer from '../../../../src/ui/interview/MinuteTimer.svelte';

beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

test('counts a minute down, says that it is over, and can be stopped', async () => {
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  render(MinuteTimer);
  await user.click(screen.getByRole('button', { name: m.interview_timer_start() }));
  expect(screen.getByRole('timer').textContent).toBe('1:00');
  await vi.advanceTimersByTimeAsync(15_000);
  expect(screen.getByRole('timer').textContent).toMatch(/^0:4\d$/);
  expect(screen.getByRole('status').textContent).toBe('');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(screen.getByRole('timer').textContent).toBe('0:00');
  expect(screen.getByRole('status').textContent).toBe(m.interview_timer_over());
  await user.click(screen.getByRole('button', { name: m.interview_timer_stop() }));
  expect(screen.queryByRole('timer')).toBeNull();
});
