import type { AnyEvent, LogEntry } from '../log.ts';
import type { LabSnapshot } from '../snapshot.ts';
import { changeTexts } from './change-texts.ts';
import { changeTokens, foreignTokenTest, textsIn } from './foreign-tokens.ts';
import { leftOutText, type LeftOut } from './left-out.ts';
import { publicKeysOnly } from './public-keys-only.ts';
import { withoutPasswords } from './typed-passwords.ts';

/** A lab as others may have it, and how much was left out for that. */
export interface Redacted {
  readonly snapshot: LabSnapshot;
  readonly leftOut: LeftOut;
}

/**
 * The lab without keys, typed passwords and tokens from elsewhere. Session identifiers, and the tokens of the
 * lab's own servers, stay: they are what happened, and open nothing outside of it.
 */
export function redact(snapshot: LabSnapshot): Redacted {
  const { remembered, keys } = publicKeysOnly(snapshot.remembered, snapshot.time);
  const isForeign = foreignTokenTest(snapshot.log);
  const foreign = new Set<string>();
  let passwords = 0;
  const change = (text: string) =>
    changeTokens(
      withoutPasswords(text, () => (passwords += 1)),
      (token) => {
        if (!isForeign(token)) return token;
        foreign.add(token);
        return leftOutText;
      },
    );
  const changed = changeTexts({ ...snapshot, remembered }, change);
  const told = new Set([...foreign].flatMap(textsIn));
  const log = foreign.size === 0 ? changed.log : withoutWhatTokensSay(changed.log, told);
  return {
    snapshot: { ...changed, log },
    leftOut: { keys, passwords, tokens: foreign.size },
  };
}

/** Nor is it told what stood in them: neither where they were read at the bench nor in the server's trace. */
function withoutWhatTokensSay(
  log: readonly LogEntry[],
  told: ReadonlySet<string>,
): readonly LogEntry[] {
  return log.map((entry): LogEntry => {
    const { event } = entry;
    if (event.type === 'trace') {
      const values = changeTexts(event.step.values, (text) =>
        told.has(text) ? leftOutText : text,
      );
      return { ...entry, event: { ...event, step: { ...event.step, values } } };
    }
    return isLetter(event.type) ? { ...entry, event: withoutLetter(event) } : entry;
  });
}

const letters: ReadonlySet<AnyEvent['type']> = new Set([
  'bench-decoded',
  'bench-encoded',
  'bench-joined',
  'bench-mac-made',
  'bench-token-forged',
]);

const letterMembers = ['header', 'payload', 'headerPart', 'payloadPart', 'signingInput'];

function isLetter(type: AnyEvent['type']): boolean {
  return letters.has(type);
}

function withoutLetter(event: AnyEvent): AnyEvent {
  const members = Object.entries(event).map(([name, value]): [string, unknown] => [
    name,
    letterMembers.includes(name) && typeof value === 'string' ? leftOutText : value,
  ]);
  return Object.fromEntries(members) as unknown as AnyEvent;
}
