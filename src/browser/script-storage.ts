import type { ScriptResult, ScriptStorage } from './script-access.ts';
import { refusal } from './script-refusal.ts';
import type { ScriptReport } from './script-report.ts';
import {
  STORAGE_QUOTA,
  type BrowserStorage,
  type StorageEntry,
  type StorageKey,
} from './storage.ts';

/** One document's `localStorage` or `sessionStorage`. */
export class DocumentStorage implements ScriptStorage {
  readonly #storage: BrowserStorage;
  readonly #key: StorageKey;
  readonly #report: ScriptReport;

  constructor(storage: BrowserStorage, key: StorageKey, report: ScriptReport) {
    this.#storage = storage;
    this.#key = key;
    this.#report = report;
  }

  entries(): readonly StorageEntry[] {
    return this.#storage.entries(this.#key);
  }

  getItem(key: string): string | null {
    return this.#storage.get(this.#key, key);
  }

  setItem(key: string, value: string): ScriptResult<undefined> {
    const present = this.#report.present();
    if (!present.ok) return this.#report.refuse(this.#api, present);
    if (this.getItem(key) === value) return { ok: true, value: undefined };
    if (!this.#storage.set(this.#key, key, value)) {
      const rule = { document: 'HTML', section: '12.2.1' } as const;
      const values = { key, quota: STORAGE_QUOTA };
      return this.#report.refuse(
        this.#api,
        refusal('quota-exceeded', 'QuotaExceededError', rule, values),
      );
    }
    this.#tell(key, value);
    return { ok: true, value: undefined };
  }

  removeItem(key: string): void {
    if (!this.#report.present().ok || this.getItem(key) === null) return;
    this.#storage.remove(this.#key, key);
    this.#tell(key, null);
  }

  clear(): void {
    if (!this.#report.present().ok || this.entries().length === 0) return;
    this.#storage.clear(this.#key);
    this.#tell(null, null);
  }

  get #api(): 'localStorage' | 'sessionStorage' {
    return this.#key.kind === 'local' ? 'localStorage' : 'sessionStorage';
  }

  #tell(key: string | null, value: string | null): void {
    const change = { api: this.#api, origin: this.#key.origin, key, value };
    this.#report.observe({ type: 'script-changed-storage', ...this.#report.told, ...change });
  }
}
