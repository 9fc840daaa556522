import type { Explanation } from '../../jwt/explain/explain-verification.ts';
import * as m from '../../messages/compiled/messages.js';

type Overall = 'accepted' | 'refused' | 'undecided';

/** What a verifier would do: undecided as long as nothing speaks against the token and something is unknown. */
export function overall({
  accepted,
  wellFormed,
  signature,
  time,
  issuerAndAudience,
}: Explanation): Overall {
  if (accepted) return 'accepted';
  const verdicts = [wellFormed, signature, time, issuerAndAudience];
  return verdicts.some(({ answer }) => answer === 'no') ? 'refused' : 'undecided';
}

export function overallText(explanation: Explanation): string {
  return words[overall(explanation)]();
}

const words: Readonly<Record<Overall, () => string>> = {
  accepted: m.workbench_accepted,
  refused: m.workbench_refused,
  undecided: m.workbench_undecided,
};

export const answerMarks = { yes: '✓', no: '✕', unknown: '?' } as const;
