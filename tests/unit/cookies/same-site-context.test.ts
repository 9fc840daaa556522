import { expect, test } from 'vitest';
import {
  sameSiteContextOf,
  type RequestCircumstances,
} from '../../../src/cookies/same-site-context.ts';

const SHOP = 'https://shop.example/';
const API = 'https://api.shop.example/';
const PLAIN = 'http://shop.example/';
const NEWS = 'https://news.example/';

const cases: [what: string, change: Partial<RequestCircumstances>, context: string][] = [
  ['typed', { userTyped: true, initiator: null }, 'strict'],
  [
    'typed, redirected from elsewhere',
    { userTyped: true, initiator: null, redirectChain: [NEWS] },
    'strict',
  ],
  ['a link of the same site', { initiator: API }, 'strict'],
  [
    'a link of the same site through another one',
    { initiator: API, redirectChain: [NEWS] },
    'strict',
  ],
  ['a link from elsewhere', { initiator: NEWS }, 'lax'],
  ['a link from elsewhere through the same site', { initiator: NEWS, redirectChain: [API] }, 'lax'],
  ['a link from the same domain without TLS', { initiator: PLAIN }, 'lax'],
  ['a form posted on the same site', { initiator: SHOP, method: 'POST' }, 'strict'],
  ['a form posted from elsewhere', { initiator: NEWS, method: 'POST' }, 'lax-method-unsafe'],
  ['a picture', { kind: 'subresource', initiator: API, topLevelUrl: SHOP }, 'strict'],
  [
    'a picture on another page',
    { kind: 'subresource', initiator: NEWS, topLevelUrl: NEWS },
    'cross-site',
  ],
  [
    'a picture in a frame of the site on another page',
    { kind: 'subresource', initiator: SHOP, topLevelUrl: NEWS },
    'cross-site',
  ],
  [
    'a picture with another site between',
    { kind: 'subresource', initiator: SHOP, topLevelUrl: SHOP, frameAncestors: [NEWS] },
    'cross-site',
  ],
  ['a fetch', { kind: 'fetch', initiator: SHOP, topLevelUrl: SHOP, method: 'POST' }, 'strict'],
  ['a fetch from elsewhere', { kind: 'fetch', initiator: NEWS, topLevelUrl: NEWS }, 'cross-site'],
  ['a frame', { initiator: SHOP, topLevelUrl: SHOP }, 'strict'],
  ['a frame on another page', { initiator: NEWS, topLevelUrl: NEWS }, 'cross-site'],
  ['a foreign frame that comes home', { initiator: NEWS, topLevelUrl: SHOP }, 'cross-site'],
];

test.each(cases)('%s', (_, change, context) => {
  const request: RequestCircumstances = {
    url: SHOP,
    redirectChain: [],
    initiator: null,
    method: 'GET',
    kind: 'navigation',
    topLevelUrl: null,
    userTyped: false,
    ...change,
  };
  expect(sameSiteContextOf(request)).toBe(context);
});
