import { inspect } from './inspect.ts';
import type { Tell } from './primordials.ts';

/** Where a function is left for a moment; a page that replaces it hurts only itself. */
const place = '$handler';

/** Makes functions of the texts of handlers, unless the page's policy forbids it: then each is told of. */
export function handlerCompiler(
  isAllowed: boolean,
  run: (text: string) => void,
  tell: Tell,
): (text: string) => unknown {
  return (text) => {
    if (!isAllowed) {
      tell({ type: 'handler-blocked', text: text.slice(0, 200) });
      return null;
    }
    try {
      run(`${place} = function (event) {\n${text}\n}`);
      return Reflect.get(globalThis, place) as unknown;
    } catch (error) {
      tell({ type: 'failed', text: `Uncaught ${inspect(error)}` });
      return null;
    } finally {
      Reflect.deleteProperty(globalThis, place);
    }
  };
}
