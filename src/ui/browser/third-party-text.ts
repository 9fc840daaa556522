import * as m from '../../messages/compiled/messages.js';
import type { ThirdPartyCookies } from '../../cookies/partitioned.ts';

export const policies: readonly ThirdPartyCookies[] = ['allowed', 'blocked', 'partitioned'];

interface PolicyWords {
  /** As a choice among the others. */
  readonly name: () => string;
  /** Where nothing around it says what it is about. */
  readonly label: () => string;
  /** What it does, and who does so. */
  readonly note: () => string;
}

const words: Readonly<Record<ThirdPartyCookies, PolicyWords>> = {
  allowed: {
    name: m.browsers_allowed,
    label: m.browsers_allowed_label,
    note: m.browsers_allowed_note,
  },
  blocked: {
    name: m.browsers_blocked,
    label: m.browsers_blocked_label,
    note: m.browsers_blocked_note,
  },
  partitioned: {
    name: m.browsers_partitioned,
    label: m.browsers_partitioned_label,
    note: m.browsers_partitioned_note,
  },
};

export function policyName(policy: ThirdPartyCookies): string {
  return words[policy].name();
}

export function policyLabel(policy: ThirdPartyCookies): string {
  return words[policy].label();
}

export function policyNote(policy: ThirdPartyCookies): string {
  return words[policy].note();
}
