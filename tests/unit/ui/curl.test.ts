import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpRequest } from '../../../src/http/message.ts';
import { curlCommand } from '../../../src/ui/wire/curl.ts';

function request(change: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    targetUri: 'https://shop.example/cart',
    fields: [],
    content: '',
    ...change,
  };
}

/** The words a POSIX shell makes of a command, the program's name left out. */
function words(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

test.each<[string, Partial<HttpRequest>, string[]]>([
  ['a GET', {}, []],
  ['a method', { method: 'DELETE' }, ['--request', 'DELETE']],
  ['a HEAD', { method: 'HEAD' }, ['--head']],
  ['a header', { fields: [['Cookie', "a='b'; c=$(d)"]] }, ['--header', "Cookie: a='b'; c=$(d)"]],
  ['a header without value', { fields: [['X-Empty', '']] }, ['--header', 'X-Empty;']],
  ['what curl would take for the name of a file', { fields: [['@/etc/hosts', 'x']] }, []],
  ['form content', { method: 'POST', content: 'a=1&b=`ls`' }, ['--data-raw', 'a=1&b=`ls`']],
  ['content with PUT', { method: 'PUT', content: 'x' }, ['--request', 'PUT', '--data-raw', 'x']],
  ['a POST without content', { method: 'POST' }, ['--request', 'POST']],
  [
    'what curl writes itself',
    {
      fields: [
        ['Host', 'x'],
        ['Content-Length', '3'],
      ],
    },
    [],
  ],
])('%s', (_what, change, expected) => {
  expect(words(curlCommand(request(change)))).toEqual(['https://shop.example/cart', ...expected]);
});

test('braces in the address are not expanded', () => {
  const targetUri = 'https://shop.example/?a[]={1,2}';
  expect(words(curlCommand(request({ targetUri })))).toEqual([targetUri, '--globoff']);
});

test('whatever the values are, the shell hands them on as they were', () => {
  const value = fc.string({ minLength: 1 }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(value, value, (header, content) => {
      const made = words(
        curlCommand(request({ method: 'POST', fields: [['X', header]], content })),
      );
      expect(made).toEqual([
        'https://shop.example/cart',
        '--header',
        `X: ${header}`,
        '--data-raw',
        content,
      ]);
    }),
    { numRuns: 40 },
  );
});
