/** Content of a form, or JSON, with the password's characters hidden: for places where a message is told, not shown raw. */
export function maskPassword(content: string): string {
  return content
    .replace(/(^|&)(password=)[^&]*/g, '$1$2••••••')
    .replace(/("password"\s*:\s*")(?:[^"\\]|\\.)*/g, '$1••••••');
}
