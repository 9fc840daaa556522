import * as v from 'valibot';

/** The last moment that a `Date` can be (ECMA-262 §21.4.1.1). */
const latest = 8.64e15;

/** Whole milliseconds since the epoch. */
export const time = v.pipe(v.number(), v.integer(), v.minValue(-latest), v.maxValue(latest));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const values = v.record(v.string(), v.union([v.string(), v.number()]));
export const rule = v.looseObject({ document: v.string(), section: v.exactOptional(v.string()) });
