import { beforeEach, describe, expect, test } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { testLab } from './test-lab.ts';

const api = 'https://api.shop.example';

let lab: Lab;
/** Documents of two tabs of Alice's laptop. */
let tabs: readonly string[];

beforeEach(async () => {
  lab = testLab();
  lab.changeSettings({ remember: 'access-refresh' });
  await lab.visit('https://shop.example/');
  await ask(documentShown(), '/token', { username: 'alice', password: 'butter' });
  const first = documentShown();
  await lab.openTab('https://shop.example/');
  tabs = [first, documentShown()];
  lab.advance(6 * 60_000);
});

function documentShown(): string {
  return lab.browser.activeTab?.page?.id ?? '';
}

async function ask(documentId: string, path: string, content: object): Promise<number> {
  const answer = await lab.browser.scriptAccess(documentId)?.fetch(api + path, {
    method: 'POST',
    credentials: 'include',
    fields: [['Content-Type', 'application/json']],
    content: JSON.stringify(content),
  });
  return answer?.ok === true ? answer.value.status : 0;
}

const refresh = (documentId: string): Promise<number> => ask(documentId, '/refresh', {});

/** Both tabs refresh at once; what the server's traces told of it, in their order. */
async function race() {
  const from = lab.exchanges.length;
  const statuses = await Promise.all(tabs.map(refresh));
  const refreshes = lab.exchanges
    .slice(from)
    .filter(({ request }) => request.method === 'POST' && request.targetUri === `${api}/refresh`);
  const tokens = refreshes.map(
    ({ request }) => request.fields.find(([name]) => name === 'Cookie')?.[1],
  );
  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(1);
  return { statuses, told: refreshes.flatMap(({ trace }) => trace.map(({ code }) => code)) };
}

describe('two tabs of one browser refresh at once, with one token', () => {
  test('strict: the second is taken for a thief, and the whole family is revoked', async () => {
    const { statuses, told } = await race();
    expect(statuses.toSorted()).toEqual([200, 400]);
    expect(told.filter((code) => code === 'refresh-token-good')).toHaveLength(1);
    expect(told).toContain('refresh-token-reused');
    expect(told).toContain('family-revoked');
    expect(await refresh(tabs[0] ?? '')).toBe(400);
  });

  test('with a grace period both are served, and the family lives on', async () => {
    lab.changeSettings({ refreshGraceSeconds: 10 });
    const { statuses, told } = await race();
    expect(statuses).toEqual([200, 200]);
    expect(told).toContain('refresh-token-good');
    expect(told).toContain('refresh-token-within-grace');
    expect(told).not.toContain('family-revoked');
    expect(await refresh(tabs[0] ?? '')).toBe(200);
  });

  test('without reuse detection the second is refused, and the first stays signed in', async () => {
    lab.changeSettings({ detectRefreshReuse: false });
    const { statuses, told } = await race();
    expect(statuses.toSorted()).toEqual([200, 400]);
    expect(told).toContain('refresh-token-reused');
    expect(told).not.toContain('family-revoked');
  });

  test('without rotation both are served: the token stays the same', async () => {
    lab.changeSettings({ rotateRefreshTokens: false });
    const { statuses, told } = await race();
    expect(statuses).toEqual([200, 200]);
    expect(told.filter((code) => code === 'refresh-token-kept')).toHaveLength(2);
  });
});
