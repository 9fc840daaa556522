declare module '*?bundled' {
  /** The module with all that it imports, as the text of one classic script. */
  const text: string;
  export default text;
}

declare module 'virtual:sandbox-bootstrap-hash' {
  /** Hash source of the bootstrap, for a content security policy. */
  export const bootstrapHash: string;
}
