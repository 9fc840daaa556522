import { beforeEach, describe, expect, test } from 'vitest';
import type { Fields } from '../../../src/http/message.ts';
import { decodeJwt } from '../../../src/jwt/decode.ts';
import { Town, type Answer, type Guest } from './support/guest.ts';

const base = 'https://api.shop.example';
const origin: Fields = [['Origin', 'https://shop.example']];

let town: Town;
let guest: Guest;

beforeEach(() => {
  town = new Town();
  town.set({ remember: 'access-refresh', refreshTokenIn: 'local-storage' });
  guest = town.guest();
});

const post = (path: string, value: object, token?: string): Promise<Answer> =>
  guest.send('POST', base + path, JSON.stringify(value), [
    ['Content-Type', 'application/json'],
    ...origin,
    ...bearer(token),
  ]);

const get = (path: string, token?: string): Promise<Answer> =>
  guest.get(base + path, [...origin, ...bearer(token)]);

const bearer = (token?: string): Fields =>
  token === undefined ? [] : [['Authorization', `Bearer ${token}`]];

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

const tokensIn = ({ content }: Answer): Tokens => JSON.parse(content) as Tokens;

const signIn = async (username = 'alice', password = 'butter'): Promise<Tokens> =>
  tokensIn(await post('/token', { username, password }));

const refresh = (refresh_token: string): Promise<Answer> => post('/refresh', { refresh_token });

describe('signing in', () => {
  test.each(['HS256', 'RS256', 'ES256', 'Ed25519'] as const)(
    'gives an access token signed with %s, which opens /me',
    async (accessTokenAlgorithm) => {
      town.set({ accessTokenAlgorithm });
      const { access_token: token } = await signIn();
      const decoded = decodeJwt(token);
      const iat = town.now / 1000;
      expect(decoded).toMatchObject({
        ok: true,
        header: { alg: accessTokenAlgorithm, typ: 'at+jwt' },
        claims: { iss: base, aud: base, sub: 'alice', iat, nbf: iat, exp: iat + 300 },
      });
      const answer = await get('/me', token);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.content)).toEqual({ sub: 'alice', name: 'Alice', cart_pieces: 0 });
    },
  );

  test('with a wrong password gives nothing', async () => {
    const answer = await post('/token', { username: 'alice', password: 'honey' });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.content)).toEqual({ error: 'wrong_credentials' });
    expect(town.stores.refreshTokens.size).toBe(0);
  });

  test('keeps the refresh token by its hash alone', async () => {
    const { refresh_token } = await signIn();
    expect(refresh_token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify([...town.stores.refreshTokens])).not.toContain(refresh_token);
  });

  test('can hand the refresh token out in a cookie that only /refresh sees', async () => {
    town.set({ refreshTokenIn: 'cookie' });
    const answer = await post('/token', { username: 'alice', password: 'butter' });
    expect(JSON.parse(answer.content)).not.toHaveProperty('refresh_token');
    expect(answer.field('Set-Cookie')).toMatch(
      /^__Secure-refresh=[\w-]{43}; Max-Age=86400; Path=\/refresh; HttpOnly; Secure; SameSite=Strict$/,
    );
    const again = await guest.send('POST', `${base}/refresh`, '', origin);
    expect(again.status).toBe(200);
  });
});

describe('a bearer', () => {
  test('without a token is asked for one', async () => {
    const answer = await get('/me');
    expect(answer.status).toBe(401);
    expect(answer.field('WWW-Authenticate')).toBe('Bearer realm="crumb"');
  });

  test.each<[what: string, spoil: (token: string) => string, code: string]>([
    ['no JWT at all', () => 'abc', 'token-malformed'],
    ['another payload', (token) => swapPayload(token, { sub: 'bob' }), 'token-signature-refused'],
    ['alg none', (token) => swapHeader(token, { alg: 'none' }), 'token-algorithm-refused'],
    ['a kid of nobody', (token) => swapHeader(token, { kid: '../etc' }), 'key-unknown'],
    [
      'alg HS256 on an EC key',
      (token) => swapHeader(token, { alg: 'HS256' }),
      'token-algorithm-refused',
    ],
  ])('with %s is refused', async (_what, spoil, code) => {
    const { access_token } = await signIn();
    const answer = await get('/me', spoil(access_token));
    expect(answer.status).toBe(401);
    expect(answer.field('WWW-Authenticate')).toBe('Bearer realm="crumb", error="invalid_token"');
    expect(answer.trace.find(({ outcome }) => outcome === 'refused')?.code).toBe(code);
  });

  test('is refused from exp on, and not a second before', async () => {
    const { access_token } = await signIn();
    town.now += 299_000;
    expect((await get('/me', access_token)).status).toBe(200);
    town.now += 1000;
    expect((await get('/me', access_token)).codes).toContain('token-claims-refused');
  });

  test('fills a cart, orders it, and sees no order of others', async () => {
    const { access_token } = await signIn();
    await post('/cart', { product: 'salt-bread' }, access_token);
    const cart = await post('/cart', { product: 'croissant', quantity: 2 }, access_token);
    expect(JSON.parse(cart.content)).toMatchObject({ pieces: 3, total: 11_900 });
    const order = await post('/orders', {}, access_token);
    expect(order.status).toBe(201);
    expect(order.field('Location')).toBe('/orders/1003');
    expect(JSON.parse((await get('/cart', access_token)).content)).toMatchObject({ pieces: 0 });
    expect((await get('/orders/1003', access_token)).status).toBe(200);
    expect((await get('/orders/1002', access_token)).status).toBe(403);
    expect((await get('/orders/77', access_token)).status).toBe(404);
    expect((await post('/orders', {}, access_token)).status).toBe(409);
    expect((await post('/cart', { product: 'caviar' }, access_token)).status).toBe(400);
  });
});

describe('refreshing', () => {
  test('gives a new pair; the access token is of the same sign-in', async () => {
    const first = await signIn();
    town.now += 300_000;
    const second = tokensIn(await refresh(first.refresh_token));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await get('/me', second.access_token)).status).toBe(200);
    const [parent, child] = [...town.stores.refreshTokens.values()];
    expect(child).toMatchObject({ familyId: parent?.familyId, parentHash: parent?.hash });
    expect(parent?.replacedAt).toBe(town.now);
  });

  test('a replaced token that comes again revokes the family: thief and owner alike', async () => {
    const { refresh_token: stolen } = await signIn();
    const owner = tokensIn(await refresh(stolen));
    town.now += 60_000;
    const thief = await refresh(stolen);
    expect(thief.status).toBe(400);
    expect(JSON.parse(thief.content)).toEqual({ error: 'invalid_grant' });
    expect(thief.trace.find(({ code }) => code === 'refresh-token-reused')).toMatchObject({
      rule: { document: 'RFC9700', section: '4.14.2' },
      values: { seconds: 60 },
    });
    expect(thief.codes).toContain('family-revoked');
    expect((await refresh(owner.refresh_token)).codes).toContain('refresh-token-revoked');
  });

  test('without detection the replaced one is refused, and the family lives on', async () => {
    town.set({ detectRefreshReuse: false });
    const { refresh_token } = await signIn();
    const next = tokensIn(await refresh(refresh_token));
    expect((await refresh(refresh_token)).status).toBe(400);
    expect((await refresh(next.refresh_token)).status).toBe(200);
  });

  test('without rotation one token serves owner and thief for the whole life', async () => {
    town.set({ rotateRefreshTokens: false });
    const { refresh_token } = await signIn();
    for (const who of [guest, town.guest('198.51.100.9'), guest]) {
      guest = who;
      const answer = await refresh(refresh_token);
      expect(answer.status).toBe(200);
      expect(answer.codes).toContain('refresh-token-kept');
    }
    town.now += 24 * 3_600_000;
    expect((await refresh(refresh_token)).codes).toContain('refresh-family-expired');
  });

  test('the absolute life ends the busiest family', async () => {
    let { refresh_token } = await signIn();
    for (let hour = 1; hour < 24; hour += 1) {
      town.now += 3_600_000;
      refresh_token = tokensIn(await refresh(refresh_token)).refresh_token;
    }
    town.now += 3_600_000;
    expect((await refresh(refresh_token)).codes).toContain('refresh-family-expired');
  });

  test('an unknown token, or none, is refused', async () => {
    expect((await refresh('made-up')).codes).toContain('refresh-token-unknown');
    expect((await post('/refresh', {})).codes).toContain('refresh-token-absent');
  });
});

describe('two tabs refresh at once with one token', () => {
  test('strict: the second is an alarm, and neither goes on', async () => {
    const { refresh_token } = await signIn();
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const winner = answers.find(({ status }) => status === 200)!;
    expect(refreshChanges()).toEqual([
      'issued',
      'replaced',
      'issued',
      'reused',
      'revoked',
      'revoked',
    ]);
    expect((await refresh(tokensIn(winner).refresh_token)).codes).toContain(
      'refresh-token-revoked',
    );
  });

  test('with a grace period both go on, and the trace says that it was let pass', async () => {
    town.set({ refreshGraceSeconds: 10 });
    const { refresh_token } = await signIn();
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(refreshChanges()).toEqual(['issued', 'replaced', 'issued', 'used-again', 'issued']);
    expect(traced('refresh-token-within-grace')).toMatchObject([{ seconds: 0, grace: 10 }]);
    for (const answer of answers)
      expect((await refresh(tokensIn(answer).refresh_token)).status).toBe(200);
  });

  test.each([
    [9999, 200],
    [10_000, 400],
  ])('the grace period of 10 s, after %i ms: %i', async (ms, status) => {
    town.set({ refreshGraceSeconds: 10 });
    const { refresh_token } = await signIn();
    await refresh(refresh_token);
    town.now += ms;
    expect((await refresh(refresh_token)).status).toBe(status);
  });
});

describe('signing out', () => {
  test('ends the family; the access token lives on, and the trace says how long', async () => {
    const { access_token, refresh_token } = await signIn();
    town.now += 100_000;
    const answer = await post('/revoke', {}, access_token);
    expect(answer.status).toBe(204);
    expect(traced('access-token-lives-on')).toEqual([{ seconds: 200 }]);
    expect((await refresh(refresh_token)).status).toBe(400);
    expect((await get('/me', access_token)).status).toBe(200);
  });

  test('with a deny-list ends this access token, at the price of a look-up a request', async () => {
    town.set({ accessTokenRevocation: 'deny-list' });
    const { access_token } = await signIn();
    const other = await signIn();
    await post('/revoke', {}, access_token);
    const answer = await get('/me', access_token);
    expect(answer.status).toBe(401);
    expect(answer.codes).toContain('token-denied');
    expect((await get('/me', other.access_token)).status).toBe(200);
    expect(traced('deny-list-looked-up').at(-1)).toMatchObject({ entries: 1 });
  });

  test('everywhere with token versions ends every access token of the user, and of nobody else', async () => {
    town.set({ accessTokenRevocation: 'token-version' });
    const laptop = await signIn();
    const phone = await signIn();
    const bob = await signIn('bob', 'honey');
    await post('/revoke', { everywhere: true }, laptop.access_token);
    expect((await get('/me', phone.access_token)).codes).toContain('token-outdated');
    expect((await refresh(phone.refresh_token)).status).toBe(400);
    expect((await get('/me', bob.access_token)).status).toBe(200);
  });

  test('takes a token', async () => {
    expect((await post('/revoke', {})).status).toBe(401);
  });
});

describe('keys', () => {
  const keysShown = async (): Promise<readonly Record<string, unknown>[]> =>
    (JSON.parse((await get('/.well-known/jwks.json')).content) as { keys: [] }).keys;

  test.each(['RS256', 'ES256', 'Ed25519'] as const)(
    'of %s are shown with nothing that could sign',
    async (accessTokenAlgorithm) => {
      town.set({ accessTokenAlgorithm });
      await signIn();
      const [key = {}] = await keysShown();
      expect(key).toMatchObject({ alg: accessTokenAlgorithm, use: 'sig' });
      expect(Object.keys(key).filter((name) => /^(d|p|q|dp|dq|qi|k|oth)$/.test(name))).toEqual([]);
    },
  );

  test('of HMAC are shown to nobody', async () => {
    town.set({ accessTokenAlgorithm: 'HS256' });
    await signIn();
    expect(await keysShown()).toEqual([]);
  });

  test('rotate: old tokens are good to their end, then the old key goes', async () => {
    const { access_token } = await signIn();
    await town.internet.tokens.rotateKey();
    const after = await signIn();
    const kid = (token: string): unknown => {
      const decoded = decodeJwt(token);
      return decoded.ok && decoded.header.kid;
    };
    expect(kid(after.access_token)).not.toBe(kid(access_token));
    expect((await get('/me', access_token)).status).toBe(200);
    expect(await keysShown()).toHaveLength(2);
    town.now += 300_000;
    expect(await keysShown()).toHaveLength(1);
    await town.internet.tokens.rotateKey();
    expect(town.stores.signingKeys.has(String(kid(access_token)))).toBe(false);
  });
});

describe('across origins', () => {
  const preflight = (from: string): Promise<Answer> =>
    guest.send('OPTIONS', `${base}/cart`, '', [
      ['Origin', from],
      ['Access-Control-Request-Method', 'POST'],
      ['Access-Control-Request-Headers', 'authorization,content-type'],
    ]);

  test('the shop’s script may ask, with cookies, and need not ask again for ten minutes', async () => {
    const answer = await preflight('https://shop.example');
    expect(answer).toMatchObject({ status: 204, content: '' });
    expect(answer.field('Access-Control-Allow-Origin')).toBe('https://shop.example');
    expect(answer.field('Access-Control-Allow-Credentials')).toBe('true');
    expect(answer.field('Access-Control-Allow-Methods')).toBe('GET, POST');
    expect(answer.field('Access-Control-Max-Age')).toBe('600');
    expect(answer.field('Content-Length')).toBeNull();
  });

  test.each(['https://evil.example', 'http://shop.example', 'null'])('%s may not', async (from) => {
    const answer = await preflight(from);
    expect(answer.field('Access-Control-Allow-Origin')).toBeNull();
    expect(answer.field('Vary')).toBe('Origin');
    const refused = await guest.send('POST', `${base}/refresh`, '', [['Origin', from]]);
    expect(refused.status).toBe(403);
    expect(refused.codes).toContain('origin-refused');
  });

  test('the keys are for everybody', async () => {
    const answer = await guest.get(`${base}/.well-known/jwks.json`);
    expect(answer.field('Access-Control-Allow-Origin')).toBe('*');
  });
});

test.each<[method: string, path: string, content: string, type: string, status: number]>([
  ['GET', '/nowhere', '', '', 404],
  ['DELETE', '/cart', '', '', 405],
  ['POST', '/token', '{', 'application/json', 400],
  ['POST', '/token', '[]', 'application/json', 400],
  ['POST', '/token', 'a=1', 'application/x-www-form-urlencoded', 415],
  ['POST', '/token', `"${'x'.repeat(70_000)}"`, 'application/json', 413],
])('%s %s with %.10j as %s: %i', async (method, path, content, type, status) => {
  const fields: Fields = type === '' ? origin : [...origin, ['Content-Type', type]];
  expect((await guest.send(method, base + path, content, fields)).status).toBe(status);
});

function refreshChanges(): readonly string[] {
  return town.events.flatMap((event) =>
    event.type === 'refresh-token-changed' ? [event.change] : [],
  );
}

function traced(code: string): readonly unknown[] {
  return town.events.flatMap((event) =>
    event.type === 'trace' && event.step.code === code ? [event.step.values] : [],
  );
}

function swapHeader(token: string, change: object): string {
  return swap(token, 0, change);
}

function swapPayload(token: string, change: object): string {
  return swap(token, 1, change);
}

function swap(token: string, place: number, change: object): string {
  const parts = token.split('.');
  const members = JSON.parse(Buffer.from(parts[place]!, 'base64url').toString()) as object;
  parts[place] = Buffer.from(JSON.stringify({ ...members, ...change })).toString('base64url');
  return parts.join('.');
}
