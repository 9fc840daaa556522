import { describe, expect, it } from 'vitest';
import type { BrowserEvent } from '../../../src/browser/events.ts';
import { EventLog } from '../../../src/lab/event-log.svelte.ts';
import type { AnyEvent } from '../../../src/lab/log.ts';
import type { SessionRecord } from '../../../src/server/sessions/session-record.ts';

const requestSent = (exchangeId: string): Extract<BrowserEvent, { type: 'request-sent' }> => ({
  type: 'request-sent',
  exchangeId,
  browserId: 'alice-laptop',
  tabId: 'tab-1',
  kind: 'navigation',
  cause: 'address-bar',
  parentId: null,
  request: { method: 'GET', targetUri: 'https://shop.example/', fields: [], content: '' },
  cookies: { sent: [], withheld: [], fieldValue: null },
});

const responseReceived = (exchangeId: string): AnyEvent => ({
  type: 'response-received',
  exchangeId,
  browserId: 'alice-laptop',
  response: { status: 200, fields: [], content: 'hello' },
  setCookies: [],
});

const trace = (exchangeId: string, code: string): AnyEvent => ({
  type: 'trace',
  exchangeId,
  host: 'shop.example',
  step: { code, values: {}, outcome: 'done', source: 'server/shop/shop.ts#x' },
});

const record: SessionRecord = {
  id: 'a'.repeat(32),
  userId: 'alice',
  data: { cart: {} },
  createdAt: 1,
  lastSeenAt: 1,
  idleExpiresAt: 2,
  absoluteExpiresAt: 3,
};

const carried = (exchangeId: string): AnyEvent => ({
  type: 'carried',
  exchangeId,
  carrier: 'in-page',
  connectionId: 'c1',
  requestOctets: 10,
  responseOctets: 20,
  tookMs: 1,
});

describe('the log', () => {
  it('notes that script may not read an answer', () => {
    const log = new EventLog();
    log.append('browser', requestSent('e1'), 100);
    expect(log.exchanges[0]?.scriptRefusal).toBeNull();
    const why = { code: 'allow-origin-missing', rule: { document: 'Fetch' }, values: {} } as const;
    const script = { browserId: 'alice-laptop', tabId: 'tab-1', documentId: 'd1', url: '' };
    const type = 'script-refused';
    log.append('browser', { type, ...script, api: 'fetch', ...why, exchangeId: 'e1' }, 101);
    expect(log.exchanges[0]?.scriptRefusal).toEqual(why);
  });

  it("joins everybody's events about one exchange", () => {
    const log = new EventLog();
    log.append('browser', requestSent('e1'), 100);
    log.append('server', trace('e1', 'read-cookie'), 110);
    log.append('browser', requestSent('e2'), 111);
    log.append(
      'server',
      { type: 'session-changed', exchangeId: 'e1', change: 'created', record, previous: null },
      112,
    );
    log.append('server', trace('e1', 'found-user'), 113);
    log.append('wire', carried('e1'), 114);
    log.append('browser', responseReceived('e1'), 120);
    log.append(
      'browser',
      {
        type: 'exchange-failed',
        exchangeId: 'e2',
        browserId: 'alice-laptop',
        failure: 'connection-lost',
      },
      130,
    );

    expect(log.exchanges.map(({ id }) => id)).toEqual(['e1', 'e2']);
    expect(log.exchange('e1')).toMatchObject({
      sequence: 1,
      startedAt: 100,
      endedAt: 120,
      response: { status: 200 },
      trace: [{ code: 'read-cookie' }, { code: 'found-user' }],
      sessionChanges: [{ change: 'created', record, previous: null }],
      carried: { carrier: 'in-page', requestOctets: 10 },
    });
    expect(log.exchange('e2')).toMatchObject({
      failure: 'connection-lost',
      response: null,
      endedAt: 130,
    });
  });

  it('knows no exchange without a request', () => {
    const log = new EventLog();
    log.append('browser', responseReceived('e1'), 1);
    expect(log.exchanges).toEqual([]);
    expect(log.entries).toHaveLength(1);
  });

  it('never changes what it has handed out', () => {
    const log = new EventLog();
    log.append('browser', requestSent('e1'), 1);
    const [entries, exchanges] = [log.entries, log.exchanges];
    log.append('browser', responseReceived('e1'), 2);
    expect(entries).toHaveLength(1);
    expect(exchanges[0]?.response).toBeNull();
  });

  it('goes back to an earlier end, and over to that of another timeline', () => {
    const log = new EventLog();
    log.append('browser', requestSent('e1'), 1);
    const before = log.position();
    log.append('browser', responseReceived('e1'), 2);
    const first = log.position();
    log.goTo(before);
    expect(log.exchange('e1')?.response).toBeNull();
    log.append(
      'browser',
      { type: 'exchange-failed', exchangeId: 'e1', browserId: 'alice-laptop', failure: 'aborted' },
      3,
    );
    log.goTo(first);
    expect(log.exchange('e1')).toMatchObject({ response: { status: 200 }, failure: null });
  });

  it('gives no number twice, even after going back', () => {
    const log = new EventLog();
    log.append('browser', requestSent('e1'), 1);
    const before = log.position();
    log.append('browser', responseReceived('e1'), 2);
    log.goTo(before);
    log.append('browser', responseReceived('e1'), 3);
    expect(log.entries.map(({ sequence }) => sequence)).toEqual([1, 3]);
  });

  it('collects the keys that were ever seen', () => {
    const log = new EventLog();
    const start = log.position();
    log.append(
      'server',
      { type: 'session-changed', exchangeId: null, change: 'deleted', record, previous: record },
      1,
    );
    expect([...log.secrets]).toEqual([record.id]);
    log.goTo(start);
    expect(log.secrets.size).toBe(0);
  });

  it('does the same work per event however long it is', () => {
    const log = new EventLog();
    for (let n = 0; n < 10_000; n += 1) {
      const id = `e${n}`;
      log.append('browser', requestSent(id), n);
      for (let step = 0; step < 5; step += 1) log.append('server', trace(id, 'step'), n);
      log.append('browser', responseReceived(id), n);
    }
    expect(log.exchanges).toHaveLength(10_000);
    expect(log.exchange('e9999')?.trace).toHaveLength(5);
  });
});
