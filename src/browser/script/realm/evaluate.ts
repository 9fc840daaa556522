/** Where a line leaves its value; a page that replaces it hurts only itself. */
const place = '$evaluation';

interface Evaluation {
  begun: boolean;
  value: unknown;
}

/**
 * Evaluates a line as a console does: as an expression; else as statements, whose declarations stay; else
 * as the body of an asynchronous function, for `await`. A text that does not parse has run nothing, so
 * that the next way can be tried.
 */
export function evaluate(text: string, run: (text: string) => void): unknown {
  const assign = (value: string): string => `${place}.begun = true; ${place}.value = ${value}`;
  const ways = [
    assign(`(\n${text}\n)`),
    `${place}.begun = true;\n${text}`,
    assign(`(async () => (\n${text}\n))()`),
    assign(`(async () => {\n${text}\n})()`),
  ];
  let firstError: unknown = null;
  for (const way of ways) {
    const evaluation: Evaluation = { begun: false, value: undefined };
    Reflect.defineProperty(globalThis, place, { value: evaluation, configurable: true });
    try {
      run(way);
      return evaluation.value;
    } catch (error) {
      if (evaluation.begun) throw error;
      firstError = error;
    } finally {
      Reflect.deleteProperty(globalThis, place);
    }
  }
  throw firstError;
}
