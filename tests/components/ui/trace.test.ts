import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import Trace from '../../../src/ui/server/Trace.svelte';
import { speak, type Language } from '../../../src/ui/shell/language.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(() => {
  cleanup();
  speak('en');
});

/** The trace of the request that sends the password, or tries to. */
async function showSignIn({
  language = 'en',
  password = 'butter',
}: { language?: Language; password?: string } = {}) {
  const lab = testLab();
  await signIn(lab, 'alice', password);
  const exchange = lab.exchanges.find(({ request }) => request.method === 'POST')!;
  speak(language);
  render(Trace, { exchange, secrets: lab.knownSecrets });
  return lab;
}

const steps = () =>
  within(screen.getByRole('list'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('without a message it says what stands here', () => {
  render(Trace, { exchange: null, secrets: new Set<string>() });
  expect(screen.getByText(/^Choose a message/)).toBeVisible();
});

test.each<readonly [Language, string, string]>([
  ['en', 'Trace', 'Wrote a row into the session table'],
  ['ko', '처리 과정', '세션 저장소에 한 줄 씀'],
])('in %s the server tells what it did', async (language, title, sentence) => {
  await showSignIn({ language });
  expect(screen.getByRole('region', { name: title })).toBeVisible();
  expect(screen.getByText('POST /login')).toBeVisible();
  expect(steps().some((step) => step.includes(sentence))).toBe(true);
});

test('the made identifier is the key that stands in the session table', async () => {
  const lab = await showSignIn();
  expect(screen.getAllByRole('button', { name: `Key ${lab.sessions[0]!.id}` })).not.toHaveLength(0);
});

test('a refused step is marked, for the ear as well', async () => {
  await showSignIn({ password: 'margarine' });
  const refused = steps().filter((step) => step.includes('Refused:'));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatch(/^×/);
  expect(refused[0]).toContain('User name and password do not match');
  expect(steps()[0]).toMatch(/^✓/);
});

test('a step shows the code that ran, in the handler’s own source', async () => {
  await showSignIn();
  const button = screen.getByRole('button', { name: 'Code of: The password’s hash matches' });
  await userEvent.click(button);
  const source = await screen.findByRole('region', {
    name: 'Source of server/shop/credentials.ts',
  });
  const ran = [...source.querySelectorAll('.ran')].map(({ textContent }) => textContent);
  expect(ran.join('\n')).toContain('await passwordMatches(');
  expect(ran.join('\n')).not.toContain('credentials-read');
  await userEvent.click(button);
  expect(screen.queryByRole('region', { name: /^Source of/ })).toBeNull();
});
