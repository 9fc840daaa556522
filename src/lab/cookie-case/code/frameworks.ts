import type { CookieToSet } from './cookie-to-set.ts';
import { doubleQuoted, nginxQuoted, propertyValue, singleQuoted } from './quoting.ts';

/** What code may have to say of a cookie beside its name and value. */
export type Said =
  'domain' | 'path' | 'maxAge' | 'expires' | 'secure' | 'httpOnly' | 'sameSite' | 'partitioned';

/** What is worth knowing of a framework beside its code. */
export type FrameworkNote =
  /** The value is encoded on the way out, decoded on the way in. */
  | 'encodes'
  /** The value is encrypted. */
  | 'encrypts'
  /** The value is the server's own: an identifier of a session. */
  | 'own-value'
  /** `Path=/` is written where none is said. */
  | 'path-root'
  /** The length of life counts in whole minutes. */
  | 'minutes'
  /** Partitioned needs Python 3.14. */
  | 'python-3-14'
  /** A dollar sign would begin a variable. */
  | 'dollar';

type Template = (cookie: CookieToSet) => string;

export interface Framework {
  /** As it calls itself. */
  readonly title: string;
  /** The version whose words these are. */
  readonly version: string;
  readonly open: Template;
  readonly close: string;
  /** How each is said; one that is missing cannot be said. */
  readonly says: Readonly<Partial<Record<Said, Template>>>;
  /** What has to be said where the cookie does not have it, since the framework would write it by itself. */
  readonly unsaid?: Readonly<Partial<Record<Said, string>>>;
  readonly notes: readonly FrameworkNote[];
}

const lower = ({ sameSite }: CookieToSet): string => (sameSite ?? '').toLowerCase();

export const frameworks = {
  express: {
    title: 'Express',
    version: '5.1',
    open: ({ name, value }) => `res.cookie(${singleQuoted(name)}, ${singleQuoted(value)}, {`,
    says: {
      domain: ({ domain }) => `  domain: ${singleQuoted(domain ?? '')},`,
      path: ({ path }) => `  path: ${singleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `  maxAge: ${String((maxAge ?? 0) * 1000)},`,
      expires: ({ expires }) => `  expires: new Date(${String((expires ?? 0) * 1000)}),`,
      secure: () => '  secure: true,',
      httpOnly: () => '  httpOnly: true,',
      sameSite: (cookie) => `  sameSite: '${lower(cookie)}',`,
      partitioned: () => '  partitioned: true,',
    },
    close: '});',
    notes: ['encodes', 'path-root'],
  },
  'spring-cookie': {
    title: 'Spring ResponseCookie',
    version: '6.2',
    open: ({ name, value }) =>
      `ResponseCookie cookie = ResponseCookie.from(${doubleQuoted(name)}, ${doubleQuoted(value)})`,
    says: {
      domain: ({ domain }) => `    .domain(${doubleQuoted(domain ?? '')})`,
      path: ({ path }) => `    .path(${doubleQuoted(path ?? '')})`,
      maxAge: ({ maxAge }) => `    .maxAge(Duration.ofSeconds(${String(maxAge ?? 0)}))`,
      secure: () => '    .secure(true)',
      httpOnly: () => '    .httpOnly(true)',
      sameSite: ({ sameSite }) => `    .sameSite("${sameSite ?? ''}")`,
      partitioned: () => '    .partitioned(true)',
    },
    close: '    .build();\nresponse.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());',
    notes: [],
  },
  'spring-session': {
    title: 'Spring Boot',
    version: '3.5',
    open: ({ name }) => `server.servlet.session.cookie.name=${propertyValue(name)}`,
    says: {
      domain: ({ domain }) => `server.servlet.session.cookie.domain=${propertyValue(domain ?? '')}`,
      path: ({ path }) => `server.servlet.session.cookie.path=${propertyValue(path ?? '')}`,
      maxAge: ({ maxAge }) => `server.servlet.session.cookie.max-age=${String(maxAge ?? 0)}s`,
      secure: () => 'server.servlet.session.cookie.secure=true',
      httpOnly: () => 'server.servlet.session.cookie.http-only=true',
      sameSite: (cookie) => `server.servlet.session.cookie.same-site=${lower(cookie)}`,
      partitioned: () => 'server.servlet.session.cookie.partitioned=true',
    },
    unsaid: { httpOnly: 'server.servlet.session.cookie.http-only=false' },
    close: '',
    notes: ['own-value'],
  },
  django: {
    title: 'Django',
    version: '5.2',
    open: ({ name, value }) =>
      `response.set_cookie(\n    ${doubleQuoted(name)},\n    ${doubleQuoted(value)},`,
    says: {
      domain: ({ domain }) => `    domain=${doubleQuoted(domain ?? '')},`,
      path: ({ path }) => `    path=${doubleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `    max_age=${String(maxAge ?? 0)},`,
      expires: ({ expires }) =>
        `    expires=datetime.fromtimestamp(${String(expires ?? 0)}, tz=timezone.utc),`,
      secure: () => '    secure=True,',
      httpOnly: () => '    httponly=True,',
      sameSite: ({ sameSite }) => `    samesite="${sameSite ?? ''}",`,
    },
    unsaid: { path: '    path=None,' },
    close: ')',
    notes: [],
  },
  fastapi: {
    title: 'FastAPI',
    version: '0.116',
    open: ({ name, value }) =>
      `response.set_cookie(\n    key=${doubleQuoted(name)},\n    value=${doubleQuoted(value)},`,
    says: {
      domain: ({ domain }) => `    domain=${doubleQuoted(domain ?? '')},`,
      path: ({ path }) => `    path=${doubleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `    max_age=${String(maxAge ?? 0)},`,
      expires: ({ expires }) =>
        `    expires=datetime.fromtimestamp(${String(expires ?? 0)}, tz=timezone.utc),`,
      secure: () => '    secure=True,',
      httpOnly: () => '    httponly=True,',
      sameSite: (cookie) => `    samesite="${lower(cookie)}",`,
      partitioned: () => '    partitioned=True,',
    },
    unsaid: { path: '    path=None,', sameSite: '    samesite=None,' },
    close: ')',
    notes: ['python-3-14'],
  },
  rails: {
    title: 'Rails',
    version: '8.0',
    open: ({ name, value }) =>
      `cookies[${singleQuoted(name)}] = {\n  value: ${singleQuoted(value)},`,
    says: {
      domain: ({ domain }) => `  domain: ${singleQuoted(domain ?? '')},`,
      path: ({ path }) => `  path: ${singleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `  expires: ${String(maxAge ?? 0)}.seconds.from_now,`,
      expires: ({ expires }) => `  expires: Time.at(${String(expires ?? 0)}),`,
      secure: () => '  secure: true,',
      httpOnly: () => '  httponly: true,',
      sameSite: (cookie) => `  same_site: :${lower(cookie)},`,
    },
    unsaid: { sameSite: '  same_site: nil,' },
    close: '}',
    notes: ['encodes', 'path-root'],
  },
  laravel: {
    title: 'Laravel',
    version: '12',
    open: ({ name, value }) =>
      `return response($content)->cookie(cookie(\n    name: ${singleQuoted(name)},\n    value: ${singleQuoted(value)},`,
    says: {
      domain: ({ domain }) => `    domain: ${singleQuoted(domain ?? '')},`,
      path: ({ path }) => `    path: ${singleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `    minutes: ${String(Math.ceil((maxAge ?? 0) / 60))},`,
      secure: () => '    secure: true,',
      httpOnly: () => '    httpOnly: true,',
      sameSite: (cookie) => `    sameSite: '${lower(cookie)}',`,
    },
    unsaid: { secure: '    secure: false,', httpOnly: '    httpOnly: false,' },
    close: '));',
    notes: ['encrypts', 'path-root', 'minutes'],
  },
  go: {
    title: 'Go net/http',
    version: '1.23',
    open: ({ name, value }) =>
      `http.SetCookie(w, &http.Cookie{\n\tName: ${doubleQuoted(name)},\n\tValue: ${doubleQuoted(value)},`,
    says: {
      domain: ({ domain }) => `\tDomain: ${doubleQuoted(domain ?? '')},`,
      path: ({ path }) => `\tPath: ${doubleQuoted(path ?? '')},`,
      // Zero would mean that there is none; what is below zero becomes Max-Age=0.
      maxAge: ({ maxAge }) => `\tMaxAge: ${String((maxAge ?? 0) > 0 ? (maxAge ?? 0) : -1)},`,
      expires: ({ expires }) => `\tExpires: time.Unix(${String(expires ?? 0)}, 0),`,
      secure: () => '\tSecure: true,',
      httpOnly: () => '\tHttpOnly: true,',
      sameSite: ({ sameSite }) => `\tSameSite: http.SameSite${sameSite ?? ''}Mode,`,
      partitioned: () => '\tPartitioned: true,',
    },
    close: '})',
    notes: [],
  },
  aspnet: {
    title: 'ASP.NET Core',
    version: '9.0',
    open: ({ name, value }) =>
      `Response.Cookies.Append(${doubleQuoted(name)}, ${doubleQuoted(value)}, new CookieOptions\n{`,
    says: {
      domain: ({ domain }) => `    Domain = ${doubleQuoted(domain ?? '')},`,
      path: ({ path }) => `    Path = ${doubleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `    MaxAge = TimeSpan.FromSeconds(${String(maxAge ?? 0)}),`,
      expires: ({ expires }) =>
        `    Expires = DateTimeOffset.FromUnixTimeSeconds(${String(expires ?? 0)}),`,
      secure: () => '    Secure = true,',
      httpOnly: () => '    HttpOnly = true,',
      sameSite: ({ sameSite }) => `    SameSite = SameSiteMode.${sameSite ?? ''},`,
      partitioned: () => '    Extensions = { "Partitioned" },',
    },
    close: '});',
    notes: ['encodes', 'path-root'],
  },
  php: {
    title: 'PHP',
    version: '8.4',
    open: ({ name, value }) => `setcookie(${singleQuoted(name)}, ${singleQuoted(value)}, [`,
    says: {
      domain: ({ domain }) => `    'domain' => ${singleQuoted(domain ?? '')},`,
      path: ({ path }) => `    'path' => ${singleQuoted(path ?? '')},`,
      maxAge: ({ maxAge }) => `    'expires' => time() + ${String(maxAge ?? 0)},`,
      expires: ({ expires }) => `    'expires' => ${String(expires ?? 0)},`,
      secure: () => "    'secure' => true,",
      httpOnly: () => "    'httponly' => true,",
      sameSite: ({ sameSite }) => `    'samesite' => '${sameSite ?? ''}',`,
    },
    close: ']);',
    notes: ['encodes'],
  },
  'nginx-proxy': {
    title: 'nginx, proxy_cookie_flags',
    version: '1.19.3',
    open: ({ name }) => `proxy_cookie_flags ${nginxQuoted(name)}`,
    says: {
      secure: () => '    secure',
      httpOnly: () => '    httponly',
      sameSite: (cookie) => `    samesite=${lower(cookie)}`,
    },
    unsaid: {
      secure: '    nosecure',
      httpOnly: '    nohttponly',
      sameSite: '    nosamesite',
    },
    close: '    ;',
    notes: ['own-value', 'dollar'],
  },
  'nginx-header': {
    title: 'nginx, add_header',
    version: '1.7.5',
    open: ({ name, value }) =>
      `add_header Set-Cookie ${nginxQuoted(`${name}=${value}`).slice(0, -1)}`,
    says: {
      domain: ({ domain }) => `; Domain=${nginxQuoted(domain ?? '').slice(1, -1)}`,
      path: ({ path }) => `; Path=${nginxQuoted(path ?? '').slice(1, -1)}`,
      maxAge: ({ maxAge }) => `; Max-Age=${String(maxAge ?? 0)}`,
      expires: ({ expires }) => `; Expires=${new Date((expires ?? 0) * 1000).toUTCString()}`,
      secure: () => '; Secure',
      httpOnly: () => '; HttpOnly',
      sameSite: ({ sameSite }) => `; SameSite=${sameSite ?? ''}`,
      partitioned: () => '; Partitioned',
    },
    close: '" always;',
    notes: ['dollar'],
  },
} as const satisfies Readonly<Record<string, Framework>>;

export type FrameworkName = keyof typeof frameworks;

export const frameworkNames = Object.keys(frameworks) as readonly FrameworkName[];
