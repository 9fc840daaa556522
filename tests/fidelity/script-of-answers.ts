import type { Redirect, Scenario, Target } from './scenario.ts';

export interface Answer {
  readonly status: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly content: string;
}

/** A step with the address to which it leads first. */
export type Visit =
  | {
      readonly by: 'address' | 'link' | 'get-form' | 'post-form';
      readonly url: string;
    }
  | { readonly by: 'reload' };

/** A scenario made ready for one run: who answers what, by the key in the URL. */
export interface ScriptOfAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly visits: readonly Visit[];
}

/** The key of a URL that takes part in a scenario: `<run>.<step>…`. */
export function keyOf(url: string): string | null {
  return URL.parse(url, 'http://unknown.example')?.searchParams.get('k') ?? null;
}

/** Both browsers are answered from this. */
export function scriptOfAnswers(scenario: Scenario, run: string): ScriptOfAnswers {
  const answers = new Map<string, Answer>();
  const visits = scenario.map((step, index): Visit => {
    if (step.by === 'reload') return step;
    const key = `${run}.${String(index)}`;
    const { image } = step.page;
    const imageUrl = image === null ? null : put(answers, `${key}.image`, image, svg());
    return { by: step.by, url: put(answers, key, step.page, page(imageUrl)) };
  });
  return { answers, visits };
}

/** Puts a target's answers and gives the address at which it begins. */
function put(
  answers: Map<string, Answer>,
  key: string,
  { url, setCookies, redirects }: Target,
  [mediaType, content]: readonly [mediaType: string, content: string],
): string {
  const addresses = [...redirects.map((redirect) => redirect.url), url].map(
    (address, hop) => `${address}?k=${key}-${String(hop)}`,
  );
  redirects.forEach((redirect, hop) => {
    answers.set(`${key}-${String(hop)}`, redirection(redirect, addresses[hop + 1] ?? ''));
  });
  answers.set(`${key}-${String(redirects.length)}`, {
    status: 200,
    fields: [['Content-Type', mediaType], ...fieldsOf(setCookies)],
    content,
  });
  return addresses[0] ?? '';
}

function redirection({ status, setCookies }: Redirect, location: string): Answer {
  return { status, fields: [['Location', location], ...fieldsOf(setCookies)], content: '' };
}

function fieldsOf(setCookies: readonly string[]): Answer['fields'] {
  return [
    ['Cache-Control', 'no-store'],
    ...setCookies.map((value) => ['Set-Cookie', value] as const),
  ];
}

function page(imageUrl: string | null): [string, string] {
  const image = imageUrl === null ? '' : `<img src="${imageUrl}" alt="">`;
  return [
    'text/html; charset=utf-8',
    `<!doctype html><link rel="icon" href="data:,"><title>Page</title><body>${image}</body>`,
  ];
}

function svg(): [string, string] {
  return ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>'];
}
