import type { LabSnapshot } from '../../lab/snapshot.ts';
import type { Language } from '../shell/language.ts';

const snapshots: Readonly<Record<Language, () => Promise<{ default: LabSnapshot }>>> = {
  en: () => import('virtual:first-sight/en'),
  ko: () => import('virtual:first-sight/ko'),
};

/** The lab that a visitor finds, as it was made when the site was built. */
export async function firstSnapshot(language: Language): Promise<LabSnapshot> {
  return (await snapshots[language]()).default;
}
