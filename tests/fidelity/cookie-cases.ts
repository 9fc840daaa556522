import { emptyCase, readDraft, type CaseDraft } from '../../src/lab/cookie-case/case-draft.ts';
import { presetNames, presets } from '../../src/lab/cookie-case/presets/presets.ts';
import { table } from '../unit/lab/cookie-case/table.ts';
import { scenarioOfCase } from './scenario-of-case.ts';
import type { Scenario } from './scenario.ts';

/** What ends within a minute may end while it is played. */
const SHORT_LIVED = /Max-Age=\d\d\b/;

function scenarioOfDraft(draft: CaseDraft): Scenario | null {
  const { cookieCase } = readDraft(draft, Date.now());
  return cookieCase === null || SHORT_LIVED.test(draft.paste) ? null : scenarioOfCase(cookieCase);
}

const drafts: readonly (readonly [name: string, draft: CaseDraft])[] = [
  ...presetNames.map((name) => [`preset ${name}`, presets[name](Date.now())] as const),
  ...Object.entries(table).flatMap(([group, rows]) =>
    rows.map(([paste, draft], place) => {
      const name = `cookie case, ${group}, ${String(place)}: ${paste.slice(0, 60)}`;
      return [name, { ...emptyCase, ...draft, paste }] as const;
    }),
  ),
];

/** The presets and the table of the cookie that is not sent, as far as Chromium can be put into that situation. */
export const cookieCases: Readonly<Record<string, Scenario>> = Object.fromEntries(
  drafts.flatMap(([name, draft]) => {
    const scenario = scenarioOfDraft(draft);
    return scenario === null ? [] : [[name, scenario] as const];
  }),
);
