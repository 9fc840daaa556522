import type { RealmQuestion } from '../protocol.ts';
import type { Questions } from './questions.ts';

type FetchInit = Extract<RealmQuestion, { api: 'fetch' }>['init'];

/** As the language turns a value into a text; throws what that throws. */
const textOf: (value: unknown) => string = String;

interface Seen {
  readonly type: string;
  readonly url: string;
  readonly redirected: boolean;
  readonly status: number;
  readonly fields: readonly (readonly [string, string])[];
  readonly content: string;
}

/** `fetch`, made by the simulated browser; as far as cookies and CORS are told by it. */
export function createFetch(
  questions: Questions,
  baseUrl: string,
): (...given: unknown[]) => unknown {
  const makeResponse = responseMaker();
  const HeadersOfWorker = Headers;
  return async (input: unknown, given: unknown = {}) => {
    const init = (given ?? {}) as Record<string, unknown>;
    const url = URL.parse(String(input), baseUrl)?.href ?? String(input);
    const { body = null } = init;
    const headers = new HeadersOfWorker((init['headers'] ?? {}) as HeadersInit);
    if (body instanceof URLSearchParams && !headers.has('Content-Type'))
      headers.set('Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8');
    else if (body !== null && !headers.has('Content-Type'))
      headers.set('Content-Type', 'text/plain;charset=UTF-8');
    const writtenAs = new Map(
      ['Content-Type', ...namesIn(init['headers'])].map((name) => [name.toLowerCase(), name]),
    );
    const seen = await questions.ask({
      api: 'fetch',
      url,
      init: {
        method: textOf(init['method'] ?? 'GET'),
        fields: [...headers].map(([name, value]) => [writtenAs.get(name) ?? name, value]),
        content: body === null ? null : textOf(body),
        mode: (init['mode'] ?? 'cors') as FetchInit['mode'],
        credentials: (init['credentials'] ?? 'same-origin') as FetchInit['credentials'],
        redirect: (init['redirect'] ?? 'follow') as FetchInit['redirect'],
      },
    });
    return makeResponse(seen as Seen);
  };
}

/** As script has written them: `Headers` tells names in lower case, and HTTP/1.1 carries them as they were given. */
function namesIn(headers: unknown): readonly string[] {
  if (typeof headers !== 'object' || headers === null || headers instanceof Headers) return [];
  if (!Array.isArray(headers)) return Object.keys(headers);
  return (headers as readonly (readonly unknown[])[]).map(([name]) => String(name));
}

/** Makes responses of the worker's own kind; what its constructor does not take is laid over them. */
function responseMaker(): (seen: Seen) => Response {
  const ResponseOfWorker = Response;
  const statusesWithoutContent = new Set([101, 204, 205, 304]);
  return ({ type, url, redirected, status, fields, content }) => {
    const hasStatus = status >= 200 && status <= 599;
    const response = new ResponseOfWorker(statusesWithoutContent.has(status) ? null : content, {
      status: hasStatus ? status : 200,
      headers: fields.map(([name, value]): [string, string] => [name, value]),
    });
    const ok = status >= 200 && status <= 299;
    for (const [name, value] of Object.entries({ type, url, redirected, status, ok }))
      Reflect.defineProperty(response, name, { value, configurable: true });
    return response;
  };
}
