import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import JwtDecoded from '../../src/ui/jwt/JwtDecoded.svelte';
import JwtToken from '../../src/ui/jwt/JwtToken.svelte';
import { base64url, now, token } from './fixtures/exchanges.ts';

afterEach(cleanup);

const minute = 60_000;

function decoded(shown: string, at = now): HTMLElement {
  render(JwtDecoded, { token: shown, now: at });
  return screen.getByRole('group', { name: 'Decoded token' });
}

test('header, payload and signature are read without any key', () => {
  const region = decoded(token);
  expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
    'Header',
    'Payload',
    'Signature',
  ]);
  expect(region.textContent).toContain('"alg": "HS256"');
  expect(region.textContent).toContain('"sub": "alice"');
  expect(region.textContent).toContain('Decoded without any key');
});

test('registered claims are explained, and times said in words on the lab’s clock', () => {
  const region = decoded(token, now + 40 * minute);
  expect(region.textContent).toContain('issuer: who made the token');
  expect(region.textContent).toMatch(
    /expiry: refused from then on\s*Oct 4, 2026.*\(10 minutes ago\)/,
  );
});

test('a token without signature says that nothing protects it', () => {
  expect(
    decoded(`${base64url({ alg: 'none' })}.${base64url({ sub: 'alice' })}.`).textContent,
  ).toContain('There is no signature');
});

test.each([
  ['two parts', 'abc.def', /has three parts/],
  ['an encrypted token', 'a.b.c.d.e', /JWE/],
  ['no JSON', `${btoa('hello').replaceAll('=', '')}.${base64url({})}.x`, /is not JSON/],
])('%s: the reason is given', (_what, malformed, reason) => {
  expect(decoded(malformed).textContent).toMatch(reason);
});

test('the short form keeps three parts in three colours, each with its own underline', () => {
  const { container } = render(JwtToken, { token, short: true });
  expect(container.textContent).toBe('eyJhbG….eyJpc3….dBjftJ…');
  const underlined = [...container.querySelectorAll('.header, .payload, .signature')];
  expect(underlined).toHaveLength(3);
});
