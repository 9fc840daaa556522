import { expect, test } from 'vitest';
import { parseRoute, routePath, type Route } from '../../../src/ui/shell/route.ts';

const cookies = { name: 'chapter', language: 'ko', chapter: 'cookies' } as const;

test.each<[path: string, fragment: string, route: Route]>([
  ['en/', '', { name: 'first-page', language: 'en' }],
  ['ko/lab/', '', { name: 'lab', language: 'ko' }],
  ['en/lab/', '#lab=abc', { name: 'lab', language: 'en', fragment: '#lab=abc' }],
  ['ko/tools/har/', '', { name: 'recording', language: 'ko' }],
  ['ko/tools/jwt/', '', { name: 'jwt-workbench', language: 'ko', fragment: '' }],
  [
    'en/tools/jwt/',
    '#token=a.b.c',
    { name: 'jwt-workbench', language: 'en', fragment: '#token=a.b.c' },
  ],
  ['ko/tools/cookie/', '', { name: 'cookie-case', language: 'ko', fragment: '' }],
  ['en/tools/cookie/', '#case=x', { name: 'cookie-case', language: 'en', fragment: '#case=x' }],
  ['ko/cookies/', '', { ...cookies, step: null }],
  ['ko/cookies/', '#forge', { ...cookies, step: 'forge' }],
  ['ko/cookies/', '#short:forge', { ...cookies, step: 'forge', short: true }],
  ['en/learn/', '', { name: 'learn', language: 'en', way: 'whole' }],
  ['en/learn/', '#short', { name: 'learn', language: 'en', way: 'short' }],
  ['en/interview/', '', { name: 'interview', language: 'en', question: null }],
  ['ko/interview/', '#xss', { name: 'interview', language: 'ko', question: 'xss' }],
])('%s%s is a place and can be written again', (path, fragment, route) => {
  expect(parseRoute(path, fragment)).toEqual(route);
  expect(routePath(route)).toBe(path + fragment);
});

test.each([
  ['en', { name: 'first-page', language: 'en' }],
  ['en/index.html', { name: 'first-page', language: 'en' }],
  ['ko/lab/index.html', { name: 'lab', language: 'ko' }],
  ['/ko//lab', { name: 'lab', language: 'ko' }],
])('%s is read leniently', (path, route) => {
  expect(parseRoute(path, '')).toEqual(route);
});

test.each([
  ['', null],
  ['de/', null],
  ['lab/', null],
  ['en/cookies/more/', 'en'],
  ['en/tools/jwt/more/', 'en'],
])('%s is unknown', (path, language) => {
  expect(parseRoute(path, '')).toEqual({ name: 'unknown', language });
});

test('from an unknown place one comes to the first page of its language', () => {
  expect(routePath({ name: 'unknown', language: 'ko' })).toBe('ko/');
  expect(routePath({ name: 'unknown', language: null })).toBe('');
});
