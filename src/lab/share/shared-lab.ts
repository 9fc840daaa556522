import { checkSnapshot } from '../check-snapshot.ts';
import type { LabSnapshot, SnapshotProblem } from '../snapshot.ts';
import { withCleanPages } from './clean-pages.ts';
import { packText, unpackText } from './packed-text.ts';
import { redact, type Redacted } from './redact.ts';

/**
 * Characters of a whole address: Chromium's address bar shows no longer one, and much that passes messages on
 * cuts them off long before.
 */
export const longestLink = 32 * 1024;

/** Octets of a lab as JSON, unpacked: a long evening in it makes two million. */
export const largestLab = 16 * 1024 * 1024;

const deepest = 600;
const inFragment = /^#?lab=(.*)$/s;

/** A lab made ready to be given away. */
export interface SharedLab extends Redacted {
  /** As a file. */
  readonly text: string;
  /** As what stands after the `#` of an address, with it. */
  readonly fragment: string;
}

export async function shareLab(snapshot: LabSnapshot): Promise<SharedLab> {
  const redacted = redact(snapshot);
  const text = JSON.stringify(redacted.snapshot);
  return { ...redacted, text, fragment: `#lab=${await packText(text)}` };
}

export type ReadLab =
  | { readonly ok: true; readonly snapshot: LabSnapshot }
  | {
      readonly ok: false;
      /** `not-a-lab`: broken on the way, or something else altogether. */
      readonly code: 'not-a-lab' | 'too-large' | 'other-version' | 'damaged';
    };

/** Whether an address wants to open a lab. */
export function holdsLab(fragment: string): boolean {
  return inFragment.test(fragment);
}

/** Never throws, whatever stands there. */
export async function readLabLink(fragment: string): Promise<ReadLab> {
  const packed = inFragment.exec(fragment)?.[1] ?? '';
  const unpacked = await unpackText(packed, largestLab);
  if (unpacked === null) return { ok: false, code: 'not-a-lab' };
  return unpacked === 'too-large' ? { ok: false, code: 'too-large' } : readLabText(unpacked.text);
}

/** Of a file, or of what a link held. Never throws. */
export function readLabText(text: string): ReadLab {
  if (text.length > largestLab) return { ok: false, code: 'too-large' };
  const value = parse(text.replace(/^\ufeff/, ''));
  if (value === undefined) return { ok: false, code: 'not-a-lab' };
  if (isDeeperThan(deepest, value)) return { ok: false, code: 'damaged' };
  const checked = checkSnapshot(value);
  if (!checked.ok) return { ok: false, code: codeOf(checked) };
  // Others may write what they like into a link: what ours leave out is left out once more.
  const { snapshot } = redact(checked.snapshot);
  return { ok: true, snapshot: { ...snapshot, remembered: withCleanPages(snapshot.remembered) } };
}

function codeOf({ code }: SnapshotProblem): Exclude<ReadLab, { ok: true }>['code'] {
  return code === 'not-a-snapshot' ? 'not-a-lab' : code;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Level by level, without a call for each: the depth is what is in doubt. */
function isDeeperThan(limit: number, value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((one): unknown[] =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}
