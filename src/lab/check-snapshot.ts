import * as v from 'valibot';
import { labSnapshot } from './snapshot-schema/lab.ts';
import {
  snapshotSchema,
  snapshotVersion,
  type LabSnapshot,
  type SnapshotCheck,
} from './snapshot.ts';

/**
 * Whether something read from outside is a lab's snapshot, down to the last record. Loaded only by those who
 * read: the first page does without it.
 */
export function checkSnapshot(read: unknown): SnapshotCheck {
  const head = v.safeParse(
    v.looseObject({ schema: v.literal(snapshotSchema), version: v.number() }),
    read,
  );
  if (!head.success) return { ok: false, code: 'not-a-snapshot' };
  const { version } = head.output;
  if (version !== snapshotVersion) return { ok: false, code: 'other-version', version };
  const body = v.safeParse(labSnapshot, read, { abortEarly: true });
  if (!body.success) {
    const [issue]: readonly v.BaseIssue<unknown>[] = body.issues;
    return { ok: false, code: 'damaged', path: (issue && v.getDotPath(issue)) ?? '' };
  }
  return { ok: true, snapshot: read as LabSnapshot };
}
