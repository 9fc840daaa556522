import { describe, expect, test } from 'vitest';
import { chapters, findChapter } from '../../../src/tutorial/chapters.ts';
import type { Prose, ProseNode, StepProse } from '../../../src/tutorial/prose.ts';
import type { Step } from '../../../src/tutorial/step.ts';

const languages = ['en', 'ko'] as const;

describe.each(chapters)('$slug', (entry) => {
  test('the list names the steps that the chapter has', async () => {
    const { chapter } = await entry.load('en');
    expect(chapter.steps.map(({ slug }) => slug)).toEqual(entry.steps);
    expect(entry.steps).toEqual(expect.arrayContaining([...entry.starred]));
    expect(chapter.slug).toBe(entry.slug);
    expect(chapter.minutes).toBe(entry.minutes);
  });

  describe.each(languages)('in %s', (language) => {
    test('has words for exactly what its steps hold', async () => {
      const { chapter, prose } = await entry.load(language);
      expect(Object.keys(prose.steps)).toEqual(chapter.steps.map(({ slug }) => slug));
      for (const step of chapter.steps) {
        const words = prose.steps[step.slug];
        expect(words && slugsOfProse(words), step.slug).toEqual(slugsOfStep(step));
      }
    });

    test('has no mark-up that was not understood', async () => {
      const { prose } = await entry.load(language);
      expect(JSON.stringify(prose).match(/.{0,30}\*.{0,30}/g)).toBeNull();
    });

    test('says something everywhere', async () => {
      const { prose } = await entry.load(language);
      expect(prose.title).not.toBe('');
      expect(prose.description).not.toBe('');
      for (const part of [prose.opening, prose.summary]) expect(part).not.toEqual([]);
      for (const [slug, { body, hint, found }] of Object.entries(prose.steps)) {
        for (const part of [body, hint, found]) expect(part, slug).not.toEqual([]);
      }
    });
  });

  test('tests the same myths and names the same live values in both languages', async () => {
    const [en, ko] = await Promise.all(
      languages.map(async (language) => (await entry.load(language)).prose),
    );
    for (const slug of entry.steps) {
      expect(ko?.steps[slug]?.myth === null, slug).toBe(en?.steps[slug]?.myth === null);
      expect(liveValues(ko?.steps[slug]), slug).toEqual(liveValues(en?.steps[slug]));
    }
  });

  test('has its right answers in no place where one could guess them', async () => {
    const { chapter } = await entry.load('en');
    const places = chapter.steps.flatMap(({ questions }) =>
      questions.map(({ answers }) => answers.findIndex(({ right }) => right)),
    );
    for (const place of new Set(places)) {
      const share = places.filter((one) => one === place).length / places.length;
      expect(share, `place ${String(place + 1)}`).toBeLessThanOrEqual(0.6);
    }
  });

  test('has the title of its prose in the catalogue', async () => {
    const { prose } = await entry.load('en');
    expect(entry.title()).toBe(prose.title);
    expect(entry.description()).toBe(prose.description);
  });
});

test('a chapter that does not exist is not found', () => {
  expect(findChapter('no-such-chapter')).toBeUndefined();
});

function slugsOfStep({ goals, questions, wrongTurns = [] }: Step) {
  return {
    goals: goals.map(({ slug }) => slug).sort(),
    questions: sorted(
      Object.fromEntries(
        questions.map(({ slug, answers }) => [slug, answers.map((answer) => answer.slug).sort()]),
      ),
    ),
    wrongTurns: wrongTurns.map(({ slug }) => slug).sort(),
  };
}

function slugsOfProse({ goals, questions, wrongTurns }: StepProse) {
  return {
    goals: Object.keys(goals).sort(),
    questions: sorted(
      Object.fromEntries(
        Object.entries(questions).map(([slug, { answers }]) => [slug, Object.keys(answers).sort()]),
      ),
    ),
    wrongTurns: Object.keys(wrongTurns).sort(),
  };
}

function sorted<Value>(record: Readonly<Record<string, Value>>) {
  return Object.entries(record).sort(([a], [b]) => a.localeCompare(b));
}

function liveValues(words: StepProse | undefined): readonly string[] {
  const all = words ? [words.body, words.hint, words.found, ...Object.values(words.goals)] : [];
  return all.flatMap(valuesIn).sort();
}

function valuesIn(prose: Prose): readonly string[] {
  return prose.flatMap((node: ProseNode) => {
    if (typeof node === 'string') return [];
    if (node.type === 'value') return [node.name];
    return 'children' in node ? valuesIn(node.children) : [];
  });
}
