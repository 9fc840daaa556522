import fc from 'fast-check';
import type { Scenario, Step } from '../scenario.ts';
import { legalSteps } from './legal-steps.ts';
import { scriptCall } from './script-calls.ts';
import { page } from './targets.ts';

/** Where the documents are fewer, the innermost is meant. */
const depth = fc.constantFrom(0, 1, 0, 2, 3);

const into = fc.oneof(
  { weight: 6, arbitrary: fc.constant('itself' as const) },
  { weight: 2, arbitrary: fc.constant('_top' as const) },
  { weight: 1, arbitrary: fc.constant('_blank' as const) },
);

const first: fc.Arbitrary<Step> = fc.record({ by: fc.constant('address' as const), page });

const departure: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom('link', 'get-form', 'post-form', 'location'),
  depth,
  into,
  page,
});

const scripted: fc.Arbitrary<Step> = fc.record({
  by: fc.constant('script' as const),
  depth,
  call: scriptCall,
});

const travel: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom('reload', 'back', 'forward'),
});

const step = fc.oneof(
  { weight: 5, arbitrary: departure },
  { weight: 2, arbitrary: first },
  { weight: 6, arbitrary: scripted },
  { weight: 2, arbitrary: travel },
);

/** A visit that begins with an address typed in. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .tuple(first, fc.array(step, { maxLength: 7 }))
  .map(([start, steps]) => legalSteps([start, ...steps]));
