import { expect, test } from 'vitest';
import { compileProse } from '../../../build/compile-prose.ts';

const chapter = `# Cookies
> The browser remembers for you.

Why one *should* care.

## Put bread in the cart {#add-bread}
A live :value[sid] and \`Set-Cookie:sid=1\`, at 12:30, in Cookie:sid.

- one
- two

### myth
Everybody knows.
### goal: add-bread
Add it.
### question: what-returns
What comes back?
#### name-only: Only \`name=value\`
Right.
#### all: Everything
No: [see](../sessions/#sign-in).
### wrong: cleared-jar
You cleared it.
### hint
Look left.
### found
Copied.

## Kept {#summary}
All of it.
`;

const p = (...children: unknown[]) => ({ type: 'paragraph', children });

test('a chapter becomes a tree', () => {
  expect(compileProse(chapter, 'en.md')).toEqual({
    title: 'Cookies',
    description: 'The browser remembers for you.',
    opening: [p('Why one ', { type: 'emphasis', children: ['should'] }, ' care.')],
    steps: {
      'add-bread': {
        title: 'Put bread in the cart',
        body: [
          p(
            'A live ',
            { type: 'value', name: 'sid' },
            ' and ',
            { type: 'code', text: 'Set-Cookie:sid=1' },
            ', at 12:30, in Cookie:sid.',
          ),
          {
            type: 'list',
            children: [
              { type: 'item', children: ['one'] },
              { type: 'item', children: ['two'] },
            ],
          },
        ],
        goals: { 'add-bread': [p('Add it.')] },
        questions: {
          'what-returns': {
            ask: [p('What comes back?')],
            answers: {
              'name-only': {
                label: ['Only ', { type: 'code', text: 'name=value' }],
                reply: [p('Right.')],
              },
              all: {
                label: ['Everything'],
                reply: [
                  p('No: ', { type: 'link', href: '../sessions/#sign-in', children: ['see'] }, '.'),
                ],
              },
            },
          },
        },
        wrongTurns: { 'cleared-jar': [p('You cleared it.')] },
        hint: [p('Look left.')],
        found: [p('Copied.')],
        myth: [p('Everybody knows.')],
      },
    },
    summary: [p('All of it.')],
  });
});

test.each<[what: string, from: string, to: string, problem: RegExp]>([
  ['raw HTML', 'Look left.', '<b>Look</b> left.', /^en\.md:\d+:1: .*raw HTML/],
  ['an image', 'Look left.', '![left](left.png)', /an image/],
  ['a script link', '../sessions/#sign-in', 'javascript:alert(1)', /javascript:alert/],
  ['a link from the root', '../sessions/#sign-in', '/sessions/', /relative place/],
  ['an unknown directive', ':value[sid]', ':secret[sid]', /:secret/],
  ['a value without a name', ':value[sid]', ':value', /:value\[name\]/],
  ['no title', '# Cookies', 'Cookies', /begins with its title/],
  ['no description', '> The browser', 'The browser', /description/],
  ['no opening', 'Why one *should* care.', '', /nothing under/],
  ['no slug', ' {#add-bread}', '', /en\.md:6:1: .*slug/],
  ['no hint', '### hint\nLook left.\n', '', /lacks ### hint/],
  ['no found', '### found\nCopied.\n', '', /lacks ### found/],
  ['an empty hint', 'Look left.', '', /nothing under/],
  ['no summary', '## Kept {#summary}\nAll of it.\n', '', /summary/],
  ['an unknown part', '### wrong: cleared-jar', '### wronk: cleared-jar', /no part "wronk/],
  ['a goal without a slug', '### goal: add-bread', '### goal', /no part "goal"/],
  ['a hint twice', '### found', '### hint\nAgain.\n### found', /"hint" is already there/],
  ['an answer twice', '#### all:', '#### name-only:', /"name-only" is already there/],
  ['a question with one answer', '#### all: Everything', '', /two answers/],
  ['an answer without a slug', '#### all: Everything', '#### Everything', /#### slug: Label/],
  ['a step after the summary', 'All of it.', 'All.\n## More {#more}\nText.', /end of a chapter/],
])('%s is an error with its place', (_, from, to, problem) => {
  expect(chapter).toContain(from);
  expect(() => compileProse(chapter.replace(from, to), 'en.md')).toThrow(problem);
});

test.each([
  ['a particle stays with its bracket', '출처(origin)는 넓어요.', ['출처(origin)\u2060는 넓어요.']],
  [
    'and with code that ends in a sign',
    '`__Host-`로 시작해요.',
    [{ type: 'code', text: '__Host-' }, '\u2060로 시작해요.'],
  ],
  [
    'code that ends in a letter holds it already',
    '`exp`까지 살아요.',
    [{ type: 'code', text: 'exp' }, '까지 살아요.'],
  ],
  ['a new word may begin a line', '출처(origin) 하나', ['출처(origin) 하나']],
])('%s', (_, text, children) => {
  const { summary } = compileProse(chapter.replace('All of it.', text), 'ko.md');
  expect(summary).toEqual([p(...children)]);
});
