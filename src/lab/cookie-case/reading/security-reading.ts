import { expiryTimeOf } from '../../../cookies/expiry-attributes.ts';
import { parseSetCookie } from '../../../cookies/parse-set-cookie.ts';
import { prefixOf } from '../../../cookies/prefixes.ts';
import type { Rule } from '../../../http/rule.ts';
import { isMeantToDelete, cookieLine, type CookieLine } from '../intention.ts';
import { withAttribute, withName, withoutAttribute } from '../change/set-cookie-text.ts';
import { shapeOf, type ValueShape } from './value-shape.ts';

export type FindingCode =
  | 'secure'
  | 'http-only'
  | 'same-site-missing'
  | 'same-site-none'
  | 'prefix'
  | 'host-prefix'
  | 'domain'
  | 'path'
  | 'lifetime'
  | 'telling-name'
  | 'jwt'
  | 'serialised-object'
  | 'personal-data'
  | 'guessable'
  | 'size';

export interface Finding {
  readonly code: FindingCode;
  /** `mend`: what the sources ask for is missing; `weigh`: it depends on what the cookie is for. */
  readonly weight: 'mend' | 'weigh';
  /** Where it says so. */
  readonly rule: Rule;
  readonly values: Readonly<Record<string, string | number>>;
  /** The field as it would be; `null` where no attribute helps. */
  readonly changed: string | null;
}

export interface SecurityReading {
  readonly name: string;
  /** Whether it looks like one that somebody is known by. */
  readonly isForSession: boolean;
  readonly findings: readonly Finding[];
}

const DAY = 24 * 60 * 60;

/** Names that frameworks give by themselves, so that they tell which one is at work. */
const telling: ReadonlyMap<string, string> = new Map([
  ['jsessionid', 'Java Servlet'],
  ['session', 'Spring Session, Flask'],
  ['phpsessid', 'PHP'],
  ['laravel_session', 'Laravel'],
  ['laravel-session', 'Laravel'],
  ['ci_session', 'CodeIgniter'],
  ['connect.sid', 'Express'],
  ['koa.sess', 'Koa'],
  ['asp.net_sessionid', 'ASP.NET'],
  ['.aspnetcore.session', 'ASP.NET Core'],
  ['.aspnetcore.cookies', 'ASP.NET Core'],
  ['cfid', 'ColdFusion'],
  ['cftoken', 'ColdFusion'],
  ['sessionid', 'Django'],
]);

const SESSION_NAME = /sess|sid$|^sid|auth|token|jwt|login|remember/i;

/**
 * What OWASP's Session Management Cheat Sheet and ASVS 5.0 (V3.3, V7.2) would say about a `Set-Cookie` field; `null`
 * for one that cannot be read, or that only deletes.
 *
 * @param host that sends it
 * @param now in milliseconds since the epoch
 */
export function readSecurity(
  fieldValue: string,
  host: string,
  now: number,
): SecurityReading | null {
  const line = cookieLine(fieldValue);
  if (line === null) return refuseSize(fieldValue);
  if (isMeantToDelete(fieldValue, now)) return null;
  const shape = shapeOf(line.value);
  const { httponly } = line.attributes;
  const isForSession =
    SESSION_NAME.test(line.name) ||
    telling.has(bareName(line.name)) ||
    shape === 'jwt' ||
    httponly !== null;
  const subject: Subject = { fieldValue, line, shape, isForSession, host, now };
  const findings = checks.map((check) => check(subject));
  return {
    name: line.name,
    isForSession,
    findings: findings.filter((finding) => finding !== null),
  };
}

interface Subject {
  readonly fieldValue: string;
  readonly line: CookieLine;
  readonly shape: ValueShape;
  readonly isForSession: boolean;
  readonly host: string;
  readonly now: number;
}

/** `null`: there is nothing to say. */
type Check = (subject: Subject) => Finding | null;

function asvs(section: `${3 | 7}.${number}.${number}`): Rule {
  return { document: section.startsWith('3') ? 'ASVS-V3' : 'ASVS-V7', section };
}

const CHEAT_SHEET: Rule = { document: 'OWASP-SM' };

const checks: readonly Check[] = [
  checkSecure,
  checkHttpOnly,
  checkSameSite,
  checkPrefix,
  checkDomain,
  checkPath,
  checkLifetime,
  checkName,
  checkValue,
];

function checkSecure({ fieldValue, line }: Subject): Finding | null {
  if (line.attributes.secure !== null) return null;
  const changed = withAttribute(fieldValue, 'Secure', null);
  return { code: 'secure', weight: 'mend', rule: asvs('3.3.1'), values: {}, changed };
}

function checkHttpOnly({ fieldValue, line, isForSession }: Subject): Finding | null {
  if (line.attributes.httponly !== null) return null;
  const changed = withAttribute(fieldValue, 'HttpOnly', null);
  const weight = isForSession ? 'mend' : 'weigh';
  return { code: 'http-only', weight, rule: asvs('3.3.4'), values: {}, changed };
}

function checkSameSite({ fieldValue, line }: Subject): Finding | null {
  const sameSite = line.attributes.samesite?.toLowerCase() ?? '';
  const changed = withAttribute(fieldValue, 'SameSite', 'Lax');
  if (sameSite === 'lax' || sameSite === 'strict') return null;
  const code = sameSite === 'none' ? 'same-site-none' : 'same-site-missing';
  const weight = sameSite === 'none' ? 'weigh' : 'mend';
  return { code, weight, rule: asvs('3.3.2'), values: {}, changed };
}

function checkPrefix({ fieldValue, line }: Subject): Finding | null {
  const prefix = prefixOf(line.name);
  if (prefix?.host === true) return null;
  const bare = prefix === null ? line.name : line.name.slice(prefix.prefix.length);
  const { domain } = line.attributes;
  const isShared = domain !== null && domain !== '';
  if (isShared && prefix !== null) return null;
  const code = isShared ? 'prefix' : 'host-prefix';
  const name = `${isShared ? '__Secure-' : '__Host-'}${bare}`;
  const secure = withAttribute(withName(fieldValue, name), 'Secure', null);
  const changed = isShared ? secure : withAttribute(secure, 'Path', '/');
  const rule = asvs(isShared ? '3.3.1' : '3.3.3');
  return { code, weight: isShared ? 'mend' : 'weigh', rule, values: { name }, changed };
}

function checkDomain({ fieldValue, line, host }: Subject): Finding | null {
  const domain = line.attributes.domain?.replace(/^\./, '') ?? '';
  if (domain === '') return null;
  const changed = withoutAttribute(fieldValue, 'Domain');
  return { code: 'domain', weight: 'weigh', rule: CHEAT_SHEET, values: { domain, host }, changed };
}

/** A narrow path is no wall: pages of one origin read each other's cookies all the same. */
function checkPath({ line }: Subject): Finding | null {
  const { path } = line.attributes;
  if (path === null || path === '' || path === '/') return null;
  return {
    code: 'path',
    weight: 'weigh',
    rule: { document: 'RFC6265bis', section: '8.5' },
    values: { path },
    changed: null,
  };
}

function checkLifetime({ fieldValue, line, isForSession, now }: Subject): Finding | null {
  const { 'max-age': maxAge, expires } = line.attributes;
  const expiry = expiryTimeOf(maxAge, expires, now).meaning;
  if (expiry === null) return null;
  const days = Math.round((expiry - now) / 1000 / DAY);
  if (days < 1 && isForSession) return null;
  if (!isForSession && days <= 400) return null;
  const changed = withoutAttribute(withoutAttribute(fieldValue, 'Expires'), 'Max-Age');
  const values = { days: Math.max(days, 1) };
  return { code: 'lifetime', weight: 'weigh', rule: CHEAT_SHEET, values, changed };
}

function checkName({ fieldValue, line }: Subject): Finding | null {
  const technology = telling.get(bareName(line.name));
  if (technology === undefined) return null;
  const prefix = prefixOf(line.name)?.prefix ?? '';
  const changed = withName(fieldValue, `${prefix}id`);
  const values = { name: line.name, technology };
  return { code: 'telling-name', weight: 'weigh', rule: CHEAT_SHEET, values, changed };
}

function checkValue({ shape, isForSession }: Subject): Finding | null {
  const found = (code: FindingCode, weight: Finding['weight'], rule: Rule): Finding => ({
    code,
    weight,
    rule,
    values: {},
    changed: null,
  });
  switch (shape) {
    case 'jwt':
      return found('jwt', 'weigh', asvs('7.2.1'));
    case 'personal-data':
      return found('personal-data', 'mend', CHEAT_SHEET);
    case 'serialised-object':
      return found('serialised-object', 'mend', CHEAT_SHEET);
    case 'guessable':
      return isForSession ? found('guessable', 'mend', asvs('7.2.3')) : null;
    default:
      return null;
  }
}

/** Too large a field is read no further than that. */
function refuseSize(fieldValue: string): SecurityReading | null {
  const parsed = parseSetCookie(fieldValue);
  if (parsed.ok || parsed.refusal.code !== 'too-large') return null;
  const { size = 0 } = parsed.refusal.values;
  const finding = { weight: 'mend', rule: asvs('3.3.5'), values: { size }, changed: null } as const;
  return { name: parsed.name, isForSession: false, findings: [{ code: 'size', ...finding }] };
}

function bareName(name: string): string {
  return name.slice(prefixOf(name)?.prefix.length ?? 0).toLowerCase();
}
