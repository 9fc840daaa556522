/** Media type of an ordinary form's content. */
export const FORM_MEDIA_TYPE = 'application/x-www-form-urlencoded';

export type FormEntry = readonly [name: string, value: string];

/** Reads `a=1&b=two+words` into entries, in order, duplicates included (URL standard, urlencoded parsing). */
export function parseFormContent(content: string): FormEntry[] {
  // A leading "?" is stripped by URLSearchParams from strings; an own "&" keeps it part of a name.
  return [...new URLSearchParams(`&${content}`)];
}

/** Writes entries as urlencoded content. */
export function formContent(entries: readonly FormEntry[]): string {
  return new URLSearchParams(entries.map(([name, value]) => [name, value])).toString();
}
