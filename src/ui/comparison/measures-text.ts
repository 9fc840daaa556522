import type { Held, Measures, Work } from '../../lab/comparison/measures.ts';
import type { CopiedKey } from '../../lab/comparison/trial-visit.ts';
import * as m from '../../messages/compiled/messages.js';

export function browserHoldsText({ entries, octets }: Held): string {
  return entries === 0 ? m.comparison_none() : m.comparison_held({ count: entries, octets });
}

export function serverHoldsText({ entries, octets }: Held): string {
  return entries === 0 ? m.comparison_none() : m.comparison_rows({ count: entries, octets });
}

export function addedText(octets: number): string {
  return octets === 0 ? m.comparison_none() : m.comparison_octets({ octets });
}

const workNames: readonly (readonly [Work, (inputs: { count: number }) => string])[] = [
  ['look-up', m.comparison_look_ups],
  ['signature', m.comparison_signatures],
  ['password', m.comparison_passwords],
];

export function workText(work: Measures['work']): string {
  const parts = workNames.flatMap(([kind, name]) =>
    work[kind] === 0 ? [] : [name({ count: work[kind] })],
  );
  return parts.length === 0 ? m.comparison_none() : parts.join(', ');
}

export function copyText(copy: CopiedKey, language: string): string {
  switch (copy.fate) {
    case 'no-key':
      return m.comparison_copy_no_key();
    case 'never-opened':
      return m.comparison_copy_never_opened();
    case 'dead-at-sign-out':
      return m.comparison_copy_dead_at_sign_out();
    case 'outlives-trial':
      return m.comparison_copy_outlives_trial();
    case 'dies-later':
      return m.comparison_copy_dies_later({ time: minutesOrHours(copy.afterMs, language) });
  }
}

function minutesOrHours(ms: number, language: string): string {
  const minutes = Math.round(ms / 60_000);
  const [amount, unit] = minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    amount,
  );
}
