import { chapters } from './chapters.ts';
import type { StepPlace } from './progress.ts';

/** Minutes that the short way takes. */
export const SHORT_WAY_MINUTES = 45;

/** The starred steps of all chapters, in the order in which they are read. */
export const shortWay: readonly StepPlace[] = chapters.flatMap(({ slug, starred }) =>
  starred.map((step) => ({ chapter: slug, step })),
);

/** Which steps come before and after one on the short way; `null` where it begins and ends, or is not on it. */
export function neighboursOnShortWay({ chapter, step }: StepPlace): {
  readonly previous: StepPlace | null;
  readonly next: StepPlace | null;
} {
  const index = shortWay.findIndex((place) => place.chapter === chapter && place.step === step);
  if (index < 0) return { previous: null, next: null };
  return { previous: shortWay[index - 1] ?? null, next: shortWay[index + 1] ?? null };
}

export function isOnShortWay({ chapter, step }: StepPlace): boolean {
  return shortWay.some((place) => place.chapter === chapter && place.step === step);
}
