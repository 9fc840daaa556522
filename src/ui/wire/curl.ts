import type { HttpRequest } from '../../http/message.ts';

/** What curl writes by itself, from the URL and the data. */
const written = new Set(['host', 'content-length', 'connection']);

/** The request as a curl command for a POSIX shell; every part is quoted, so nothing in it is run. */
export function curlCommand({ method, targetUri, fields, content }: HttpRequest): string {
  const parts = [`curl ${quoted(targetUri)}`];
  if (/[[\]{}]/.test(targetUri)) parts.push('--globoff');
  if (method === 'HEAD') parts.push('--head');
  else if (method !== (content === '' ? 'GET' : 'POST')) parts.push(`--request ${quoted(method)}`);
  for (const [name, value] of fields) {
    if (written.has(name.toLowerCase()) || !isToken(name)) continue;
    // `Name:` would take the field out; a semicolon sends it without a value.
    parts.push(`--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (content !== '') parts.push(`--data-raw ${quoted(content)}`);
  return parts.join(' \\\n  ');
}

/** Whether it can be a header's name (RFC 9110 §5.1); curl would take `@name` for a file to read. */
function isToken(name: string): boolean {
  return /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
}

/** In single quotes nothing is special but the single quote itself (POSIX, Shell Command Language §2.2.2). */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
