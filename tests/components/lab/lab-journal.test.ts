import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JournalStore } from '../../../src/lab/journal-store.ts';
import { openJournal, type Journal } from '../../../src/lab/journal.svelte.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

let basePath: string;
let places = 0;
const open = new Set<Journal>();

beforeEach(() => {
  places += 1;
  basePath = `/place-${places}-${Date.now()}/`;
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const journal of open) await journal.close();
  open.clear();
  sessionStorage.clear();
});

async function opened(lab = testLab()) {
  const journal = await openJournal({ basePath, lab });
  open.add(journal);
  return { lab, journal };
}

async function closed(journal: Journal) {
  await journal.close();
  open.delete(journal);
}

const tabKey = () => `${basePath}lab/tab`;
const store = () => JournalStore.open(`${basePath}lab/journal`);

describe('a journal', () => {
  it('gives a reloaded tab its lab back', async () => {
    const { lab, journal } = await opened();
    expect(journal.finding).toEqual({ kind: 'nothing' });
    await signIn(lab);
    await journal.save();
    await closed(journal);

    const again = await opened();
    expect(again.journal.finding.kind).toBe('restored');
    expect(again.lab.snapshot()).toEqual(lab.snapshot());
  });

  it('saves by itself soon after a change, and not without one', async () => {
    const { lab, journal } = await opened();
    expect(journal.status).toEqual({ code: 'kept', savedAt: null });
    lab.advance(1000);
    await vi.waitFor(() => {
      expect(journal.status).toEqual({ code: 'kept', savedAt: expect.any(Number) });
    });
  });

  it('saves when the page goes away', async () => {
    const { lab, journal } = await opened();
    lab.advance(1000);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await closed(journal);
    expect((await opened()).lab.clock.now).toBe(lab.clock.now);
  });

  it('keeps what a page that went away could not write any more', async () => {
    const { lab, journal } = await opened();
    const save = vi
      .spyOn(JournalStore.prototype, 'save')
      .mockRejectedValue(new DOMException('gone', 'AbortError'));
    lab.advance(1000);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await closed(journal);
    save.mockRestore();

    const again = await opened();
    expect(again.journal.finding.kind).toBe('restored');
    expect(again.lab.clock.now).toBe(lab.clock.now);
    await vi.waitFor(() => {
      expect(again.journal.status).toEqual({ code: 'kept', savedAt: expect.any(Number) });
    });
    await closed(again.journal);
    expect((await opened()).lab.clock.now).toBe(lab.clock.now);
  });

  it.each(['', '{', '{"id":7}', 'null'])('does without a leaving record like %j', async (text) => {
    sessionStorage.setItem(`${basePath}lab/left`, text);
    expect((await opened()).journal.finding).toEqual({ kind: 'nothing' });
  });

  it('leaves nothing of a longer lab behind when a shorter one takes its place', async () => {
    const database = await store();
    const long = { text: 'bread '.repeat(50_000) };
    await database.save({ id: 'tab', savedAt: 1, snapshot: long });
    expect((await database.read('tab'))?.snapshot).toEqual(long);
    await database.save({ id: 'tab', savedAt: 2, snapshot: { text: 'salt' } });
    expect(await database.read('tab')).toEqual({
      id: 'tab',
      savedAt: 2,
      snapshot: { text: 'salt' },
    });
    database.close();
  });

  it('gives a duplicated tab a copy of its own', async () => {
    const first = await opened();
    await signIn(first.lab);
    await first.journal.save();

    const copy = await opened();
    expect(copy.lab.snapshot()).toEqual(first.lab.snapshot());
    copy.lab.advance(60_000);
    await copy.journal.save();
    await closed(copy.journal);
    await closed(first.journal);

    const copied = await opened();
    expect(copied.lab.clock.now).toBe(copy.lab.clock.now);
  });

  it('keeps projects below other paths apart', async () => {
    const { lab, journal } = await opened();
    lab.advance(1000);
    await journal.save();
    basePath = `${basePath}other/`;
    expect((await opened()).journal.finding).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['foreign', { anything: true }, 'not-a-snapshot'],
    ['of another version', { ...testLab().snapshot(), version: 99 }, 'other-version'],
    ['damaged', { ...testLab().snapshot(), time: 'noon' }, 'damaged'],
  ])('lays a record that is %s aside, and begins afresh', async (_how, snapshot, code) => {
    sessionStorage.setItem(tabKey(), 'this-tab');
    const database = await store();
    await database.save({ id: 'this-tab', savedAt: 7, snapshot });

    const { journal, lab } = await opened();
    expect(journal.finding).toMatchObject({
      kind: 'unreadable',
      keptAs: 'this-tab@7',
      problem: { code },
    });
    expect(lab.log).toEqual([]);
    expect(await database.laidAside('this-tab@7')).toEqual({
      id: 'this-tab',
      savedAt: 7,
      snapshot,
    });
    database.close();
  });

  it('says that nothing is kept where storage is blocked', async () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const { journal } = await opened();
    expect(journal.status).toEqual({ code: 'not-kept', reason: 'storage-blocked' });
  });

  it('says that storage is full, and that it is kept again when it is not', async () => {
    const { journal } = await opened();
    const save = vi
      .spyOn(JournalStore.prototype, 'save')
      .mockRejectedValue(new DOMException('no', 'QuotaExceededError'));
    await journal.save();
    expect(journal.status).toEqual({ code: 'not-kept', reason: 'storage-full' });
    save.mockRestore();
    await journal.save();
    expect(journal.status.code).toBe('kept');
  });

  it('forgets the labs of tabs that are long gone, but none that is open', async () => {
    const first = await opened();
    await first.journal.save();
    const own = sessionStorage.getItem(tabKey()) ?? '';
    const database = await store();
    for (let n = 0; n < 30; n += 1)
      await database.save({ id: `old-${n}`, savedAt: Date.now() + n + 1, snapshot: {} });
    sessionStorage.removeItem(tabKey());
    await opened();
    expect(await database.read('old-9')).toBeUndefined();
    expect(await database.read('old-29')).toBeDefined();
    expect(await database.read(own)).toBeDefined();
    database.close();
  });
});
