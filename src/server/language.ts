import { fieldValue } from '../http/fields.ts';
import type { HttpRequest } from '../http/message.ts';

export type Language = 'en' | 'ko';

const offered: readonly Language[] = ['en', 'ko'];

/** The language that the client likes best among those offered; English where it says nothing (RFC 9110 §12.5.4). */
export function preferredLanguage(request: HttpRequest): Language {
  let best: Language = 'en';
  let bestWeight = 0;
  for (const range of (fieldValue(request.fields, 'accept-language') ?? '').split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = offered.find(
      (candidate) => tag === candidate || tag.startsWith(`${candidate}-`),
    );
    const weight = weightOf(parameters);
    if (language !== undefined && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

function weightOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='));
  if (written === undefined) return 1;
  const weight = Number(written.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
