import * as v from 'valibot';
import type { PageNode } from '../../browser/tab.ts';
import { count } from './values.ts';

const pageNode: v.GenericSchema<PageNode> = v.lazy(() =>
  v.union([
    v.string(),
    v.looseObject({
      element: v.string(),
      attributes: v.record(v.string(), v.string()),
      children: v.array(pageNode),
    }),
  ]),
);

const page = v.looseObject({
  url: v.string(),
  status: count,
  title: v.string(),
  language: v.nullable(v.string()),
  body: v.array(pageNode),
  styleSheets: v.array(v.string()),
  pictures: v.record(v.string(), v.string()),
  exchangeId: v.nullable(v.string()),
});

export const tab = v.looseObject({
  id: v.string(),
  history: v.array(
    v.looseObject({
      url: v.string(),
      title: v.string(),
      initiator: v.exactOptional(v.nullable(v.string())),
    }),
  ),
  historyIndex: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  page: v.nullable(page),
  loading: v.nullable(v.looseObject({ url: v.string(), cause: v.string() })),
  problem: v.nullable(v.looseObject({ code: v.string(), url: v.string() })),
});

export const browserState = v.looseObject({
  open: v.boolean(),
  activeTabId: v.nullable(v.string()),
});
