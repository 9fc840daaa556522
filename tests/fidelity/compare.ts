import { isDeepStrictEqual } from 'node:util';
import type { Scenario } from './scenario.ts';
import type { ArrivedRequest, KeptCookie, Observation, ScriptResult } from './observation.ts';

export interface Difference {
  /** Where: the key of a request, or a stored cookie. */
  readonly at: string;
  readonly chromium: unknown;
  readonly lab: unknown;
}

/** The visit that both have made, and whether more than its cookies is compared. */
interface HowToCompare {
  readonly scenario: Scenario;
  readonly withMetadata: boolean;
}

/** Seconds by which the expiry times may differ: the two do not run at the same moment. */
const TOLERANCE = 120;

/** All in which the two browsers differ. */
export function compare(
  chromium: Observation,
  lab: Observation,
  by: HowToCompare,
): readonly Difference[] {
  return [
    ...compareMaps(byRequest(chromium.requests, by), byRequest(lab.requests, by), isSame),
    ...compareMaps(byStep(chromium.script), byStep(lab.script), isSame),
    ...compareMaps(byIdentity(chromium.jar), byIdentity(lab.jar), isSameCookie),
  ];
}

type Compared = ReadonlyMap<string, unknown>;

function compareMaps<Value>(
  chromium: ReadonlyMap<string, Value>,
  lab: ReadonlyMap<string, Value>,
  isEqual: (a: Value, b: Value) => boolean,
): Difference[] {
  const places = [...new Set([...chromium.keys(), ...lab.keys()])];
  return places.flatMap((at) => {
    const [real, ours] = [chromium.get(at), lab.get(at)];
    const agrees = real !== undefined && ours !== undefined && isEqual(real, ours);
    return agrees ? [] : [{ at, chromium: real ?? null, lab: ours ?? null }];
  });
}

function byRequest(
  requests: ReadonlyMap<string, readonly ArrivedRequest[]>,
  { scenario, withMetadata }: HowToCompare,
): Compared {
  const entries = [...requests].map(([key, arrived]) => {
    const isByScript = scenario[Number.parseInt(key, 10)]?.by === 'location';
    const compared = arrived.map(({ method, cookie, metadata }, index) =>
      withMetadata
        ? { method, cookie, metadata: index > 0 || isByScript ? withoutUser(metadata) : metadata }
        : { method, cookie },
    );
    return [`request ${key}`, compared] as const;
  });
  return new Map(entries);
}

/** Of history, reload and script's own moves the protocol hides whether a person was behind them. */
function withoutUser({ 'sec-fetch-user': _, ...rest }: ArrivedRequest['metadata']) {
  return rest;
}

function byStep(results: readonly ScriptResult[]): Compared {
  return new Map(results.map((result, index) => [`script after step ${String(index)}`, result]));
}

function byIdentity(jar: readonly KeptCookie[]): ReadonlyMap<string, KeptCookie> {
  return new Map(
    jar.map((cookie) => {
      const { partition, hasCrossSiteAncestor, domain, path, name } = cookie;
      const key = [partition, hasCrossSiteAncestor, domain, path, name];
      return [`cookie ${JSON.stringify(key)}`, cookie];
    }),
  );
}

function isSameCookie(a: KeptCookie, b: KeptCookie): boolean {
  return (
    Math.abs(a.expires - b.expires) < TOLERANCE &&
    a.expires < 0 === b.expires < 0 &&
    isSame({ ...a, expires: 0 }, { ...b, expires: 0 })
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
