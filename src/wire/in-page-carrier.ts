import type { Carrier } from './carrier.ts';
import { untilAborted } from './until-aborted.ts';

/** Hands the envelope over directly: works wherever the page itself does. */
export const inPageCarrier: Carrier = {
  name: 'in-page',
  carry: (request, deliver, signal) => untilAborted(deliver(request), signal),
};
