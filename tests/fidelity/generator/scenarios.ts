import fc from 'fast-check';
import type { PageTarget, Redirect, Scenario, Step, Target } from '../scenario.ts';
import { setCookie } from './set-cookies.ts';
import { ORIGINS, URL_PATHS } from './vocabulary.ts';

const origin = fc.oneof(
  { weight: 3, arbitrary: fc.constant(ORIGINS[0]) },
  { weight: 2, arbitrary: fc.constant(ORIGINS[1]) },
  { weight: 4, arbitrary: fc.constantFrom(...ORIGINS) },
);

const url = fc.tuple(origin, fc.constantFrom(...URL_PATHS)).map(([site, path]) => `${site}${path}`);

const setCookies = fc.array(setCookie, { maxLength: 5 });

const redirect: fc.Arbitrary<Redirect> = fc.record({
  status: fc.constantFrom(302, 303, 301, 307, 308),
  url,
  setCookies,
});

const redirects = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.array(redirect, { maxLength: 3 }) },
);

const target: fc.Arbitrary<Target> = fc.record({ url, setCookies, redirects });

const page: fc.Arbitrary<PageTarget> = fc
  .record({ url, setCookies, redirects, image: fc.option(target) })
  .map((drawn) => ({
    ...drawn,
    image: drawn.image && withoutMixedContent(drawn.image, drawn.url),
  }));

const move: fc.Arbitrary<Step> = fc.record({
  by: fc.constantFrom('address', 'link', 'get-form', 'post-form'),
  page,
});

const first: fc.Arbitrary<Step> = fc.record({ by: fc.constant('address' as const), page });

/** A visit that begins with an address typed in. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    first,
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: move },
        { weight: 1, arbitrary: fc.constant<Step>({ by: 'reload' }) },
      ),
      { maxLength: 5 },
    ),
  )
  .map(([start, steps]) => withoutRepeatedForms([start, ...steps]));

/** Chromium asks the user before it sends a form a second time, so nothing reloads what a POST has led to. */
function withoutRepeatedForms(steps: readonly Step[]): Scenario {
  return steps.filter((step, index) => {
    const before = steps.slice(0, index).findLast(({ by }) => by !== 'reload');
    return step.by !== 'reload' || before?.by !== 'post-form';
  });
}

/** Pages by TLS embed nothing without: Chromium would ask for it by TLS, or not at all. */
function withoutMixedContent(image: Target, pageUrl: string): Target {
  if (!pageUrl.startsWith('https:')) return image;
  const secured = (address: string): string => address.replace(/^http:/, 'https:');
  return {
    ...image,
    url: secured(image.url),
    redirects: image.redirects.map((each) => ({ ...each, url: secured(each.url) })),
  };
}
