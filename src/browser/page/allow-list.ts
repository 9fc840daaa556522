/**
 * What a page may consist of. Everything else is left out, so that nothing in a page can run, load or
 * lead anywhere by itself in the real browser: no script, no handler, no style, no address but those
 * that the simulated browser follows. Own `data-` attributes are left out too: the stage uses some.
 */

const none: readonly string[] = [];
const controlAttributes = ['name', 'value', 'disabled', 'required', 'autocomplete'];
const cellAttributes = ['colspan', 'rowspan'];

/** Elements that are kept, each with the attributes that only it may have. */
const elements: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    'abbr',
    'address',
    'article',
    'aside',
    'b',
    'bdi',
    'bdo',
    'blockquote',
    'br',
    'caption',
    'cite',
    'code',
    'dd',
    'dfn',
    'dl',
    'div',
    'dt',
    'em',
    'figcaption',
    'figure',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
    'hr',
    'i',
    'kbd',
    'legend',
    'main',
    'mark',
    'nav',
    'p',
    'pre',
    'q',
    'rp',
    'rt',
    'ruby',
    's',
    'samp',
    'search',
    'section',
    'small',
    'span',
    'strong',
    'sub',
    'summary',
    'sup',
    'table',
    'tbody',
    'tfoot',
    'thead',
    'tr',
    'u',
    'ul',
    'var',
    'wbr',
    'datalist',
    'colgroup',
  ].map((element) => [element, none] as const),
  ['a', ['href', 'target']],
  ['button', [...controlAttributes, 'type']],
  ['col', ['span']],
  ['data', ['value']],
  ['del', ['datetime']],
  ['details', ['open']],
  ['fieldset', ['disabled', 'name']],
  ['form', ['action', 'method', 'autocomplete', 'target']],
  ['img', ['alt', 'width', 'height']],
  [
    'input',
    [
      ...controlAttributes,
      'type',
      'checked',
      'placeholder',
      'readonly',
      'min',
      'max',
      'step',
      'minlength',
      'maxlength',
      'pattern',
      'inputmode',
      'size',
      'list',
    ],
  ],
  ['ins', ['datetime']],
  ['label', ['for']],
  ['li', ['value']],
  ['meter', ['value', 'min', 'max', 'low', 'high', 'optimum']],
  ['ol', ['start', 'reversed']],
  ['optgroup', ['label', 'disabled']],
  ['option', ['value', 'label', 'selected', 'disabled']],
  ['output', ['for', 'name']],
  ['progress', ['value', 'max']],
  ['select', [...controlAttributes, 'multiple', 'size']],
  ['td', cellAttributes],
  [
    'textarea',
    [...controlAttributes, 'placeholder', 'readonly', 'rows', 'cols', 'minlength', 'maxlength'],
  ],
  ['th', [...cellAttributes, 'scope']],
  ['time', ['datetime']],
]);

/** Attributes that every element may have, besides `aria-…`. */
const globalAttributes: ReadonlySet<string> = new Set([
  'id',
  'class',
  'lang',
  'dir',
  'title',
  'role',
  'hidden',
]);

/** Elements that are left out with all that is in them. Of other unknown ones the content is kept. */
const droppedElements: ReadonlySet<string> = new Set([
  'applet',
  'audio',
  'canvas',
  'embed',
  'frame',
  'frameset',
  'iframe',
  'map',
  'math',
  'noembed',
  'noframes',
  'object',
  'param',
  'plaintext',
  'portal',
  'script',
  'slot',
  'source',
  'style',
  'svg',
  'template',
  'track',
  'video',
  'xmp',
]);

const ariaAttribute = /^aria-[a-z]+$/;

export function isAllowedElement(element: string): boolean {
  return elements.has(element);
}

export function isDroppedElement(element: string): boolean {
  return droppedElements.has(element);
}

/** Whether the attribute may stand at that (allowed) element; an address among them is still to be resolved. */
export function isAllowedAttribute(element: string, attribute: string): boolean {
  return (
    globalAttributes.has(attribute) ||
    ariaAttribute.test(attribute) ||
    (elements.get(element)?.includes(attribute) ?? false)
  );
}

const addressAttributes: ReadonlySet<string> = new Set(['href', 'action']);

/** Whether the attribute's value is a URL. */
export function isAddress(attribute: string): boolean {
  return addressAttributes.has(attribute);
}
