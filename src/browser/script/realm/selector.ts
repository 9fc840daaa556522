import type { ScriptElement } from './script-element.ts';

const compound =
  /^([a-z][a-z0-9]*|\*)?(?:#([\w-]+))?((?:\.[\w-]+)*)(?:\[([\w-]+)(?:=["']?([^"'\]]*)["']?)?\])?$/i;

/** Whether the element is meant by the selector: names, ids, classes and attributes, one within another. */
export function matches(element: ScriptElement, selector: string): boolean {
  return selector.split(',').some((one) => {
    const parts = one.trim().split(/\s+/);
    const last = parts.pop() ?? '';
    return isMeant(element, last, selector) && isWithin(element, parts, selector);
  });
}

function isWithin(element: ScriptElement, parts: readonly string[], selector: string): boolean {
  const last = parts.at(-1);
  if (last === undefined) return true;
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (isMeant(above, last, selector)) return isWithin(above, parts.slice(0, -1), selector);
  }
  return false;
}

function isMeant(element: ScriptElement, part: string, selector: string): boolean {
  const found = part === '' ? null : compound.exec(part);
  if (found === null)
    throw new DOMException(`'${selector}' is not a selector known here.`, 'SyntaxError');
  const [, name, id, classes = '', attribute, value] = found;
  const own = (element.getAttribute('class') ?? '').split(/\s+/);
  return (
    (name === undefined || name === '*' || element.tagName === name.toUpperCase()) &&
    (id === undefined || element.id === id) &&
    classes.split('.').every((wanted) => wanted === '' || own.includes(wanted)) &&
    (attribute === undefined || element.hasAttribute(attribute)) &&
    (value === undefined || element.getAttribute(attribute) === value)
  );
}
