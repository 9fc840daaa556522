import type { Rule } from '../../../http/rule.ts';
import { equalInConstantTime } from '../../constant-time.ts';
import { readForm } from '../../form.ts';
import { toHexadecimal } from '../../hexadecimal.ts';
import { checkMac, withMac } from '../memory/mac.ts';
import type { Visitor } from '../memory/memory.ts';
import { readCookies } from '../memory/read-cookie.ts';
import { setCookie } from '../memory/write-cookie.ts';
import { protectedName } from '../memory/cookie-name.ts';
import type { Turn } from '../turn.ts';
import { formTokenField } from './form-token-field.ts';

const rule: Rule = { document: 'OWASP-CSRF' };
const cookieName = 'csrf';

/** Finds or makes the token that the forms of the page will carry. */
export async function prepareFormToken(turn: Turn, visitor: Visitor): Promise<void> {
  const { formToken: pattern } = turn.settings.protection;
  if (visitor.knownToScript) return;
  if (pattern === 'synchroniser') turn.answer.formToken = visitor.formToken ?? null;
  if (pattern !== 'double-submit' && pattern !== 'signed-double-submit') return;
  const kept = cookieOf(turn);
  const isKept = kept !== undefined && (await isOfThisSession(turn, visitor, kept));
  turn.answer.formToken = isKept ? kept : await makeToken(turn, visitor);
}

/**
 * Whether the form that was sent carries the token that one of the shop's own pages was given. Who has no session has
 * nothing that a stranger's page could use, as far as the row of the session decides.
 */
export async function admitsFormToken(turn: Turn, visitor: Visitor): Promise<boolean> {
  const { formToken: pattern } = turn.settings.protection;
  if (pattern === 'none' || visitor.knownToScript) return true;
  if (pattern === 'synchroniser' && visitor.formToken === undefined) return true;
  // #marker: check-form-token
  const source = 'server/shop/protection/form-token.ts#check-form-token';
  const reading = readForm(turn.request);
  const shown = reading.ok ? reading.form.get(formTokenField) : null;
  if (shown === null || shown === '') {
    turn.trace.refused('form-token-missing', source, rule, { pattern });
    return false;
  }
  const expected = pattern === 'synchroniser' ? visitor.formToken : cookieOf(turn);
  const matches = expected !== undefined && isSame(shown, expected);
  if (matches && (await isOfThisSession(turn, visitor, shown))) {
    turn.trace.done('form-token-matched', source, { pattern });
    return true;
  }
  turn.trace.refused('form-token-wrong', source, rule, { pattern });
  return false;
}

function cookieOf(turn: Turn): string | undefined {
  const name = protectedName(turn, cookieName);
  return readCookies(turn, [name]).get(name);
}

async function makeToken(turn: Turn, visitor: Visitor): Promise<string | null> {
  // #marker: make-form-token
  const random = toHexadecimal(turn.randomBytes(16));
  const { formToken: pattern } = turn.settings.protection;
  const token =
    pattern === 'signed-double-submit'
      ? await withMac(boundName(visitor), random, turn.secrets.cookie)
      : random;
  if (token === null) return null;
  turn.trace.done('form-token-made', 'server/shop/protection/form-token.ts#make-form-token', {
    pattern,
  });
  setCookie(turn, protectedName(turn, cookieName), token);
  return token;
}

/** A signed token was made for one session, and is good in no other. */
async function isOfThisSession(turn: Turn, visitor: Visitor, token: string): Promise<boolean> {
  if (turn.settings.protection.formToken !== 'signed-double-submit') return true;
  return (await checkMac(boundName(visitor), token, turn.secrets.cookie)).ok;
}

function boundName({ sessionName, user }: Visitor): string {
  return `${cookieName} of ${sessionName ?? user?.id ?? ''}`;
}

function isSame(one: string, other: string): boolean {
  const text = new TextEncoder();
  return equalInConstantTime(text.encode(one), text.encode(other));
}
