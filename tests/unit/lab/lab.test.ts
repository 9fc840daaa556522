import { describe, expect, it } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { brokenInvariants } from '../../../src/lab/invariants.ts';
import { signIn, testLab } from './test-lab.ts';

const minute = 60_000;

const cookieNames = (lab: Lab) => lab.browser.jar.all().map(({ name }) => name);
const signedInRow = (lab: Lab) => lab.sessions.find(({ userId }) => userId === 'alice');
const lastNavigation = (lab: Lab) => lab.exchanges.findLast(({ kind }) => kind === 'navigation');

/** The value of the last `Set-Cookie` on the wire. */
function identifierOnTheWire(lab: Lab): string | undefined {
  const fields = lab.exchanges.flatMap(({ response }) => response?.fields ?? []);
  return fields
    .findLast(([name]) => name.toLowerCase() === 'set-cookie')?.[1]
    .match(/=([^;]+)/)?.[1];
}

describe('signing in', () => {
  it('puts one identifier on the wire, into the jar and into the session table', async () => {
    const lab = testLab();
    await signIn(lab);
    const row = signedInRow(lab);
    expect(row?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(identifierOnTheWire(lab)).toBe(row?.id);
    expect(lab.browser.jar.all().map(({ value }) => value)).toContain(row?.id);
    expect(lab.knownSecrets.has(row?.id ?? '')).toBe(true);
    expect(brokenInvariants(lab)).toEqual([]);
  });

  it('is taken back on all three sides by one undo, with the time that has passed', async () => {
    const lab = testLab();
    await lab.visit('https://shop.example/login');
    const before = {
      log: lab.log.length,
      sessions: lab.sessions,
      cookies: lab.browser.jar.all(),
      time: lab.clock.now,
    };
    await lab.submitForm({
      action: '/login',
      method: 'post',
      entries: [
        ['username', 'alice'],
        ['password', 'butter'],
      ],
    });
    expect(signedInRow(lab)).toBeDefined();
    lab.undo();
    expect(signedInRow(lab)).toBeUndefined();
    expect(lab.sessions).toEqual(before.sessions);
    expect(lab.browser.jar.all()).toEqual(before.cookies);
    expect(lab.log).toHaveLength(before.log);
    expect(lab.clock.now).toBe(before.time);
    expect(lab.browser.activeTab?.page?.url).toBe('https://shop.example/login');
    expect(brokenInvariants(lab)).toEqual([]);
  });

  it('works by a JWT in a cookie as well, without any row', async () => {
    const lab = testLab();
    lab.changeSettings({ remember: 'jwt-cookie' });
    await signIn(lab);
    const token = lab.browser.jar.all().find(({ value }) => value.startsWith('eyJ'))?.value;
    expect(token?.split('.')).toHaveLength(3);
    expect(signedInRow(lab)).toBeUndefined();
    expect(lab.knownSecrets.has(token ?? '')).toBe(true);
    await lab.visit('https://shop.example/account');
    expect(lastNavigation(lab)?.response?.status).toBe(200);
  });
});

describe('what ends a session, and what does not', () => {
  it('closing the browser ends the cookie, not the row', async () => {
    const lab = testLab();
    await signIn(lab);
    const row = signedInRow(lab);
    lab.closeBrowser();
    expect(lab.browser.open).toBe(false);
    expect(cookieNames(lab)).toEqual([]);
    expect(signedInRow(lab)).toEqual(row);
    await lab.openBrowser();
    expect(lab.browser.activeTab?.page?.url).toBe('https://shop.example/');
  });

  it('31 idle minutes end the row, though the cookie is still sent', async () => {
    const lab = testLab();
    await signIn(lab);
    lab.advance(29 * minute);
    await lab.visit('https://shop.example/account');
    expect(lastNavigation(lab)?.response?.status).toBe(200);
    lab.advance(31 * minute);
    expect(cookieNames(lab)).not.toEqual([]);
    await lab.visit('https://shop.example/account');
    const refused = lab.exchanges.findLast(
      ({ request }) => request.targetUri === 'https://shop.example/account',
    );
    expect(refused?.cookies.sent).not.toEqual([]);
    expect(refused?.response?.status).toBe(303);
    expect(signedInRow(lab)).toBeUndefined();
  });

  it('a restart loses the rows and leaves the cookie', async () => {
    const lab = testLab();
    await signIn(lab);
    lab.restartServer();
    expect(lab.sessions).toEqual([]);
    expect(cookieNames(lab)).not.toEqual([]);
    expect(lab.log.map(({ event }) => event.type)).toContain('server-restarted');
    lab.undo();
    expect(signedInRow(lab)).toBeDefined();
  });

  it('revoking the row signs the guest out', async () => {
    const lab = testLab();
    await signIn(lab);
    lab.revokeSession(signedInRow(lab)?.id ?? '');
    expect(signedInRow(lab)).toBeUndefined();
  });

  it('a stolen cookie signs Mallory in', async () => {
    const lab = testLab();
    await signIn(lab);
    const [stolen] = lab.browser.jar.all();
    lab.showBrowser('mallory-laptop');
    await lab.visit('https://shop.example/');
    lab.addCookie(stolen?.name ?? '', stolen?.value ?? '');
    await lab.visit('https://shop.example/account');
    expect(lastNavigation(lab)).toMatchObject({
      browserId: 'mallory-laptop',
      response: { status: 200 },
    });
    expect(brokenInvariants(lab)).toEqual([]);
  });
});

describe('the clock', () => {
  it('takes an expired cookie out of the jar when it passes the expiry, not before', async () => {
    const lab = testLab();
    lab.changeCookieAttributes({ maxAgeSeconds: 60 });
    await signIn(lab);
    lab.advance(59_000);
    expect(cookieNames(lab)).not.toEqual([]);
    lab.advance(2000);
    expect(cookieNames(lab)).toEqual([]);
    expect(lab.log.at(-1)?.event).toMatchObject({ type: 'cookie-removed', why: 'expired' });
    lab.undo();
    expect(cookieNames(lab)).not.toEqual([]);
  });
});

describe('taking back', () => {
  it('breaks off a navigation that is under way, and hears nothing of its answer', async () => {
    const lab = testLab();
    await lab.visit('https://shop.example/login');
    const before = lab.log.length;
    const signingIn = lab.submitForm({
      action: '/login',
      method: 'post',
      entries: [
        ['username', 'alice'],
        ['password', 'butter'],
      ],
    });
    expect(lab.busy).toBe(true);
    lab.undo();
    expect(lab.busy).toBe(false);
    await signingIn;
    expect(lab.log).toHaveLength(before);
    expect(lab.browser.activeTab).toMatchObject({
      loading: null,
      page: { url: 'https://shop.example/login' },
    });
    // The abandoned server goes on checking Alice's password; Bob's, begun later, takes as long.
    await signIn(lab, 'bob', 'honey');
    expect(lab.sessions.map(({ userId }) => userId)).not.toContain('alice');
    expect(brokenInvariants(lab)).toEqual([]);
  });

  it('ends an exchange that was under way when the action began', async () => {
    const lab = testLab();
    const visiting = lab.visit('https://shop.example/login');
    lab.advance(1000);
    lab.undo();
    await visiting;
    expect(lab.exchanges.map(({ failure }) => failure)).toEqual(['aborted']);
    expect(brokenInvariants(lab)).toEqual([]);
  });

  it('gives no identifier twice', async () => {
    const lab = testLab();
    await lab.visit('https://shop.example/');
    const first = lab.exchanges.map(({ id }) => id);
    lab.undo();
    await lab.visit('https://shop.example/');
    expect(lab.exchanges.filter(({ id }) => first.includes(id))).toEqual([]);
  });

  it('goes back to a mark whatever happened since, even after undoing past it', async () => {
    const lab = testLab();
    await lab.visit('https://shop.example/');
    await signIn(lab);
    const mark = lab.mark();
    const marked = lab.snapshot();
    lab.undo();
    lab.undo();
    lab.undo();
    lab.advance(minute);
    lab.returnTo(mark);
    expect({ ...lab.snapshot(), identifiersGiven: marked.identifiersGiven }).toEqual(marked);
    lab.undo();
    expect(lab.sessions).toEqual([]);
    expect(lab.clock.now).toBe(marked.time + minute);
  });

  it('empties the lab by reset, which can be undone', async () => {
    const lab = testLab();
    await signIn(lab);
    lab.advance(minute);
    lab.reset();
    expect(lab.log).toEqual([]);
    expect(lab.sessions).toEqual([]);
    expect(lab.browser.open).toBe(true);
    expect(lab.clock.now).toBe(Date.parse('2026-11-02T14:00:00+09:00'));
    lab.undo();
    expect(signedInRow(lab)).toBeDefined();
  });

  it('remembers the last hundred actions', () => {
    const lab = testLab();
    for (let n = 0; n < 150; n += 1) lab.advance(1);
    let undone = 0;
    for (; lab.canUndo; undone += 1) lab.undo();
    expect(undone).toBe(100);
  });
});

describe('labs', () => {
  it('know nothing of each other', async () => {
    const [one, other] = [testLab(), testLab()];
    const untouched = other.snapshot();
    await signIn(one);
    one.advance(minute);
    expect(other.snapshot()).toEqual(untouched);
  });

  it('do the same when the same is done', async () => {
    const [one, other] = [testLab(), testLab()];
    for (const lab of [one, other]) {
      await signIn(lab);
      lab.advance(minute);
    }
    const withoutTimings = (lab: Lab) =>
      lab.log.map(({ event, ...entry }) => ({
        ...entry,
        event: event.type === 'carried' ? { ...event, tookMs: 0 } : event,
      }));
    expect(withoutTimings(one)).toEqual(withoutTimings(other));
  });
});

it('a host that nobody runs has no address: no answer, and the browser says so', async () => {
  const lab = testLab();
  await lab.visit('https://foo.example/');
  expect(lastNavigation(lab)).toMatchObject({
    response: null,
    failure: 'name-not-resolved',
    trace: [],
    timing: null,
  });
  const problem = { code: 'name-not-resolved', url: 'https://foo.example/' };
  expect(lab.browser.activeTab).toMatchObject({ page: null, problem });
});
