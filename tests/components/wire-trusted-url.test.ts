import { expect, it } from 'vitest';
import { allowWorkerUrl } from '../../src/wire/trusted-worker-url.ts';

interface DefaultPolicy {
  createScriptURL(url: string): unknown;
}

it('lets only the worker through Trusted Types', () => {
  allowWorkerUrl('/sw.js');
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes: { defaultPolicy: DefaultPolicy };
  };
  const { defaultPolicy } = trustedTypes;
  expect(String(defaultPolicy.createScriptURL(new URL('/sw.js', location.href).href))).toMatch(
    /\/sw\.js$/,
  );
  for (const url of [
    '/other.js',
    '/sw.js?v=2',
    'https://evil.example/sw.js',
    'data:text/javascript,1',
  ]) {
    expect(() => defaultPolicy.createScriptURL(url)).toThrow(TypeError);
  }
});
