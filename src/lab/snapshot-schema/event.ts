import * as v from 'valibot';
import { cookie, retrieval, setCookieDecision } from './cookie.ts';
import { loadPlan, wayOutcome } from './load.ts';
import { request, response } from './message.ts';
import { exchangeTiming, networkName } from './connection.ts';
import { session } from './shop.ts';
import { browserSettings } from './tab.ts';
import { refreshToken } from './tokens.ts';
import { count, rule, time, values } from './values.ts';

const exchangeId = v.string();
const browserId = v.string();
const tabId = v.string();
const nullableText = v.nullable(v.string());

const cookieApi = v.picklist(['document.cookie', 'cookieStore']);

/** What the events of a document and its script have in common. */
const ofDocument = { browserId, tabId, documentId: v.string(), url: v.string() };

const browserEvents = [
  v.looseObject({
    type: v.literal('request-sent'),
    exchangeId,
    browserId,
    tabId,
    kind: v.picklist(['navigation', 'frame', 'subresource', 'fetch', 'preflight']),
    cause: v.string(),
    parentId: nullableText,
    request,
    cookies: retrieval,
  }),
  v.looseObject({
    type: v.literal('response-received'),
    exchangeId,
    browserId,
    response,
    setCookies: v.array(setCookieDecision),
  }),
  v.looseObject({ type: v.literal('exchange-failed'), exchangeId, browserId, failure: v.string() }),
  v.looseObject({
    type: v.literal('navigation-refused'),
    browserId,
    tabId,
    url: v.string(),
    code: v.string(),
  }),
  v.looseObject({
    type: v.literal('page-shown'),
    browserId,
    tabId,
    exchangeId: nullableText,
    url: v.string(),
    status: count,
    title: v.string(),
  }),
  v.looseObject({
    type: v.literal('frame-shown'),
    browserId,
    tabId,
    frameId: v.string(),
    documentId: v.string(),
    exchangeId,
    url: v.string(),
    origin: v.string(),
    topLevelUrl: v.string(),
  }),
  v.looseObject({
    type: v.literal('resource-blocked'),
    ...ofDocument,
    destination: v.string(),
    resourceUrl: v.string(),
    code: v.string(),
    rule,
    values,
  }),
  v.looseObject({
    type: v.literal('resource-upgraded'),
    ...ofDocument,
    resourceUrl: v.string(),
    rule,
  }),
  v.looseObject({
    type: v.literal('request-upgraded'),
    browserId,
    tabId,
    url: v.string(),
    host: v.string(),
    rule,
  }),
  v.looseObject({
    type: v.literal('strict-transport-noted'),
    exchangeId,
    browserId,
    host: v.string(),
    includeSubDomains: v.boolean(),
    expiryTime: time,
  }),
  v.looseObject({
    type: v.literal('script-read-cookies'),
    ...ofDocument,
    api: cookieApi,
    cookies: retrieval,
  }),
  v.looseObject({
    type: v.literal('script-wrote-cookie'),
    ...ofDocument,
    api: cookieApi,
    decision: setCookieDecision,
  }),
  v.looseObject({
    type: v.literal('script-changed-storage'),
    ...ofDocument,
    api: v.picklist(['localStorage', 'sessionStorage']),
    origin: v.string(),
    key: nullableText,
    value: nullableText,
  }),
  v.looseObject({
    type: v.literal('script-refused'),
    ...ofDocument,
    api: v.string(),
    code: v.string(),
    rule,
    values,
    exchangeId: v.exactOptional(v.string()),
  }),
  v.looseObject({
    type: v.literal('script-logged'),
    ...ofDocument,
    level: v.picklist(['input', 'result', 'log', 'info', 'warn', 'error', 'debug']),
    source: v.string(),
    text: v.string(),
  }),
  v.looseObject({
    type: v.literal('script-failed'),
    ...ofDocument,
    source: v.string(),
    text: v.string(),
  }),
  v.looseObject({
    type: v.literal('script-blocked'),
    ...ofDocument,
    code: v.string(),
    rule,
    values,
    source: v.string(),
    text: v.string(),
  }),
  v.looseObject({ type: v.literal('script-stopped'), ...ofDocument, reason: v.string() }),
  v.looseObject({
    type: v.literal('cookie-edited'),
    browserId,
    cookie,
    previous: v.nullable(cookie),
  }),
  v.looseObject({ type: v.literal('cookie-removed'), browserId, cookie, why: v.string() }),
  v.looseObject({
    type: v.literal('storage-edited'),
    browserId,
    kind: v.picklist(['local', 'session']),
    origin: v.string(),
    key: nullableText,
    value: nullableText,
  }),
  v.looseObject({ type: v.literal('browser-closed'), browserId }),
  v.looseObject({ type: v.literal('browser-opened'), browserId }),
] as const;

const carrier = v.picklist(['service-worker', 'in-page']);

const wireEvents = [
  v.looseObject({
    type: v.literal('carried'),
    exchangeId,
    carrier,
    connectionId: v.string(),
    requestOctets: count,
    responseOctets: count,
    tookMs: v.number(),
  }),
  v.looseObject({ type: v.literal('connected'), exchangeId, timing: exchangeTiming }),
  v.looseObject({
    type: v.literal('carrier-changed'),
    carrier: v.looseObject({ name: carrier, reason: nullableText }),
  }),
] as const;

const traceStep = v.looseObject({
  code: v.string(),
  values,
  outcome: v.picklist(['done', 'refused', 'careless']),
  source: v.string(),
  rule: v.exactOptional(rule),
});

const serverEvents = [
  v.looseObject({ type: v.literal('trace'), exchangeId, host: v.string(), step: traceStep }),
  v.looseObject({
    type: v.literal('session-changed'),
    exchangeId: nullableText,
    change: v.string(),
    record: session,
    previous: v.nullable(session),
  }),
  v.looseObject({
    type: v.literal('refresh-token-changed'),
    exchangeId: nullableText,
    change: v.string(),
    record: refreshToken,
    token: nullableText,
  }),
  v.looseObject({
    type: v.literal('signing-key-changed'),
    change: v.picklist(['rotated', 'retired']),
    kid: v.string(),
  }),
  v.looseObject({ type: v.literal('token-allowed-again'), jti: v.string() }),
  v.looseObject({ type: v.literal('token-version-raised'), userId: v.string(), version: count }),
  v.looseObject({ type: v.literal('machine-started'), machine: v.string() }),
  v.looseObject({ type: v.literal('machine-stopped'), machine: v.string() }),
  v.looseObject({ type: v.literal('server-restarted'), host: v.string(), sessionsLost: count }),
  v.looseObject({
    type: v.literal('order-placed'),
    exchangeId,
    userId: v.string(),
    orderId: v.string(),
    total: v.number(),
  }),
] as const;

const labEvents = [
  v.looseObject({ type: v.literal('clock-advanced'), byMs: v.number() }),
  v.looseObject({ type: v.literal('settings-changed'), changed: v.array(v.string()) }),
  v.looseObject({
    type: v.literal('browser-settings-changed'),
    browserId,
    settings: browserSettings,
  }),
  v.looseObject({ type: v.literal('network-joined'), browserId, network: networkName }),
  v.looseObject({
    type: v.literal('guests-came'),
    guests: count,
    served: count,
    refused: count,
    waited: count,
    longestWaitMs: count,
  }),
  v.looseObject({
    type: v.literal('load-ran'),
    plan: loadPlan,
    ways: v.looseObject({ session: wayOutcome, 'jwt-cookie': wayOutcome }),
  }),
  v.looseObject({
    type: v.literal('look-ups-measured'),
    rowOctets: count,
    times: v.array(v.looseObject({ rows: count, nanoseconds: v.number() })),
  }),
  v.looseObject({ type: v.literal('rejected-cookies-cleared'), browserId }),
  v.looseObject({ type: v.literal('console-cleared'), browserId, tabId }),
  v.looseObject({ type: v.literal('lab-prepared'), plan: v.string() }),
] as const;

const benchEvents = [
  v.looseObject({
    type: v.literal('bench-decoded'),
    token: v.string(),
    payload: nullableText,
    code: nullableText,
  }),
  v.looseObject({
    type: v.literal('bench-encoded'),
    header: v.string(),
    payload: v.string(),
    headerPart: v.string(),
    payloadPart: v.string(),
  }),
  v.looseObject({ type: v.literal('bench-joined'), signingInput: v.string() }),
  v.looseObject({ type: v.literal('bench-mac-made'), signingInput: v.string(), mac: v.string() }),
  v.looseObject({
    type: v.literal('bench-token-made'),
    token: v.string(),
    alphabet: v.picklist(['base64url', 'base64']),
    code: nullableText,
  }),
  v.looseObject({
    type: v.literal('bench-token-forged'),
    token: v.string(),
    header: v.string(),
    payload: v.string(),
    signedBy: v.picklist(['old-signature', 'nobody', 'found-word', 'shop-key']),
  }),
  v.looseObject({
    type: v.literal('dictionary-searched'),
    token: v.string(),
    word: nullableText,
    tried: count,
  }),
  v.looseObject({
    type: v.literal('bench-verified'),
    token: v.string(),
    matches: v.boolean(),
    code: nullableText,
  }),
  v.looseObject({ type: v.literal('bench-signing-refused'), code: v.string() }),
] as const;

export const event = v.variant('type', [
  ...browserEvents,
  ...wireEvents,
  ...serverEvents,
  ...labEvents,
  ...benchEvents,
]);
