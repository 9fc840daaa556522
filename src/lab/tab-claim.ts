/** This tab's place in the journal. */
export interface TabClaim {
  readonly id: string;
  /** The tab whose state this one begins with: itself after a reload, another one when duplicated, or none. */
  readonly beginsAs: string | null;
  release(): void;
}

/**
 * Finds out which tab this is. Its identifier lives in `sessionStorage`, which a duplicated tab copies; a lock
 * that only one page at a time can hold tells the two apart.
 */
export async function claimTab(prefix: string): Promise<TabClaim> {
  const key = `${prefix}tab`;
  const known = sessionStorage.getItem(key);
  const release = known === null ? null : await lock(lockName(prefix, known));
  if (known !== null && release !== null) return { id: known, beginsAs: known, release };

  const id = newTabId();
  const releaseNew = (await lock(lockName(prefix, id))) ?? (() => undefined);
  sessionStorage.setItem(key, id);
  return { id, beginsAs: known, release: releaseNew };
}

/** Identifiers of the tabs that are open somewhere at this moment. */
export async function openTabs(prefix: string): Promise<Set<string>> {
  const { held = [] } = (await lockManager()?.query()) ?? {};
  const start = lockName(prefix, '');
  const names = held.flatMap(({ name }) =>
    name?.startsWith(start) ? [name.slice(start.length)] : [],
  );
  return new Set(names);
}

function lockName(prefix: string, id: string): string {
  return `${prefix}tab/${id}`;
}

/** `null` when somebody else holds it. Without a lock manager (insecure origins) nobody does. */
function lock(name: string): Promise<(() => void) | null> {
  const locks = lockManager();
  if (locks === undefined) return Promise.resolve(() => undefined);
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (granted) => {
        if (granted === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => {
          resolve(release);
        });
      })
      .catch(reject);
  });
}

function lockManager(): LockManager | undefined {
  return (navigator as { locks?: LockManager }).locks;
}

function newTabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
