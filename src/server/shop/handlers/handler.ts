import type { HttpResponse } from '../../../http/message.ts';
import type { Visitor } from '../memory/memory.ts';
import type { Turn } from '../turn.ts';

/** Answers one kind of request. `parameters` are the variable parts of the path, in order. */
export type Handler = (
  turn: Turn,
  visitor: Visitor,
  parameters: readonly string[],
) => Promise<HttpResponse>;
