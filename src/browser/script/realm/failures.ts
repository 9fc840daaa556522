import { inspect } from './inspect.ts';
import type { Tell } from './primordials.ts';

/** Tells of what nobody caught: in a timer, in a promise. */
export function tellOfFailures(tell: Tell): void {
  addEventListener('error', (event) => {
    event.preventDefault();
    tell({ type: 'failed', text: `Uncaught ${inspect(event.error)}` });
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    tell({ type: 'failed', text: `Uncaught (in promise) ${inspect(event.reason)}` });
  });
}
