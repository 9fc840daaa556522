/** A token and nothing else, once white space is gone. */
const alone = /^[\w-]*(?:\.[\w-]*){0,4}$/;

/**
 * The token in what somebody has pasted: with `Bearer `, in quotes, broken into lines, in a cookie, in a URL,
 * in JSON. The longest, where there are several; the text itself, trimmed, where there is none. Linear.
 */
export function extractToken(text: string): string {
  const bare = text
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^bearer\s+/i, '')
    .replace(/["'`\\\s]+/g, '');
  if (alone.test(bare)) return bare;
  const [longest = text.trim()] = [...text.matchAll(/[\w.-]+/g)]
    .flatMap(([run]) => tokenIn(run) ?? [])
    .sort((one, other) => other.length - one.length);
  return longest;
}

/** Two to five parts, the first of which begins as `{"` does in base64url. */
function tokenIn(run: string): string | null {
  const parts = run.split('.');
  const start = parts.findIndex((part) => part.startsWith('ey'));
  if (start < 0 || start === parts.length - 1) return null;
  return parts.slice(start, start + 5).join('.');
}
