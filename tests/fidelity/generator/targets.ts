import fc from 'fast-check';
import type { Embedded, PageTarget, Redirect, Target } from '../scenario.ts';
import { setCookie } from './set-cookies.ts';
import { ORIGINS, SANDBOXES, URL_PATHS } from './vocabulary.ts';

const origin = fc.oneof(
  { weight: 3, arbitrary: fc.constant(ORIGINS[0]) },
  { weight: 3, arbitrary: fc.constant(ORIGINS[1]) },
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

/** An address with what is answered there. */
export const target: fc.Arbitrary<Target> = fc.record({ url, setCookies, redirects });

const resource: fc.Arbitrary<Embedded> = fc.record({
  as: fc.constantFrom('image', 'style', 'script'),
  target,
});

function frameOf(page: fc.Arbitrary<PageTarget>): fc.Arbitrary<Embedded> {
  const sandbox = fc.option(fc.constantFrom(...SANDBOXES), { freq: 3 });
  return fc.record({ as: fc.constant('frame'), sandbox, page });
}

function pageWith(embedded: fc.Arbitrary<Embedded>, freq: number): fc.Arbitrary<PageTarget> {
  return fc.record({ url, setCookies, redirects, embeds: fc.option(embedded, { freq }) });
}

const innermost = pageWith(resource, 1);
const within = pageWith(fc.oneof(resource, frameOf(innermost)), 1);
const framed = pageWith(
  fc.oneof(resource, {
    weight: 2,
    arbitrary: frameOf(pageWith(fc.oneof(resource, frameOf(within)), 1)),
  }),
  2,
);

/** A page with what it embeds: a resource, or a frame whose document may embed something in its turn. */
export const page: fc.Arbitrary<PageTarget> = framed;
