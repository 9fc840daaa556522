import type {
  Embedded,
  PageTarget,
  Resource,
  Scenario,
  ScriptCall,
  Step,
  Target,
} from './scenario.ts';

type Fields = readonly (readonly [name: string, value: string])[];

export interface Answer {
  readonly status: number;
  readonly fields: Fields;
  readonly content: string;
}

type FetchCall = Extract<ScriptCall, { api: 'fetch' }>;

/** What script calls, with the address that it asks for. */
export type ReadyCall =
  Exclude<ScriptCall, FetchCall> | (Omit<FetchCall, 'target'> & { readonly url: string });

type Way = Extract<Step, { by: 'link' | 'get-form' | 'post-form' | 'location' }>;

/** A step with the address to which it leads first. */
export type Visit =
  | { readonly by: 'address'; readonly url: string }
  | (Omit<Way, 'page'> & { readonly url: string })
  | { readonly by: 'reload' | 'back' | 'forward' }
  | { readonly by: 'script'; readonly depth: number; readonly call: ReadyCall };

/** A scenario made ready for one run: who answers what, by the key in the URL. */
export interface ScriptOfAnswers {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly visits: readonly Visit[];
}

type Content = readonly [mediaType: string, content: string];

/** The key of a URL that takes part in a scenario: `<run>.<step>…`. */
export function keyOf(url: string): string | null {
  return URL.parse(url, 'http://unknown.example')?.searchParams.get('k') ?? null;
}

/** The URL or text as it would be in any run. */
export function withoutRun(text: string): string {
  return text.replaceAll(/k=(?:\d+|lab)\./g, 'k=');
}

/** Both browsers are answered from this. */
export function scriptOfAnswers(scenario: Scenario, run: string): ScriptOfAnswers {
  const answers = new Map<string, Answer>();
  const visits = scenario.map((step, index): Visit => {
    const key = `${run}.${String(index)}`;
    if (step.by === 'script') return { ...step, call: readyCall(answers, key, step.call) };
    if (!('page' in step)) return step;
    const { page, ...way } = step;
    return { ...way, url: putPage(answers, key, page) };
  });
  return { answers, visits };
}

/**
 * The answer as it is to that request: `{origin}` stands for who asks. A preflight is answered by what the
 * request itself would be, but with success.
 */
export function answerTo(
  { status, fields, content }: Answer,
  method: string,
  origin: string | null,
): Answer {
  const isPreflight = method === 'OPTIONS';
  const length = ['Content-Length', String(Buffer.byteLength(content))] as const;
  const written = fields.map(
    ([name, value]) => [name, value.replace('{origin}', origin ?? 'nobody')] as const,
  );
  return {
    status: isPreflight ? 204 : status,
    fields: isPreflight ? written : [...written, length],
    content: isPreflight || method === 'HEAD' ? '' : content,
  };
}

function readyCall(answers: Map<string, Answer>, key: string, call: ScriptCall): ReadyCall {
  if (call.api !== 'fetch') return call;
  const { target, ...rest } = call;
  return { ...rest, url: put(answers, key, target, ['text/plain', 'Answer']) };
}

function putPage(answers: Map<string, Answer>, key: string, page: PageTarget): string {
  return put(answers, key, page, documentWith(putEmbedded(answers, key, page.embeds)));
}

/** The element by which a page embeds what it embeds. */
function putEmbedded(answers: Map<string, Answer>, key: string, embedded: Embedded | null): string {
  if (embedded === null) return '';
  if (embedded.as === 'frame') {
    const url = putPage(answers, `${key}.frame`, embedded.page);
    const sandbox = embedded.sandbox === null ? '' : ` sandbox="${embedded.sandbox}"`;
    return `<iframe src="${url}"${sandbox}></iframe>`;
  }
  const { as, target } = embedded;
  const { content, element } = resources[as];
  return element(put(answers, `${key}.${as}`, target, content));
}

/** Puts a target's answers and gives the address at which it begins. */
function put(
  answers: Map<string, Answer>,
  key: string,
  target: Target,
  [mediaType, content]: Content,
): string {
  const { url, redirects } = target;
  const addresses = [...redirects.map((redirect) => redirect.url), url].map(
    (address, hop) => `${address}?k=${key}-${String(hop)}`,
  );
  redirects.forEach((redirect, hop) => {
    const location = ['Location', addresses[hop + 1] ?? ''] as const;
    const fields = [location, ...fieldsOf(redirect)];
    answers.set(`${key}-${String(hop)}`, { status: redirect.status, fields, content: '' });
  });
  const fields = [['Content-Type', mediaType] as const, ...fieldsOf(target)];
  answers.set(`${key}-${String(redirects.length)}`, { status: 200, fields, content });
  return addresses[0] ?? '';
}

function fieldsOf({ setCookies, cors = [] }: Pick<Target, 'setCookies' | 'cors'>): Fields {
  return [
    ['Cache-Control', 'no-store'],
    ...cors,
    ...setCookies.map((value) => ['Set-Cookie', value] as const),
  ];
}

function documentWith(embedded: string): Content {
  return [
    'text/html; charset=utf-8',
    `<!doctype html><link rel="icon" href="data:,"><title>Page</title><body>${embedded}</body>`,
  ];
}

const resources: Readonly<
  Record<Resource, { readonly content: Content; readonly element: (url: string) => string }>
> = {
  image: {
    content: [
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>',
    ],
    element: (url) => `<img src="${url}" alt="">`,
  },
  style: {
    content: ['text/css', 'p { color: red }'],
    element: (url) => `<link rel="stylesheet" href="${url}">`,
  },
  script: {
    content: ['text/javascript', 'void 0;'],
    element: (url) => `<script src="${url}"></script>`,
  },
};
