import { createHash } from 'node:crypto';

/** An inline script's hash source. The browser hashes its text after making every line end a line feed. */
export function hashSource(script: string): string {
  const text = script.replace(/\r\n?/g, '\n');
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
