import * as v from 'valibot';

/** Whole milliseconds since the epoch. */
export const time = v.pipe(v.number(), v.integer());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const values = v.record(v.string(), v.union([v.string(), v.number()]));
export const rule = v.looseObject({ document: v.string(), section: v.exactOptional(v.string()) });
