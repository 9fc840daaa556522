/** Text that may stand in a document as it is. `html` makes it, and a shop that escapes nothing. */
export class Html {
  constructor(readonly text: string) {}
}

export type HtmlValue = Html | string | number | null | false | readonly HtmlValue[];

/** A piece of a document; whatever is put in is escaped, unless it is itself a piece made here. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const pieces = strings.map(
    (text, index) => text + (index < values.length ? render(values[index] ?? null) : ''),
  );
  return new Html(pieces.join(''));
}

function render(value: HtmlValue): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value));
  return value.map(render).join('');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
