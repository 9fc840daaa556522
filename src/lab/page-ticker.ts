import type { Ticker } from './ticker.ts';

const beat = 1000;

/** The beat of a real page, which stops while the page is hidden. */
export function pageTicker(document: Document): Ticker {
  return {
    get visible() {
      return document.visibilityState === 'visible';
    },
    listen(events) {
      const timer = setInterval(() => {
        if (document.visibilityState === 'visible') events.tick();
      }, beat);
      const turned = () => {
        if (document.visibilityState === 'visible') events.shown();
        else events.hidden();
      };
      document.addEventListener('visibilitychange', turned);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', turned);
      };
    },
    after(ms, call) {
      const timer = setTimeout(call, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}
