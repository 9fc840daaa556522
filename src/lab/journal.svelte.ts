import type { JournalRecord, JournalStore } from './journal-store.ts';
import type { LabSnapshot, SnapshotProblem } from './snapshot.ts';
import { keepOnLeaving, takeKeptOnLeaving } from './leaving-record.ts';
import { claimTab, openTabs, type TabClaim } from './tab-claim.ts';

/** All that the journal needs of a lab. */
export interface Journaled {
  /** Reactive; another number after every change. */
  readonly revision: number;
  snapshot(): LabSnapshot;
  restore(snapshot: LabSnapshot): void;
}

export type JournalStatus =
  | {
      readonly code: 'kept';
      /** Real time, milliseconds since the epoch; `null` before anything has changed. */
      readonly savedAt: number | null;
    }
  | { readonly code: 'not-kept'; readonly reason: NotKeptReason };

export type NotKeptReason = 'storage-blocked' | 'storage-full' | 'storage-failed';

/** What was found on opening. */
export type JournalFinding =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'restored'; readonly savedAt: number }
  | {
      readonly kind: 'unreadable';
      /** Key under which it was laid aside; `null` when even that failed, and it stays where it was. */
      readonly keptAs: string | null;
      readonly problem: SnapshotProblem;
    };

export interface JournalOptions {
  /** Path below which the page is served: one origin may serve many projects. */
  readonly basePath: string;
  readonly lab: Journaled;
}

const keptLabs = 20;
const shortestDelay = 400;

/**
 * Keeps a lab between visits: restores what this tab had, and from then on saves soon after every change and
 * when the page goes away. Never rejects: where nothing can be kept, `status` says why.
 */
export async function openJournal({ basePath, lab }: JournalOptions): Promise<Journal> {
  const prefix = `${basePath}lab/`;
  try {
    const claim = await claimTab(prefix);
    const { JournalStore: store } = await import('./journal-store.ts');
    const opened = await store.open(`${prefix}journal`);
    const found = await newestOf(opened, claim, takeKeptOnLeaving(prefix));
    const finding = await readInto(lab, opened, claim, found?.record);
    await opened.prune(keptLabs, (await openTabs(prefix)).add(claim.id));
    const inStore = found === undefined || found.inStore;
    return new Journal(lab, finding, { claim, store: opened, prefix, inStore });
  } catch (error) {
    return new Journal(lab, { kind: 'nothing' }, { notKept: reasonOf(error) });
  }
}

interface Found {
  readonly record: JournalRecord;
  /** Whether it stands in the store as this tab's own. */
  readonly inStore: boolean;
}

async function newestOf(
  store: JournalStore,
  { id, beginsAs }: TabClaim,
  left: JournalRecord | undefined,
): Promise<Found | undefined> {
  if (beginsAs === null) return undefined;
  const stored = await store.read(beginsAs);
  if (left?.id === beginsAs && left.savedAt > (stored?.savedAt ?? 0))
    return { record: left, inStore: false };
  return stored && { record: stored, inStore: beginsAs === id };
}

async function readInto(
  lab: Journaled,
  store: JournalStore,
  claim: TabClaim,
  record: JournalRecord | undefined,
): Promise<JournalFinding> {
  if (record === undefined) return { kind: 'nothing' };
  const { checkSnapshot } = await import('./check-snapshot.ts');
  const checked = checkSnapshot(record.snapshot);
  if (!checked.ok) {
    // The original belongs to the other tab when this one is a copy of it.
    const keptAs = claim.beginsAs === claim.id ? await layAside(store, record) : null;
    return { kind: 'unreadable', keptAs, problem: checked };
  }
  lab.restore(checked.snapshot);
  return { kind: 'restored', savedAt: record.savedAt };
}

async function layAside(store: JournalStore, record: JournalRecord): Promise<string | null> {
  try {
    return await store.layAside(record);
  } catch {
    return null;
  }
}

interface Open {
  readonly claim: TabClaim;
  readonly store: JournalStore;
  readonly prefix: string;
  /** `false` when what the lab began with is not yet kept under this tab's name. */
  readonly inStore: boolean;
}

export class Journal {
  readonly finding: JournalFinding;
  #status = $state.raw<JournalStatus>({ code: 'kept', savedAt: null });
  readonly #lab: Journaled;
  readonly #open: Open | null;
  readonly #stop: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedRevision: number;
  #lastTook = 0;

  constructor(
    lab: Journaled,
    finding: JournalFinding,
    place: Open | { readonly notKept: NotKeptReason },
  ) {
    this.#lab = lab;
    this.finding = finding;
    this.#savedRevision = lab.revision;
    if ('notKept' in place) {
      this.#open = null;
      this.#status = { code: 'not-kept', reason: place.notKept };
      this.#stop = () => undefined;
      return;
    }
    this.#open = place;
    this.#stop = this.#watch();
    if (finding.kind === 'restored' && !place.inStore) this.#saveSoon();
  }

  get status(): JournalStatus {
    return this.#status;
  }

  /** Saves at once; resolves when it is done, whether it succeeded or not. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    const open = this.#open;
    if (open !== null) this.#saving = this.#saving.then(() => this.#saveTo(open));
    return this.#saving;
  }

  /** Ends the journal: this tab's place can be claimed again. */
  async close(): Promise<void> {
    this.#stop();
    clearTimeout(this.#timer);
    await this.#saving;
    this.#open?.store.close();
    this.#open?.claim.release();
  }

  #watch(): () => void {
    const stopEffect = $effect.root(() => {
      $effect(() => {
        if (this.#lab.revision !== this.#savedRevision) this.#saveSoon();
      });
    });
    const leaving = () => {
      if (document.visibilityState === 'hidden') this.#saveNow();
    };
    const left = () => this.#leave();
    document.addEventListener('visibilitychange', leaving);
    window.addEventListener('pagehide', left);
    return () => {
      stopEffect();
      document.removeEventListener('visibilitychange', leaving);
      window.removeEventListener('pagehide', left);
    };
  }

  #leave(): void {
    if (this.#open !== null && this.#lab.revision !== this.#savedRevision) {
      const { claim, prefix } = this.#open;
      const snapshot = this.#lab.snapshot();
      keepOnLeaving(prefix, { id: claim.id, savedAt: Date.now(), snapshot });
    }
    this.#saveNow();
  }

  /** Within this very task: a page that goes away may not get another. */
  #saveNow(): void {
    clearTimeout(this.#timer);
    if (this.#open !== null) this.#saving = this.#saveTo(this.#open);
  }

  /** Waits a little for further changes; longer where saving has become slow. */
  #saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), Math.max(shortestDelay, this.#lastTook * 10));
  }

  async #saveTo({ claim, store }: Open): Promise<void> {
    const startedAt = performance.now();
    const savedAt = Date.now();
    const revision = this.#lab.revision;
    try {
      await store.save({ id: claim.id, savedAt, snapshot: this.#lab.snapshot() });
      this.#savedRevision = revision;
      this.#status = { code: 'kept', savedAt };
    } catch (error) {
      this.#status = { code: 'not-kept', reason: reasonOf(error) };
    }
    this.#lastTook = performance.now() - startedAt;
  }
}

function reasonOf(error: unknown): NotKeptReason {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'storage-full';
  return name === 'SecurityError' || name === 'NotAllowedError'
    ? 'storage-blocked'
    : 'storage-failed';
}
