import { expect, test } from 'vitest';
import { scriptRefusalText } from '../../../src/ui/wire/script-refusal-text.ts';

test.each([
  [
    'allow-origin-other',
    { allowOrigin: 'null', origin: 'https://shop.example' },
    'Access-Control-Allow-Origin is null, and the script is of https://shop.example.',
  ],
  [
    'cookie-rejected',
    { decision: 'http-only-not-overwritten', name: 'sid' },
    'sid is an HttpOnly cookie, and a script cannot overwrite or delete it.',
  ],
  ['expires-and-max-age', {}, 'cookieStore takes expires or maxAge, not both.'],
  ['of-another-time', {}, 'of-another-time'],
  ['toString', {}, 'toString'],
])('%s %j: %s', (code, values, text) => {
  expect(scriptRefusalText({ code, values })).toBe(text);
});
