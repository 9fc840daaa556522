import type { RealmQuestion } from '../protocol.ts';
import type { Questions } from './questions.ts';

type Of<Api> = Extract<RealmQuestion, { api: Api }>;

const settingKeys = [
  'name',
  'value',
  'domain',
  'path',
  'expires',
  'maxAge',
  'sameSite',
  'partitioned',
];

/** `cookieStore`: asynchronous, and therefore decided by the browser's own jar. */
export function createCookieStore(questions: Questions): object {
  const query = (given: unknown) =>
    pick(typeof given === 'object' ? given : { name: given }, ['name', 'url']);
  return Object.freeze({
    get: (given: unknown) =>
      questions.ask({
        api: 'cookieStore.get',
        query: query(given),
      }),
    getAll: (given: unknown = {}) =>
      questions.ask({
        api: 'cookieStore.getAll',
        query: query(given),
      }),
    set: (given: unknown, value?: unknown) =>
      questions.ask({
        api: 'cookieStore.set',
        setting: pick(
          typeof given === 'object' ? given : { name: given, value },
          settingKeys,
        ) as Of<'cookieStore.set'>['setting'],
      }),
    delete: (given: unknown) =>
      questions.ask({
        api: 'cookieStore.delete',
        deletion: pick(typeof given === 'object' ? given : { name: given }, [
          'name',
          'domain',
          'path',
          'partitioned',
        ]) as Of<'cookieStore.delete'>['deletion'],
      }),
  });
}

/** As the language turns a value into a text; throws what that throws. */
const textOf: (value: unknown) => string = String;

/** Those members only, numbers and truth values as they are, everything else as text. */
function pick(given: object | null, keys: readonly string[]): object {
  const entries = keys.flatMap((key): [string, unknown][] => {
    const value: unknown = given === null ? undefined : Reflect.get(given, key);
    if (value === undefined) return [];
    if (value instanceof Date) return [[key, value.getTime()]];
    const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean';
    return [[key, isPlain && key !== 'name' && key !== 'value' ? value : textOf(value)]];
  });
  return Object.fromEntries(entries);
}
