import { expect, test } from 'vitest';
import { compileInterview } from '../../../build/compile-interview.ts';

const question = `## What is it? {#what}
### sentence
A *thing*.
### minute
Longer.
### deep
Longest.
### points
- one
- \`two\`
### wrong
#### “It is \`no\` thing.”
It is.
#### “Never.”
Always.
### follow-up
#### Why?
Because.
#### And then?
Nothing.
`;
const whole = `# Title
> One sentence.

Opening.

${question}`;

test('a question is taken apart', () => {
  const { title, description, questions } = compileInterview(whole, 'en.md');
  expect([title, description]).toEqual(['Title', 'One sentence.']);
  expect(questions['what']).toMatchObject({
    question: 'What is it?',
    points: [['one'], [{ type: 'code', text: 'two' }]],
    wrong: [
      { claim: ['“It is ', { type: 'code', text: 'no' }, ' thing.”'] },
      { claim: ['“Never.”'] },
    ],
    followUps: [{ ask: ['Why?'] }, { ask: ['And then?'] }],
  });
});

test.each([
  ['a part is missing', whole.replace('### deep\nLongest.\n', ''), "A question's parts are"],
  [
    'the points are no list',
    whole.replace('- one\n- `two`', 'one, two'),
    'One list is expected here',
  ],
  [
    'there is one wrong answer only',
    whole.replace('#### “Never.”\nAlways.\n', ''),
    'Two headings at least',
  ],
  ['a slug is missing', whole.replace(' {#what}', ''), 'This heading needs a slug'],
  ['a slug is there twice', `${whole}\n${question}`, '"what" is already there'],
])('says where and what is wrong when %s', (_, markdown, problem) => {
  expect(() => compileInterview(markdown, 'en.md')).toThrow(problem);
  expect(() => compileInterview(markdown, 'en.md')).toThrow(/^en\.md:\d+:\d+: /);
});
