import { expect, test } from 'vitest';
import { chapterOrder } from '../../../src/tutorial/chapter-order.ts';
import { chapters } from '../../../src/tutorial/chapters.ts';
import { loadContents } from '../../../src/tutorial/contents.ts';

test.each(['en', 'ko'] as const)(
  'the contents in %s name every step as its prose does',
  async (language) => {
    const contents = await loadContents(language);
    expect(Object.keys(contents).sort()).toEqual(chapters.map(({ slug }) => slug).sort());
    for (const chapter of chapters) {
      const { prose } = await chapter.load(language);
      for (const step of chapter.steps)
        expect(contents[chapter.slug]?.[step]).toBe(prose.steps[step]?.title);
    }
  },
);

test('documents without script list the chapters in the order of the page', () => {
  expect(chapterOrder).toEqual(chapters.map(({ slug }) => slug));
});
