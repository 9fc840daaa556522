import type { ReadyCall } from '../script-of-answers.ts';

/** Script that reads `document.cookie`. */
export const readCookies = guarded('return document.cookie;');

/** Script that makes the call and gives its outcome, in the form in which the lab's is compared. */
export function callExpression(call: ReadyCall): string {
  switch (call.api) {
    case 'document.cookie':
      // Reading waits until what was written has arrived, so that other documents read it too.
      return guarded(`
        document.cookie = ${JSON.stringify(call.text)};
        return document.cookie === undefined ? undefined : null;
      `);
    case 'fetch':
      return fetchExpression(call);
    case 'cookieStore.get':
      return storeExpression(`get(${JSON.stringify(call.name)})`);
    case 'cookieStore.getAll':
      return storeExpression(`getAll(${call.name === null ? '' : JSON.stringify(call.name)})`);
    case 'cookieStore.set':
      return storeExpression(`set(${JSON.stringify(call.setting)})`);
    case 'cookieStore.delete':
      return storeExpression(`delete(${JSON.stringify(call.deletion)})`);
  }
}

function fetchExpression({ api: _, url, fields, content, ...init }: FetchCall): string {
  const options = { ...init, headers: fields, ...(content === null ? {} : { body: content }) };
  return guarded(`
    const response = await fetch(${JSON.stringify(url)}, ${JSON.stringify(options)});
    const { type, url, redirected, status } = response;
    const content = await response.text();
    return { type, url, redirected, status, fields: [...response.headers], content };
  `);
}

type FetchCall = Extract<ReadyCall, { api: 'fetch' }>;

/** Of an expiry time only whether there is one: the two browsers do not run at the same moment. */
function storeExpression(call: string): string {
  return guarded(`
    if (!('cookieStore' in window)) return 'no cookieStore';
    const told = await cookieStore.${call};
    const item = (one) => one && { ...one, expires: one.expires !== null };
    return (Array.isArray(told) ? told.map(item) : item(told)) ?? null;
  `);
}

function guarded(body: string): string {
  return `(async () => {
    try { ${body} } catch (error) { return { throws: error.name }; }
  })()`;
}
