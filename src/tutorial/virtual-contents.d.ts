/** Made at build; see `build/contents-plugin.ts`. */
declare module 'virtual:contents/en' {
  const contents: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default contents;
}

declare module 'virtual:contents/ko' {
  const contents: Readonly<Record<string, Readonly<Record<string, string>>>>;
  export default contents;
}
