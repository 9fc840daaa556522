import { checkSnapshot } from '../../../../src/lab/check-snapshot.ts';
import { brokenInvariants } from '../../../../src/lab/invariants.ts';
import { Lab } from '../../../../src/lab/lab.svelte.ts';

/** What is wrong with a lab as the journal kept it; nothing of it should be. */
export function problemsOf(text: string): readonly string[] {
  const checked = checkSnapshot(JSON.parse(text));
  if (!checked.ok) return [`the snapshot is ${checked.code} at ${checked.path ?? 'its top'}`];
  const lab = new Lab({
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    acceptLanguage: () => 'en',
    monotonicNow: () => 0,
  });
  lab.restore(checked.snapshot);
  // A cookie that expired since the last beat goes with the next one.
  lab.clock.advance(0);
  return brokenInvariants(lab);
}
