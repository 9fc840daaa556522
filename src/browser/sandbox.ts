/** Tokens of a `sandbox` attribute that lift a restriction (HTML §7.1.5). */
export type SandboxToken =
  | 'allow-forms'
  | 'allow-popups'
  | 'allow-same-origin'
  | 'allow-scripts'
  | 'allow-top-navigation'
  | 'allow-top-navigation-by-user-activation';

/** The tokens of an attribute's value, in lower case. */
export function sandboxTokens(attribute: string): readonly string[] {
  return attribute
    .toLowerCase()
    .split(/[\t\n\f\r ]+/)
    .filter((token) => token !== '');
}

/** A frame's document may do no more than the document that holds it. `null`: not sandboxed. */
export function combinedSandbox(
  above: readonly string[] | null,
  own: readonly string[] | null,
): readonly string[] | null {
  if (above === null || own === null) return above ?? own;
  return own.filter((token) => above.includes(token));
}

/** Whether a document with that sandbox may do it. */
export function sandboxAllows(sandbox: readonly string[] | null, token: SandboxToken): boolean {
  return sandbox === null || sandbox.includes(token);
}
