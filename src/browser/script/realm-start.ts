import type { PublicSuffixes } from '../../http/public-suffixes.ts';
import { checkPolicy } from '../content-security-policy.ts';
import { USER_AGENT } from '../request-fields.ts';
import type { ScriptAccess } from '../script-access.ts';
import type { RealmCookies, RealmStart } from './protocol.ts';

/** What script of the document is to begin with. */
export function startOf(
  access: ScriptAccess,
  cookies: RealmCookies | null,
  languages: readonly string[],
  now: number,
): RealmStart {
  const { url, title, body, bodyHandlers } = access.page;
  const { isSecureContext } = access;
  return {
    cookies,
    storage: storageOf(access),
    url,
    title,
    body,
    bodyHandlers,
    allowsHandlers: checkPolicy(access.page, { kind: 'handler' }).ok,
    now,
    isSecureContext,
    userAgent: USER_AGENT,
    languages,
  };
}

/** The jar as the document's script may know it now; `null` where its origin, being opaque, has none. */
export function cookiesOf(
  access: ScriptAccess,
  publicSuffixes: PublicSuffixes,
): RealmCookies | null {
  if (!access.isActive || access.page.origin === 'null') return null;
  const mirror = access.cookieMirror();
  if (!mirror.ok) return null;
  const known = namesAbove(new URL(access.page.url).hostname);
  return {
    ...mirror.value,
    publicSuffixes: known.filter((name) => publicSuffixes.isPublicSuffix(name)),
  };
}

function storageOf(access: ScriptAccess): RealmStart['storage'] {
  if (access.page.origin === 'null') return null;
  const local = access.storage('local');
  const session = access.storage('session');
  if (!local.ok || !session.ok) return null;
  return { local: local.value.entries(), session: session.value.entries() };
}

/** `a.b.c`, `b.c`, `c`. */
function namesAbove(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
