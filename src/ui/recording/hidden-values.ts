import { parseCookieString } from '../../cookies/cookie-string.ts';
import type { Cookie } from '../../cookies/cookie.ts';
import type { SetCookieDecision } from '../../cookies/decision.ts';
import type { Field } from '../../http/message.ts';
import type { Exchange } from '../../lab/exchange.ts';

const HIDDEN = '••••••';

/** The same where only some characters stand for themselves. */
const HIDDEN_IN_ADDRESS = '******';

/** Values of an address that are longer may be keys. */
const SHORT = 12;

/** The same exchange without the values of its cookies, its credentials, its contents, and long ones of its address. */
export function withoutValues(exchange: Exchange): Exchange {
  const { request, response, cookies, setCookies } = exchange;
  return {
    ...exchange,
    request: {
      ...request,
      targetUri: hideInAddress(request.targetUri),
      fields: request.fields.map(hideInField),
      content: request.content === '' ? '' : HIDDEN,
    },
    response: response && {
      ...response,
      fields: response.fields.map(hideInField),
      content: response.content === '' ? '' : HIDDEN,
    },
    cookies: {
      sent: cookies.sent.map((one) => ({ ...one, cookie: withoutValue(one.cookie) })),
      withheld: cookies.withheld.map((one) => ({ ...one, cookie: withoutValue(one.cookie) })),
      fieldValue: null,
    },
    setCookies: setCookies.map(hideInDecision),
  };
}

/** The same cookie without its value. */
export function withoutValue(cookie: Cookie): Cookie {
  return { ...cookie, value: HIDDEN };
}

function hideInDecision(decision: SetCookieDecision): SetCookieDecision {
  const fieldValue = hideInSetCookie(decision.fieldValue);
  if (!decision.ok) return { ...decision, fieldValue };
  const { cookie, previous } = decision;
  return {
    ...decision,
    fieldValue,
    cookie: withoutValue(cookie),
    previous: previous && withoutValue(previous),
  };
}

function hideInField([name, value]: Field): Field {
  switch (name.toLowerCase()) {
    case 'cookie':
      return [
        name,
        parseCookieString(value)
          .map(([cookie]) => `${cookie}=${HIDDEN}`)
          .join('; '),
      ];
    case 'set-cookie':
      return [name, hideInSetCookie(value)];
    case 'authorization':
    case 'proxy-authorization':
      return [name, value.replace(/(\S+)\s.*/s, `$1 ${HIDDEN}`)];
    case 'location':
    case 'referer':
      return [name, hideInAddress(value)];
    default:
      return [name, value];
  }
}

function hideInSetCookie(value: string): string {
  return value.replace(/^([^=;]*=)?[^;]*/, `$1${HIDDEN}`);
}

function hideInAddress(address: string): string {
  return address.replace(/([?&][^=&#]*=)([^&#]*)/g, (all, name: string, value: string) =>
    value.length < SHORT ? all : name + HIDDEN_IN_ADDRESS,
  );
}
