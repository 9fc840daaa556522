/** Whether the text is JSON, of whatever kind (RFC 8259 §2). */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
