import { expect, test } from 'vitest';
import { answerCase } from '../../../../src/lab/cookie-case/answer.ts';
import { emptyCase, readDraft } from '../../../../src/lab/cookie-case/case-draft.ts';
import { presetNames, presets } from '../../../../src/lab/cookie-case/presets/presets.ts';
import { visitInLab } from '../../../fidelity/lab/lab-visit.ts';
import { scenarioOfCase } from '../../../fidelity/scenario-of-case.ts';
import { suffixes } from './case-of.ts';
import { table } from './table.ts';

// What the differential runner compares with Chromium is the lab's visit: this says that the answer is the same.
const now = Date.now();
const drafts = [
  ...presetNames.map((name) => [name, presets[name](now)] as const),
  ...Object.values(table)
    .flat()
    .map(([paste, draft]) => [paste.slice(0, 60), { ...emptyCase, ...draft, paste }] as const),
];
const cases = drafts.flatMap(([name, draft]) => {
  const read = readDraft(draft, now).cookieCase;
  const cookieCase = read === null ? null : { ...read, now, secondsBetween: 0 };
  const scenario = cookieCase === null ? null : scenarioOfCase(cookieCase);
  return cookieCase === null || scenario === null ? [] : [{ name, cookieCase, scenario }];
});

test('most cases can be played in both browsers', () => {
  expect(cases.length).toBeGreaterThan(100);
});

test.each(cases)(
  'the answer about $name is what the lab sends',
  async ({ cookieCase, scenario }) => {
    const answer = await answerCase(cookieCase, suffixes);
    const { requests, jar } = await visitInLab(scenario);
    const last = [...requests]
      .filter(([key]) => key.startsWith(String(scenario.length - 1)))
      .at(-1);
    const sent = last?.[1].at(-1)?.cookie ?? null;
    expect(sent === null ? null : Buffer.from(sent, 'latin1').toString()).toBe(answer.cookieField);
    const kept = answer.cookies.filter(({ fate }) =>
      ['sent', 'withheld', 'never-asked'].includes(fate),
    );
    expect(jar.map(({ name }) => name).toSorted()).toEqual(kept.map(({ name }) => name).toSorted());
  },
);
