import { encodeBase64url } from '../../../jwt/base64url.ts';
import { toHexadecimal } from '../../hexadecimal.ts';
import type { ShopSettings } from '../settings.ts';
import { namingOf, type Naming } from './naming.ts';

/** How an identifier's octets are written. */
const spellings: Readonly<Record<Naming, (bytes: Uint8Array) => string>> = {
  plain: toHexadecimal,
  /** uid-safe, which express-session makes its identifiers with. */
  express: encodeBase64url,
  /** Tomcat's `StandardSessionIdGenerator`. */
  spring: (bytes) => toHexadecimal(bytes).toUpperCase(),
};

const usualBits = 128;
const bitsOfExpress = 192;

/** Random bits of an identifier, and how they are written: as the framework does it, unless fewer are wanted. */
export function identifierForm(
  settings: Pick<ShopSettings, 'names' | 'remember' | 'sessionIdBits'>,
): { readonly bits: number; readonly spell: (bytes: Uint8Array) => string } {
  const naming = namingOf(settings);
  const { sessionIdBits } = settings;
  const bits = naming === 'express' && sessionIdBits === usualBits ? bitsOfExpress : sessionIdBits;
  return { bits, spell: spellings[naming] };
}
