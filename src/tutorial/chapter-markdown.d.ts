/** A chapter's Markdown is compiled at build; see `build/compile-prose.ts`. */
declare module '*.md' {
  import type { ChapterProse } from './prose.ts';

  const prose: ChapterProse;
  export default prose;
}
