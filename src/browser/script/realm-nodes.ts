import * as v from 'valibot';
import type { PageNode } from '../tab.ts';

const text = v.pipe(v.string(), v.maxLength(100_000));
const texts = v.record(v.pipe(v.string(), v.maxLength(100)), text);

/** Nodes of a page as script tells of them: of the right form, but of any name. */
export const realmNode: v.GenericSchema<PageNode> = v.lazy(() =>
  v.union([
    text,
    v.strictObject({
      element: v.pipe(v.string(), v.maxLength(100)),
      attributes: texts,
      handlers: v.exactOptional(texts),
      children: v.pipe(v.array(realmNode), v.maxLength(5_000)),
    }),
  ]),
);
