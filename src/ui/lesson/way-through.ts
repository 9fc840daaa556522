import * as m from '../../messages/compiled/messages.js';
import { findChapter } from '../../tutorial/chapters.ts';
import { neighboursIn, type OwnLesson } from '../../tutorial/own-lesson.ts';
import type { StepPlace } from '../../tutorial/progress.ts';
import type { ChapterProse } from '../../tutorial/prose.ts';
import { neighboursOnShortWay } from '../../tutorial/short-way.ts';
import type { Route } from '../shell/route.ts';

/** What comes before and after a step, as links. */
export interface WayThrough {
  readonly previous: { readonly href: string } | null;
  readonly next: {
    readonly href: string;
    readonly title: string;
    /** No step, but what closes the way. */
    readonly isEnd: boolean;
  };
}

interface Here {
  readonly place: StepPlace;
  /** Slugs of the steps before and after in the chapter. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly prose: ChapterProse;
  readonly language: Extract<Route, { name: 'chapter' }>['language'];
  readonly href: (route: Route) => string;
}

/** Through one chapter from step to step, and at the end to its summary. */
export function wayThroughChapter(here: Here): WayThrough {
  const { previous, next, prose, language, href } = here;
  const { chapter } = here.place;
  const to = (step: string) => href({ name: 'chapter', language, chapter, step });
  return {
    previous: previous === null ? null : { href: to(previous) },
    next:
      next === null
        ? { href: to('summary'), title: m.stage_summary(), isEnd: true }
        : { href: to(next), title: prose.steps[next]?.title ?? next, isEnd: false },
  };
}

/** From one starred step to the next, through all chapters, and at the end back to the map. */
export function wayThroughShort({ place, prose, language, href }: Here): WayThrough {
  const { previous, next } = neighboursOnShortWay(place);
  const to = ({ chapter, step }: StepPlace) =>
    href({ name: 'chapter', language, chapter, step, short: true });
  const map = href({ name: 'learn', language, way: 'short' });
  return {
    previous: { href: previous === null ? map : to(previous) },
    next:
      next === null
        ? { href: map, title: m.stage_short_way_end(), isEnd: true }
        : { href: to(next), title: titleOf(next, place, prose), isEnd: false },
  };
}

/** From step to step of a lesson that somebody has put together, and at the end back to its map. */
export function wayThroughOwn(here: Here, text: string, lesson: OwnLesson): WayThrough {
  const { place, prose, language, href } = here;
  const { previous, next } = neighboursIn(lesson, place);
  const to = ({ chapter, step }: StepPlace) =>
    href({ name: 'chapter', language, chapter, step, own: text });
  const map = href({ name: 'learn', language, way: 'own', own: text });
  return {
    previous: { href: previous === null ? map : to(previous) },
    next:
      next === null
        ? { href: map, title: m.own_end(), isEnd: true }
        : { href: to(next), title: titleOf(next, place, prose), isEnd: false },
  };
}

/** Of a step in another chapter only the chapter's title is known: its prose is not loaded yet. */
function titleOf({ chapter, step }: StepPlace, here: StepPlace, prose: ChapterProse): string {
  if (chapter === here.chapter) return prose.steps[step]?.title ?? step;
  return findChapter(chapter)?.title() ?? chapter;
}
