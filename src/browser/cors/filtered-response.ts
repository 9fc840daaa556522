import type { Field, Fields, HttpResponse } from '../../http/message.ts';
import type { PlannedRequest } from '../planned-request.ts';
import type { ScriptResponse } from '../script-access.ts';
import { withoutFragment } from '../tab-history.ts';
import { accessControlList } from './access-control-list.ts';
import { taintingOf } from './response-tainting.ts';

/** Fields of a cross-origin answer that script may always read (Fetch §2.2.2). */
const SAFELISTED: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);

/** Fields that script never sees, of whatever origin (Fetch §2.2.2, "forbidden response-header name"). */
const FORBIDDEN: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);

/** What script sees of the answer to its last request (Fetch §2.2.6). */
export function filteredResponse(request: PlannedRequest, response: HttpResponse): ScriptResponse {
  const tainting = taintingOf(request);
  if (tainting === 'opaque') return nothingOf('opaque', '');
  const { status, content, fields } = response;
  const readable = fields.filter(([name]) => !FORBIDDEN.has(name.toLowerCase()));
  return {
    type: tainting,
    url: withoutFragment(request.url),
    redirected: request.redirectChain.length > 0,
    status,
    fields: tainting === 'basic' ? readable : readable.filter(isExposed(request, fields)),
    content,
  };
}

/** A redirect that script did not want to be followed: it sees that there was one, not where it leads. */
export function opaqueRedirect({ url }: PlannedRequest): ScriptResponse {
  return nothingOf('opaqueredirect', withoutFragment(url));
}

function nothingOf(type: 'opaque' | 'opaqueredirect', url: string): ScriptResponse {
  return { type, url, redirected: false, status: 0, fields: [], content: '' };
}

/** Safelisted, or named by the server; with credentials an asterisk is but a name. */
function isExposed({ credentials }: PlannedRequest, fields: Fields): (field: Field) => boolean {
  const listed = accessControlList(fields, 'Access-Control-Expose-Headers') ?? [];
  const exposed = new Set(listed.map((name) => name.toLowerCase()));
  const all = exposed.has('*') && credentials !== 'include';
  return ([name]) => all || SAFELISTED.has(name.toLowerCase()) || exposed.has(name.toLowerCase());
}
