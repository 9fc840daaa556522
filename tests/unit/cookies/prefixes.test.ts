import { expect, test } from 'vitest';
import { prefixOf, refusePrefix } from '../../../src/cookies/prefixes.ts';
import { access, cookie } from './access.ts';

test.each([
  ['__Secure-a', '__Secure-'],
  ['__secure-a', '__Secure-'],
  ['__HOST-a', '__Host-'],
  ['__Http-a', '__Http-'],
  ['__Host-Http-a', '__Host-Http-'],
  ['_Host-a', null],
  ['a__Host-', null],
  ['', null],
])('%j begins with the prefix %j', (name, prefix) => {
  expect(prefixOf(name)?.prefix ?? null).toBe(prefix);
});

const promises = {
  secureOnly: true,
  httpOnly: true,
  domainAttribute: null as string | null,
  pathAttribute: '/' as string | null,
  url: 'https://shop.example/',
  api: 'http' as 'http' | 'script',
};

test.each<[name: string, broken: Partial<typeof promises>, code: string | null]>([
  ['__Secure-a', {}, null],
  ['__Secure-a', { domainAttribute: 'shop.example', pathAttribute: '/x' }, null],
  ['__Secure-a', { secureOnly: false }, 'secure-prefix'],
  ['__Secure-a', { url: 'http://shop.example/' }, 'secure-prefix'],
  ['__Secure-a', { url: 'http://localhost/' }, null],
  ['__Host-a', {}, null],
  ['__Host-a', { domainAttribute: 'shop.example' }, 'host-prefix'],
  ['__Host-a', { domainAttribute: '' }, null],
  ['__Host-a', { pathAttribute: '/x' }, 'host-prefix'],
  ['__Host-a', { pathAttribute: null }, 'host-prefix'],
  ['__Host-a', { secureOnly: false }, 'host-prefix'],
  ['__Http-a', {}, null],
  ['__Http-a', { httpOnly: false }, 'http-prefix'],
  ['__Http-a', { api: 'script' }, 'http-prefix'],
  ['__Host-Http-a', { pathAttribute: '/x' }, 'host-http-prefix'],
  ['__Host-Http-a', { httpOnly: false }, 'host-http-prefix'],
])('%s with %j: %s', (name, broken, code) => {
  const { secureOnly, httpOnly, domainAttribute, pathAttribute, url, api } = {
    ...promises,
    ...broken,
  };
  const candidate = {
    cookie: cookie({ name, secureOnly, httpOnly }),
    domainAttribute,
    pathAttribute,
  };
  expect(refusePrefix(candidate, access({ url, api }))?.code ?? null).toBe(code);
});

test.each([
  ['__Secure-a=1', 'nameless-with-prefix'],
  ['__host-', 'nameless-with-prefix'],
  ['a', null],
])('a nameless cookie of the value %j: %s', (value, code) => {
  const candidate = {
    cookie: cookie({ name: '', value }),
    domainAttribute: null,
    pathAttribute: null,
  };
  expect(refusePrefix(candidate, access())?.code ?? null).toBe(code);
});
