import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { languages, Stage, type Language } from './support/stage.ts';

interface Part {
  readonly chapter: string;
  readonly language: Language;
}

const folder = new URL('../../src/tutorial/chapters/', import.meta.url);
const built = new URL('../../dist/assets/', import.meta.url);

/** Every text of a chapter in a language, with words that stand nowhere else. */
const parts = readdirSync(folder)
  .toSorted()
  .flatMap((chapter) =>
    languages.map((language) => ({ chapter, language, mark: markOf(chapter, language) })),
  );

test('each of these words stands in one file of the site', () => {
  const assets = new URL('../../dist/assets/', import.meta.url);
  const scripts = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(new URL(name, assets), 'utf8'));
  for (const { mark } of parts)
    expect(
      scripts.filter((script) => script.includes(mark)),
      mark,
    ).toHaveLength(1);
});

for (const language of languages) {
  test(`a chapter is fetched when it is opened, and nothing of the others (${language})`, async ({
    page,
  }) => {
    const scripts: string[] = [];
    const codeOfSteps = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\/steps-[^/]+\.js$/.test(pathname)) codeOfSteps.add(pathname);
      // Read from the site itself: of a response the body is gone once the page goes elsewhere.
      const [, asset] = /\/assets\/([^/]+\.js)$/.exec(pathname) ?? [];
      if (asset !== undefined) scripts.push(readFileSync(new URL(asset, built), 'utf8'));
    });
    const fetched = (): readonly Part[] =>
      parts
        .filter(({ mark }) => scripts.some((script) => script.includes(mark)))
        .map(({ chapter, language: of }) => ({ chapter, language: of }));

    await page.goto(`${language}/`);
    await page.waitForLoadState('networkidle');
    expect(fetched()).toEqual([]);

    const stage = new Stage(page, language);
    await stage.enter({ chapter: 'sessions', step: 'sign-in' });
    await atRest(page);
    expect(fetched()).toEqual([{ chapter: 'sessions', language }]);
    expect(codeOfSteps.size).toBe(1);

    await stage.enter({ chapter: 'cookies', step: 'forge' });
    await atRest(page);
    expect(fetched()).toEqual([
      { chapter: 'cookies', language },
      { chapter: 'sessions', language },
    ]);
    expect(codeOfSteps.size).toBe(2);
  });
}

/** What the stage loads last, when it has nothing else to do, is there. */
async function atRest(page: Page): Promise<void> {
  await expect(page.getByRole('toolbar')).toBeVisible();
  await expect(page.getByRole('tablist').first()).toBeVisible();
}

/** The end of the chapter's first paragraph: words that no link to the glossary has cut. */
function markOf(chapter: string, language: Language): string {
  const text = readFileSync(new URL(`${chapter}/${language}.md`, folder), 'utf8');
  const opening = text.split('\n').find((line) => /^[^#>\s]/u.test(line)) ?? '';
  return opening.slice(-16);
}
