import { expect, test } from 'vitest';
import { emptyCase, type CaseDraft } from '../../../../src/lab/cookie-case/case-draft.ts';
import { presetNames, presets } from '../../../../src/lab/cookie-case/presets/presets.ts';
import { caseInFragment, caseLink } from '../../../../src/ui/cookie-case/case-link.ts';
import { presetGroups } from '../../../../src/ui/cookie-case/preset-words.ts';

const bench = 'https://somebody.github.io/remember-me/ko/tools/cookie/';

test.each(presetNames.filter((name) => name !== 'too-large'))('%s survives its link', (name) => {
  const draft = presets[name](0);
  const link = caseLink(bench, draft);
  expect(link?.startsWith(`${bench}#case=`)).toBe(true);
  expect(caseInFragment(new URL(link!).hash)).toEqual(draft);
});

test('what is too long for an address gets none', () => {
  expect(caseLink(bench, { ...emptyCase, paste: 'a'.repeat(9000) })).toBeNull();
});

test.each([
  '',
  '#',
  '#token=1',
  '#case=',
  '#case=%',
  '#case=null',
  '#case=[]x',
  '#case={"requestBy":"teleport"}',
  '#case={"secondsBetween":-1}',
  '#case={"paste":1}',
])('%s holds no case', (fragment) => {
  expect(caseInFragment(fragment)).toBeNull();
});

test('what a link does not say is as usual, and what it says too much is left out', () => {
  const draft: CaseDraft = { ...emptyCase, paste: 'a=1' };
  expect(caseInFragment('#case={"paste":"a=1","more":1}')).toEqual(draft);
});

test('every preset stands in one of the groups', () => {
  expect(presetGroups.flatMap(({ names }) => names).toSorted()).toEqual(presetNames.toSorted());
});
