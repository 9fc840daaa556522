import { siteOf } from '../../http/origin.ts';
import type { PlannedRequest } from '../planned-request.ts';
import { refuseByAnswer, type PreflightAnswer } from './preflight-answer.ts';

interface Entry {
  readonly answer: PreflightAnswer;
  /** Milliseconds since the epoch. */
  readonly expiryTime: number;
}

/**
 * What servers have allowed lately (Fetch §4.9), one answer for an origin, an address and a site at the top, as
 * Chromium keeps it. A cache may forget at any time: this one is in no snapshot.
 */
export class PreflightCache {
  readonly #entries = new Map<string, Entry>();

  /** Whether the request needs no preflight. An answer that does not allow it is dropped, to be asked for anew. */
  allows(request: PlannedRequest, names: readonly string[], now: number): boolean {
    const key = keyOf(request);
    const entry = this.#entries.get(key);
    if (entry === undefined) return false;
    const { answer, expiryTime } = entry;
    const isForOthers = request.credentials === 'include' && !answer.credentials;
    const isEnough = expiryTime > now && !isForOthers;
    if (isEnough && refuseByAnswer(request, names, answer) === null) return true;
    this.#entries.delete(key);
    return false;
  }

  keep(request: PlannedRequest, answer: PreflightAnswer, now: number): void {
    this.#entries.set(keyOf(request), { answer, expiryTime: now + answer.maxAge });
  }

  clear(): void {
    this.#entries.clear();
  }
}

function keyOf({ origin, url, topLevelUrl }: PlannedRequest): string {
  return [origin, url, siteOf(topLevelUrl ?? url)].join('\n');
}
