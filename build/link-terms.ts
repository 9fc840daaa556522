import type { ProseLanguage } from '../src/tutorial/chapters.ts';
import { terms } from '../src/tutorial/glossary/terms.ts';
import type { ChapterProse, Prose, ProseNode } from '../src/tutorial/prose.ts';

/** Makes the first mention of each term in a chapter's text a link to the glossary. */
export function linkTerms(chapter: ChapterProse, language: ProseLanguage): ChapterProse {
  const linker = new TermLinker(language);
  const opening = linker.link(chapter.opening);
  const steps = Object.entries(chapter.steps).map(
    ([slug, step]) => [slug, { ...step, body: linker.link(step.body) }] as const,
  );
  return { ...chapter, opening, steps: Object.fromEntries(steps) };
}

class TermLinker {
  readonly #slugs: ReadonlyMap<string, string>;
  readonly #pattern: RegExp;
  readonly #linked = new Set<string>();

  constructor(language: ProseLanguage) {
    this.#slugs = new Map(
      terms.flatMap(({ slug, written }) =>
        written[language].flatMap((text) => [text, capitalised(text)].map((one) => [one, slug])),
      ),
    );
    // The longest first: a session ID is no session.
    const texts = [...this.#slugs.keys()].sort((a, b) => b.length - a.length);
    const alternatives = texts.map((text) => (/\w$/.test(text) ? `${text}(?![\\w-])` : text));
    this.#pattern = new RegExp(`(?<![\\w가-힣-])(?:${alternatives.join('|')})`, 'g');
  }

  link(prose: Prose): Prose {
    return prose.flatMap((node) => this.#linkIn(node));
  }

  #linkIn(node: ProseNode): readonly ProseNode[] {
    if (typeof node === 'string') return this.#linkText(node);
    if (!('children' in node) || node.type === 'link') return [node];
    return [{ ...node, children: this.link(node.children) }];
  }

  #linkText(text: string): readonly ProseNode[] {
    const parts: ProseNode[] = [];
    let end = 0;
    for (const { 0: found, index } of text.matchAll(this.#pattern)) {
      const slug = this.#slugs.get(found) ?? '';
      if (this.#linked.has(slug) || isOtherWord(found, text.slice(index))) continue;
      this.#linked.add(slug);
      if (index > end) parts.push(text.slice(end, index));
      parts.push({ type: 'link', href: `../glossary/#${slug}`, children: [found] });
      end = index + found.length;
    }
    if (end === 0) return [text];
    return end < text.length ? [...parts, text.slice(end)] : parts;
  }
}

/** Korean words run on: 인증서 is a certificate, no authentication. */
function isOtherWord(found: string, text: string): boolean {
  return found === '인증' && text.startsWith('인증서');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
