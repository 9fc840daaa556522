import * as v from 'valibot';
import type { PageNode } from '../../browser/tab.ts';
import { count, time } from './values.ts';

const pageNode: v.GenericSchema<PageNode> = v.lazy(() =>
  v.union([
    v.string(),
    v.looseObject({
      element: v.string(),
      attributes: v.record(v.string(), v.string()),
      handlers: v.exactOptional(v.record(v.string(), v.string())),
      children: v.array(pageNode),
    }),
  ]),
);

const problem = v.nullable(v.looseObject({ code: v.string(), url: v.string() }));
const loading = v.nullable(v.looseObject({ url: v.string(), cause: v.string() }));
const sandbox = v.nullable(v.array(v.string()));
const nullableText = v.nullable(v.string());

/** A page as `completeTab` takes it: an older one knows nothing of documents, scripts and frames. */
const page: v.GenericSchema = v.lazy(() =>
  v.looseObject({
    id: v.exactOptional(v.string()),
    url: v.string(),
    origin: v.exactOptional(v.string()),
    sandbox: v.exactOptional(sandbox),
    status: count,
    title: v.string(),
    language: nullableText,
    body: v.array(pageNode),
    styleSheets: v.array(v.string()),
    pictures: v.record(v.string(), v.string()),
    bodyHandlers: v.exactOptional(v.record(v.string(), v.string())),
    policies: v.exactOptional(v.array(v.string())),
    scripts: v.exactOptional(
      v.array(
        v.looseObject({
          url: nullableText,
          text: nullableText,
          nonce: v.exactOptional(v.string()),
          isModule: v.exactOptional(v.boolean()),
        }),
      ),
    ),
    frames: v.exactOptional(v.array(frame)),
    exchangeId: nullableText,
  }),
);

const frame = v.looseObject({
  id: v.string(),
  name: v.string(),
  src: nullableText,
  sandbox,
  width: v.nullable(count),
  height: v.nullable(count),
  page: v.nullable(page),
  loading,
  problem,
});

export const storageArea = v.looseObject({
  kind: v.picklist(['local', 'session']),
  origin: v.string(),
  partition: nullableText,
  tabId: nullableText,
  entries: v.array(v.strictTuple([v.string(), v.string()])),
});

export const tab = v.looseObject({
  id: v.string(),
  history: v.array(
    v.looseObject({
      url: v.string(),
      title: v.string(),
      documentId: v.exactOptional(v.string()),
      initiator: v.exactOptional(nullableText),
      referrer: v.exactOptional(nullableText),
      posted: v.exactOptional(v.string()),
    }),
  ),
  historyIndex: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  page: v.nullable(page),
  loading,
  problem,
});

const leftSession = v.looseObject({ tabs: v.array(tab), activeTabId: nullableText });

export const browserState = v.looseObject({
  open: v.boolean(),
  activeTabId: nullableText,
  left: v.exactOptional(leftSession),
});

export const browserSettings = v.looseObject({
  thirdPartyCookies: v.picklist(['allowed', 'blocked', 'partitioned']),
  onStartup: v.picklist(['home-page', 'last-session']),
});

export const strictTransportHost = v.looseObject({
  host: v.string(),
  includeSubDomains: v.boolean(),
  expiryTime: time,
});
