export interface SourceLine {
  readonly number: number;
  readonly text: string;
  /** It belongs to the step. */
  readonly ran: boolean;
}

/**
 * The lines of a file, with those of one marker told: from the marker to the next one, or to the end of the
 * function (its closing brace at the margin) or of the method (an empty line).
 */
export function sourceLines(source: string, marker: string): readonly SourceLine[] {
  const lines = source.trimEnd().split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #marker: ${marker}`);
  const after = lines.findIndex((line, place) => place > start && endsStep(line));
  const end = after < 0 ? lines.length : after;
  return lines.map((text, place) => ({
    number: place + 1,
    text,
    ran: start >= 0 && place > start && place < end,
  }));
}

function endsStep(line: string): boolean {
  return line.startsWith('}') || line.trim() === '' || line.trim().startsWith('// #marker: ');
}
