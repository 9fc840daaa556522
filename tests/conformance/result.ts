/** What came of one case. */
export interface Result {
  readonly id: string;
  readonly group: string;
  readonly outcome: 'passed' | 'failed' | 'not-scored';
  readonly expected: string;
  readonly got: string;
}

export function result(
  { id, group }: Pick<Result, 'id' | 'group'>,
  expected: string,
  got: string,
): Result {
  return { id, group, expected, got, outcome: expected === got ? 'passed' : 'failed' };
}

/** A case that a verdict would say nothing about. */
export function notScored({ id, group }: Pick<Result, 'id' | 'group'>): Result {
  return { id, group, expected: '', got: '', outcome: 'not-scored' };
}
