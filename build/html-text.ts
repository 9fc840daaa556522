import type { Prose, ProseNode } from '../src/tutorial/prose.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A chapter's words as HTML, for readers and crawlers that run no script. */
export function proseToHtml(prose: Prose): string {
  return prose.map(nodeToHtml).join('');
}

const elements = {
  strong: 'strong',
  emphasis: 'em',
  paragraph: 'p',
  list: 'ul',
  'ordered-list': 'ol',
  item: 'li',
  quote: 'blockquote',
} as const;

function nodeToHtml(node: ProseNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  switch (node.type) {
    case 'code':
      return `<code>${escapeHtml(node.text)}</code>`;
    case 'code-block':
      return `<pre><code>${escapeHtml(node.text)}</code></pre>`;
    case 'link':
      return `<a href="${escapeHtml(node.href)}">${proseToHtml(node.children)}</a>`;
    case 'value':
      return `<code>${escapeHtml(node.name)}</code>`;
    default:
      return `<${elements[node.type]}>${proseToHtml(node.children)}</${elements[node.type]}>`;
  }
}
