import * as v from 'valibot';
import { expect, test } from 'vitest';
import { HTTP_VERSIONS } from '../../../../src/http/http-version.ts';
import type { Har, HarEntry } from '../../../../src/lab/har/har.ts';
import { writeHar } from '../../../../src/lab/har/write-har.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { signIn, testLab } from '../test-lab.ts';
import { harSchema } from './har-schema.ts';

function recordingOf(lab: Lab): Har {
  return writeHar({
    exchanges: lab.exchanges,
    log: lab.log,
    creator: { name: 'Remember Me', version: '1' },
  });
}

function entryFor({ log }: Har, method: string, path: string): HarEntry {
  const found = log.entries.find(
    ({ request }) => request.method === method && new URL(request.url).pathname === path,
  );
  if (found === undefined) throw new Error(`no ${method} ${path}`);
  return found;
}

test.each(HTTP_VERSIONS)('what the lab did over HTTP/%s is a valid HAR 1.2', async (version) => {
  const lab = testLab();
  lab.changeConnections({ httpVersion: version, keepAlive: false });
  await signIn(lab);
  await lab.visit('https://news.example/');
  await lab.visit('http://shop.example/');
  await lab.visit('https://nowhere.example/');
  const har = recordingOf(lab);
  expect(v.safeParse(harSchema, JSON.parse(JSON.stringify(har))).issues).toBeUndefined();
  expect(har.log.entries).toHaveLength(lab.exchanges.length);
});

test('the signing in has its cookie, with its attributes, and the next request carries it', async () => {
  const lab = testLab();
  await signIn(lab);
  const har = recordingOf(lab);
  const { response, request } = entryFor(har, 'POST', '/login');
  expect(request.postData).toEqual({
    mimeType: 'application/x-www-form-urlencoded',
    text: 'username=alice&password=butter',
  });
  expect(response.status).toBe(303);
  const [cookie] = response.cookies;
  expect(cookie).toMatchObject({ name: 'sid', path: '/', httpOnly: true, sameSite: 'Lax' });
  const landed = har.log.entries.at(
    har.log.entries.findIndex((one) => one.response === response) + 1,
  );
  expect(landed?.request.cookies).toContainEqual({ name: 'sid', value: cookie?.value });
  expect(landed?.request.headers[0]).toEqual({ name: 'Host', value: 'shop.example' });
});

test('each navigation begins a page, to which its redirects and pictures belong', async () => {
  const lab = testLab();
  await signIn(lab);
  const { pages, entries } = recordingOf(lab).log;
  const titles = new Map(pages.map(({ id, title }) => [id, title]));
  const login = entries.filter(({ request }) => request.url.endsWith('/login'));
  expect(new Set(login.map(({ pageref }) => pageref)).size).toBe(2);
  expect([...titles.values()].every((title) => title !== '' && !title.startsWith('https:'))).toBe(
    true,
  );
  expect(entries.every(({ pageref }) => titles.has(pageref ?? ''))).toBe(true);
});

test('what did not come back has the status 0 and says why', async () => {
  const lab = testLab();
  await lab.visit('https://nowhere.example/');
  const { response, _error } = entryFor(recordingOf(lab), 'GET', '/');
  expect(response.status).toBe(0);
  expect(_error).toBe('net::ERR_NAME_NOT_RESOLVED');
});
