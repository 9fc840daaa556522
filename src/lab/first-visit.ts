import { acceptLanguageOf } from './accept-language.ts';
import { Lab } from './lab.svelte.ts';
import type { LabSnapshot } from './snapshot.ts';
import { homeUrl } from './world.svelte.ts';

/**
 * The lab of the first page as a visitor finds it: the bakery's front page is open, and its server remembers
 * nothing. Made by really visiting it, once for each language, when the site is built. The shop's keys are
 * left out: whoever restores it makes keys of their own.
 */
export async function firstVisit(language: 'en' | 'ko'): Promise<LabSnapshot> {
  const lab = new Lab({
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    acceptLanguage: () => acceptLanguageOf(language),
    monotonicNow: () => 0,
  });
  lab.changeSettings({ remember: 'nothing' });
  await lab.visit(homeUrl);
  const { remembered, ...rest } = lab.snapshot();
  const kept = Object.entries(remembered).filter(([name]) => name !== 'shop/secrets');
  return { ...rest, remembered: Object.fromEntries(kept) };
}
