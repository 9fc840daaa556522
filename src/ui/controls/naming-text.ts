import * as m from '../../messages/compiled/messages.js';
import { sessionCookieNames, type Naming } from '../../server/shop/names/naming.ts';

const names: Readonly<Record<Naming, () => string>> = {
  plain: m.names_plain,
  express: m.names_express,
  spring: m.names_spring,
};

/** As whose names, and what the session's cookie is called then. */
export function namingName(naming: Naming): string {
  return `${names[naming]()} (${sessionCookieNames[naming]})`;
}
