import type { ScriptAccess, ScriptResult } from '../../../src/browser/script-access.ts';
import type { CookieStoreItem } from '../../../src/browser/cookie-store-item.ts';
import type { ReadyCall } from '../script-of-answers.ts';

/** Makes the call and gives its outcome, in the form in which Chromium's is compared. */
export async function callInLab(access: ScriptAccess, call: ReadyCall): Promise<unknown> {
  switch (call.api) {
    case 'document.cookie':
      return told(access.writeCookie(call.text), () => null);
    case 'fetch':
      return told(await access.fetch(call.url, call), (response) => ({
        ...response,
        fields: combined(response.fields),
      }));
    default:
      return access.isSecureContext ? callStore(access, call) : 'no cookieStore';
  }
}

type StoreCall = Exclude<ReadyCall, { api: 'document.cookie' | 'fetch' }>;

function callStore({ cookieStore }: ScriptAccess, call: StoreCall): unknown {
  switch (call.api) {
    case 'cookieStore.get':
      return told(cookieStore.get({ name: call.name }), (found) => found && item(found));
    case 'cookieStore.getAll':
      return told(cookieStore.getAll(call.name === null ? {} : { name: call.name }), (all) =>
        all.map(item),
      );
    case 'cookieStore.set':
      return told(cookieStore.set(call.setting), () => null);
    case 'cookieStore.delete':
      return told(cookieStore.delete(call.deletion), () => null);
  }
}

function told<Value>(result: ScriptResult<Value>, shown: (value: Value) => unknown): unknown {
  return result.ok ? shown(result.value) : { throws: result.exception };
}

function item(found: CookieStoreItem): unknown {
  return { ...found, expires: found.expires !== null };
}

/** As `Headers` tells of them: sorted, in lower case, those of one name joined. */
function combined(fields: readonly (readonly [name: string, value: string])[]): unknown {
  return [...new Headers(fields.map(([name, value]): [string, string] => [name, value]))];
}
