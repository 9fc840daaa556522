import * as v from 'valibot';
import { count } from './values.ts';

const fields = v.array(v.strictTuple([v.string(), v.string()]));

export const request = v.looseObject({
  method: v.string(),
  targetUri: v.string(),
  fields,
  content: v.string(),
});

export const response = v.looseObject({ status: count, fields, content: v.string() });
