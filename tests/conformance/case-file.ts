import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const text = v.string();
const optionalText = v.optional(text);
const nullableText = v.nullable(text);

const context = v.object({
  kind: v.picklist(['typed', 'nav', 'form-post', 'fetch', 'img', 'iframe', 'dom']),
  method: v.optional(text, 'GET'),
  initiator: v.optional(nullableText, null),
  topLevel: v.optional(nullableText, null),
  via: v.optional(v.array(text), []),
});

const setStep = v.object({
  op: v.literal('set'),
  api: v.picklist(['http', 'dom']),
  url: text,
  cookies: v.array(text),
  ctx: context,
  header: v.nullish(text),
});

const names = v.nullish(v.array(text));
const getStep = v.object({
  op: v.literal('get'),
  url: text,
  ctx: context,
  header: v.nullish(text),
  doc: v.nullish(text),
  headerHas: names,
  headerLacks: names,
  docHas: names,
  docLacks: names,
});

const observation = v.nullable(v.object({ header: optionalText, doc: optionalText }));
const cookieCase = v.object({
  id: text,
  group: text,
  steps: v.pipe(v.array(v.variant('op', [setStep, getStep])), v.minLength(1)),
  tags: v.optional(v.array(text), []),
  chromium: v.nullish(
    v.object({ pass: v.optional(v.boolean()), got: v.optional(v.array(observation), []) }),
  ),
});

const dateCase = v.object({
  id: optionalText,
  name: optionalText,
  group: optionalText,
  input: text,
  expected: nullableText,
});

const jwk = v.record(text, v.unknown());
const jwsCase = v.object({
  id: text,
  group: text,
  token: v.union([text, jwk]),
  form: text,
  alg: v.nullish(v.union([text, v.array(text)])),
  key: v.nullish(jwk),
  jwks: v.nullish(v.object({ keys: v.array(jwk) })),
  detached: v.nullish(v.boolean()),
  payload: v.nullish(text),
  valid: v.nullable(v.boolean()),
  questionable: v.nullish(v.unknown()),
});

export type CookieCase = v.InferOutput<typeof cookieCase>;
export type CookieStep = CookieCase['steps'][number];
export type DateCase = v.InferOutput<typeof dateCase>;
export type JwsCase = v.InferOutput<typeof jwsCase>;

export type Cases =
  | { readonly kind: 'cookies'; readonly cases: readonly CookieCase[] }
  | { readonly kind: 'dates'; readonly cases: readonly DateCase[] }
  | { readonly kind: 'jws'; readonly cases: readonly JwsCase[] };

export type CaseFile =
  { readonly ok: true; readonly cases: Cases } | { readonly ok: false; readonly problem: string };

/** Reads a file of cases; what kind they are shows in the first of them. */
export function readCaseFile(path: string): CaseFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  return readCases(json);
}

/** Cases, or where the data is not as agreed. */
export function readCases(json: unknown): CaseFile {
  const list = v.safeParse(
    v.object({ cases: v.pipe(v.array(v.looseObject({})), v.minLength(1)) }),
    json,
  );
  if (!list.success) return { ok: false, problem: problemOf(list.issues) };
  const [first] = list.output.cases;
  if (first === undefined) return { ok: false, problem: 'no cases' };
  if ('steps' in first) return parsed('cookies', cookieCase, json);
  if ('token' in first) return parsed('jws', jwsCase, json);
  if ('input' in first) return parsed('dates', dateCase, json);
  return { ok: false, problem: 'the first case has neither steps, nor a token, nor an input' };
}

function parsed<Kind extends Cases['kind']>(
  kind: Kind,
  schema: v.GenericSchema<unknown, Extract<Cases, { kind: Kind }>['cases'][number]>,
  json: unknown,
): CaseFile {
  const reading = v.safeParse(v.object({ cases: v.array(schema) }), json);
  return reading.success
    ? { ok: true, cases: { kind, cases: reading.output.cases } as unknown as Cases }
    : { ok: false, problem: problemOf(reading.issues) };
}

function problemOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  return `at ${v.getDotPath(issue) ?? 'the top'}: ${issue.message}`;
}
