import { findChapter } from './chapters.ts';
import type { StepPlace } from './progress.ts';

/** A lesson that somebody has put together of steps of any chapter. */
export interface OwnLesson {
  readonly title: string;
  /** In the order in which they are gone through, each once. */
  readonly steps: readonly StepPlace[];
}

/** What a link holds, and what of it is not known here. */
export interface ReadOwnLesson extends OwnLesson {
  readonly unknown: readonly string[];
}

export const mostSteps = 40;
export const longestTitle = 80;
const longestText = 6000;

/** As text for an address: the title, then `chapter.step` for each step, with `~` between them. */
export function writeOwnLesson({ title, steps }: OwnLesson): string {
  const name = encodeURIComponent(wellFormed(title.slice(0, longestTitle))).replaceAll('~', '%7E');
  return [name, ...steps.map(({ chapter, step }) => `${chapter}.${step}`)].join('~');
}

/** `null` where there is no lesson in it. Never throws. */
export function readOwnLesson(text: string): ReadOwnLesson | null {
  if (text.length > longestText) return null;
  const [name = '', ...rest] = text.split('~');
  const title = decoded(name);
  if (title === null || rest.length === 0) return null;
  const wanted = [...new Set(rest)].slice(0, mostSteps);
  const steps = wanted.flatMap((one) => placeOf(one) ?? []);
  if (steps.length === 0) return null;
  const unknown = wanted.filter((one) => placeOf(one) === null).map((one) => one.slice(0, 60));
  return { title: title.slice(0, longestTitle), steps, unknown };
}

/** Which steps come before and after one; `null` at the ends. */
export function neighboursIn({ steps }: OwnLesson, { chapter, step }: StepPlace) {
  const index = steps.findIndex((place) => place.chapter === chapter && place.step === step);
  if (index < 0) return { isOnWay: false, previous: null, next: null };
  return { isOnWay: true, previous: steps[index - 1] ?? null, next: steps[index + 1] ?? null };
}

function placeOf(text: string): StepPlace | null {
  const [chapter = '', step = '', ...more] = text.split('.');
  const isKnown = more.length === 0 && findChapter(chapter)?.steps.includes(step) === true;
  return isKnown ? { chapter, step } : null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** A lone surrogate has no octets to be encoded as. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
