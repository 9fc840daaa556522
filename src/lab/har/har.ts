import type { HttpVersion } from '../../http/http-version.ts';

/**
 * A recording of a browser's exchanges in the HTTP Archive format, HAR 1.2 (Odvarko; W3C draft of 14 August
 * 2012), as far as the lab writes it. Times are ISO 8601 texts, durations milliseconds; -1 means "not known"
 * or "did not happen". Members that begin with `_` are the writer's own.
 */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly pages: readonly HarPage[];
    readonly entries: readonly HarEntry[];
  };
}

export interface HarPage {
  readonly id: string;
  readonly startedDateTime: string;
  readonly title: string;
  readonly pageTimings: { readonly onContentLoad: number; readonly onLoad: number };
}

export interface HarEntry {
  readonly pageref?: string;
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: HarTimings;
  readonly connection?: string;
  /** As Chromium writes it, and its DevTools read it. */
  readonly _resourceType: string;
  readonly _error?: string;
}

export interface HarNamed {
  readonly name: string;
  readonly value: string;
}

export interface HarCookie extends HarNamed {
  readonly path?: string;
  readonly domain?: string;
  readonly expires?: string;
  readonly httpOnly?: boolean;
  readonly secure?: boolean;
  readonly sameSite?: string;
}

export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  readonly cookies: readonly HarCookie[];
  readonly headers: readonly HarNamed[];
  readonly queryString: readonly HarNamed[];
  readonly postData?: { readonly mimeType: string; readonly text: string };
  readonly headersSize: number;
  readonly bodySize: number;
}

export interface HarResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly cookies: readonly HarCookie[];
  readonly headers: readonly HarNamed[];
  readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
  readonly redirectURL: string;
  readonly headersSize: number;
  readonly bodySize: number;
}

/** `ssl` is part of `connect` as well. */
export interface HarTimings {
  readonly blocked: number;
  readonly dns: number;
  readonly connect: number;
  readonly send: number;
  readonly wait: number;
  readonly receive: number;
  readonly ssl: number;
}

/** A version as a HAR names it. */
export function harVersion(version: HttpVersion): string {
  return `HTTP/${version}`;
}
