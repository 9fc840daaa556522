import type { BenchEvent } from '../../lab/bench/events.ts';
import type { LogEntry } from '../../lab/log.ts';
import * as m from '../../messages/compiled/messages.js';
import { decodeJwt } from '../../jwt/decode.ts';
import { malformedText } from '../jwt/malformed-text.ts';
import { differingBits } from './differing-bits.ts';

/** How the HMAC that was made last differs from the one before; `null` for the first since the lab was prepared. */
export function macVerdict(log: readonly LogEntry[]): string | null {
  const start = log.findLastIndex(({ event }) => event.type === 'lab-prepared');
  const macs = log
    .slice(start + 1)
    .flatMap(({ event }) => (event.type === 'bench-mac-made' ? [event.mac] : []));
  const [before, last] = macs.slice(-2);
  if (before === undefined || last === undefined) return null;
  const bits = differingBits(before, last);
  return bits === 0 ? m.bench_mac_same() : m.bench_mac_differs({ bits });
}

interface Verdict {
  readonly kind: 'same' | 'other' | 'refused';
  readonly text: string;
}

/** What is to be said of a token that was made by hand, beside the one in the jar. */
export function tokenVerdict(
  { token }: Extract<BenchEvent, { type: 'bench-token-made' }>,
  inTheJar: string | null,
): Verdict {
  const read = decodeJwt(token);
  if (!read.ok)
    return { kind: 'refused', text: m.bench_token_refused({ reason: malformedText(read) }) };
  return token === inTheJar
    ? { kind: 'same', text: m.bench_token_same() }
    : { kind: 'other', text: m.bench_token_other() };
}
