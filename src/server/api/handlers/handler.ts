import type { HttpResponse } from '../../../http/message.ts';
import type { Turn } from '../../shop/turn.ts';

/** Answers one kind of request. `parameters` are the variable parts of the path, in order. */
export type ApiHandler = (turn: Turn, parameters: readonly string[]) => Promise<HttpResponse>;
