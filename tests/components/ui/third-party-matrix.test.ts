import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { ThirdPartyCookies } from '../../../src/cookies/partitioned.ts';
import CookieDetail from '../../../src/ui/browser/CookieDetail.svelte';
import { cookie } from '../fixtures/exchanges.ts';
import { testLab } from '../../unit/lab/test-lab.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test.each<readonly [ThirdPartyCookies, string]>([
  ['allowed', 'sent: track matches the host, the path and every other condition.'],
  [
    'blocked',
    'no: track would be a third-party cookie on https://evil.example, and this browser blocks those.',
  ],
])('with third-party cookies %s, an image of another site says: %s', (policy, name) => {
  const lab = testLab();
  vi.spyOn(lab.browser.jar, 'thirdPartyCookies', 'get').mockReturnValue(policy);
  const track = cookie({ name: 'track', domain: 'ads.example', sameSite: 'none' });
  const [onsaved, oncancel] = [vi.fn(), vi.fn()];
  render(CookieDetail, { lab, cookie: track, language: 'en', onsaved, oncancel });
  const image = screen.getByRole('row', { name: /^Image/ });
  expect(image.querySelectorAll('button').item(1)).toHaveAccessibleName(name);
});
