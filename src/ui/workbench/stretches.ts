export interface Stretch {
  readonly text: string;
  readonly kind: 'plain' | 'header' | 'payload' | 'signature';
}

const kinds = ['header', 'payload', 'signature'] as const;

/** A text in stretches: the token in it by its three parts, and what stands before and after. */
export function stretchesOf(text: string, token: string): readonly Stretch[] {
  const start = token === '' ? -1 : text.indexOf(token);
  if (start < 0) return [{ text, kind: 'plain' }];
  const parts = token.split('.').flatMap((part, index): readonly Stretch[] => {
    const stretch: Stretch = { text: part, kind: kinds[index] ?? 'plain' };
    return index === 0 ? [stretch] : [{ text: '.', kind: 'plain' }, stretch];
  });
  return [
    { text: text.slice(0, start), kind: 'plain' },
    ...parts,
    { text: text.slice(start + token.length), kind: 'plain' },
  ];
}
