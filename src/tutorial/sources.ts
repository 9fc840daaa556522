import type { Source } from './step.ts';

const draft = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22';

/** A section of the cookie specification, e.g. `5.7`. */
export function cookieSpec(section: string): Source {
  return { label: `RFC 6265bis §${section}`, href: `${draft}#section-${section}` };
}

/** A section of HTTP Semantics. */
export function httpSpec(section: string): Source {
  return {
    label: `RFC 9110 §${section}`,
    href: `https://www.rfc-editor.org/rfc/rfc9110.html#section-${section}`,
  };
}

export function mdn(page: string): Source {
  return {
    label: `MDN: ${page.split('/').at(-1)}`,
    href: `https://developer.mozilla.org/docs/Web/${page}`,
  };
}

/** OWASP's cheat sheet on session management, at one of its headings. */
export function sessionCheatSheet(heading: string): Source {
  const page = 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html';
  return { label: 'OWASP Session Management', href: `${page}#${heading}` };
}

/** A section of any other RFC. */
export function rfc(number: number, section: string): Source {
  return {
    label: `RFC ${number} §${section}`,
    href: `https://www.rfc-editor.org/rfc/rfc${number}.html#section-${section}`,
  };
}

/** OWASP's cheat sheet on JSON Web Tokens, at one of its headings. */
export function jwtCheatSheet(heading: string): Source {
  const page =
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html';
  return { label: 'OWASP JSON Web Token', href: `${page}#${heading}` };
}

/** One of OWASP's cheat sheets, by its file's name. */
export function owaspCheatSheet(label: string, file: string): Source {
  return {
    label: `OWASP ${label}`,
    href: `https://cheatsheetseries.owasp.org/cheatsheets/${file}_Cheat_Sheet.html`,
  };
}

export const csrfCheatSheet = owaspCheatSheet(
  'CSRF Prevention',
  'Cross-Site_Request_Forgery_Prevention',
);

export const xssCheatSheet = owaspCheatSheet('XSS Prevention', 'Cross_Site_Scripting_Prevention');
