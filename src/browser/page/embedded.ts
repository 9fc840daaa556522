import { sandboxTokens } from '../sandbox.ts';
import type { Frame, PageScript } from '../tab.ts';
import { resolveAddress } from './resolve-address.ts';

type Attributes = Readonly<Record<string, string>>;

/** An `iframe` as the document asks for it. */
export type BuiltFrame = Pick<Frame, 'name' | 'src' | 'sandbox' | 'width' | 'height'>;

/** What an `iframe` element asks for; an address that is not of the web is none. */
export function frameOf(attributes: Attributes, base: string): BuiltFrame {
  const { name = '', src, sandbox, width, height } = attributes;
  return {
    name,
    src: src === undefined || src.trim() === '' ? null : resolveAddress(src, base),
    sandbox: sandbox === undefined ? null : sandboxTokens(sandbox),
    width: pixels(width),
    height: pixels(height),
  };
}

function pixels(attribute: string | undefined): number | null {
  return attribute !== undefined && /^\d{1,5}$/.test(attribute.trim()) ? Number(attribute) : null;
}

/** Media types of classic JavaScript that are still written (HTML, "prepare the script element"). */
const classicTypes: ReadonlySet<string> = new Set([
  '',
  'text/javascript',
  'application/javascript',
  'application/ecmascript',
  'application/x-javascript',
  'text/ecmascript',
]);

/** The script that a `script` element names or begins; `null` where it is none that browsers run. */
export function scriptOf(attributes: Attributes, base: string): PageScript | null {
  const type = attributes['type']?.trim().toLowerCase() ?? '';
  const isModule = type === 'module';
  if (!isModule && (!classicTypes.has(type) || attributes['nomodule'] !== undefined)) return null;
  const { src, nonce } = attributes;
  const marks = { ...(nonce === undefined ? {} : { nonce }), ...(isModule ? { isModule } : {}) };
  if (src === undefined) return { url: null, text: '', ...marks };
  const url = src === '' ? null : resolveAddress(src, base);
  return url === null ? null : { url, text: null, ...marks };
}
