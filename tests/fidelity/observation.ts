import { withoutRun } from './script-of-answers.ts';

/** A request that arrived, as far as it is compared. Text is octets, each as one character. */
export interface ArrivedRequest {
  readonly method: string;
  readonly cookie: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A cookie that was stored, in the words of the DevTools protocol. */
export interface KeptCookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot where subdomains get it too. */
  readonly domain: string;
  readonly path: string;
  /** Seconds since the epoch; -1 for a session cookie. */
  readonly expires: number;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite: string;
  /** Site of the partition; empty for an ordinary cookie. */
  readonly partition: string;
  readonly hasCrossSiteAncestor: boolean;
}

/** What script saw of a step. */
export interface ScriptResult {
  /** Of what script called; `null` where nothing was. */
  readonly result: unknown;
  /** `document.cookie` of each document then shown, outermost first. */
  readonly cookies: readonly unknown[];
}

/** What one browser made of a scenario. */
export interface Observation {
  /** By key without the run, in the order of arrival. */
  readonly requests: ReadonlyMap<string, readonly ArrivedRequest[]>;
  /** Step by step. */
  readonly script: readonly ScriptResult[];
  readonly jar: readonly KeptCookie[];
}

/** Fields beside `Cookie` that say where a request comes from. */
export const METADATA_FIELDS = [
  'origin',
  'referer',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-fetch-user',
  'access-control-request-method',
  'access-control-request-headers',
] as const;

/** The requests of a run, written down as they arrive. */
export class RequestLog {
  readonly #requests = new Map<string, ArrivedRequest[]>();

  add(key: string, method: string, fields: ReadonlyMap<string, string>): void {
    const place = key.slice(key.indexOf('.') + 1);
    const metadata = METADATA_FIELDS.flatMap((name) => {
      const value = fields.get(name);
      return value === undefined ? [] : [[name, withoutRun(value)] as const];
    });
    const arrived = {
      method,
      cookie: fields.get('cookie') ?? null,
      metadata: Object.fromEntries(metadata),
    };
    this.#requests.set(place, [...(this.#requests.get(place) ?? []), arrived]);
  }

  get requests(): ReadonlyMap<string, readonly ArrivedRequest[]> {
    return this.#requests;
  }
}

/** The same without the run, whose number stands in every address. */
export function comparable(results: readonly ScriptResult[]): readonly ScriptResult[] {
  return JSON.parse(withoutRun(JSON.stringify(results))) as ScriptResult[];
}
