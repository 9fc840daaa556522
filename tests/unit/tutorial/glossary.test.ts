import { expect, test } from 'vitest';
import { loadGlossary } from '../../../src/tutorial/glossary/glossary.ts';
import { terms } from '../../../src/tutorial/glossary/terms.ts';

const slugs = terms.map(({ slug }) => slug);

test.each(['en', 'ko'] as const)(
  'the glossary in %s explains exactly the terms',
  async (language) => {
    const { entries } = await loadGlossary(language);
    expect(Object.keys(entries)).toEqual(slugs);
  },
);

test.each(['en', 'ko'] as const)('nothing is written for two terms in %s', (language) => {
  const written = terms.flatMap((term) => term.written[language]);
  expect(new Set(written).size).toBe(written.length);
});
