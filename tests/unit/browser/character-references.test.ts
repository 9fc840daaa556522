import { describe, expect, test } from 'vitest';
import { buildPage } from '../../../src/browser/page/build-page.ts';

function shown(html: string): readonly unknown[] {
  return buildPage(html, 'https://shop.example/').body;
}

describe('character references', () => {
  test.each([
    ['&amp;&lt;&gt;&quot;&apos;', `&<>"'`],
    ['&#160;&#xe9;&#x1F35E;', '\u00a0é🍞'],
    ['é–\u00a0', 'é–\u00a0'],
  ])('%s is %s', (html, text) => {
    expect(shown(`<p>${html}</p>`)).toMatchObject([{ children: [text] }]);
  });

  test.each(['&nbsp;', '&copy;', '&NotEqualTilde;', '&amp', '&;'])(
    '%s stays as it is written',
    (html) => {
      expect(shown(html)).toEqual([html]);
    },
  );

  test('in an attribute as in a text', () => {
    const [element] = shown('<p title="&quot;&eacute;&#233;&quot;"></p>');
    expect(element).toMatchObject({ attributes: { title: '"&eacute;é"' } });
  });
});
