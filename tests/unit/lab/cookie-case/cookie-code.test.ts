import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cookieCode } from '../../../../src/lab/cookie-case/code/cookie-code.ts';
import { cookieToSet } from '../../../../src/lab/cookie-case/code/cookie-to-set.ts';
import {
  frameworkNames,
  type FrameworkName,
} from '../../../../src/lab/cookie-case/code/frameworks.ts';
import {
  doubleQuoted,
  nginxQuoted,
  propertyValue,
  singleQuoted,
} from '../../../../src/lab/cookie-case/code/quoting.ts';

type Row = readonly [
  name: FrameworkName,
  unsayable: readonly string[],
  notes: readonly string[],
  lines: readonly string[],
];

const table: Readonly<Record<string, readonly Row[]>> = {
  'sid=31d4; Domain=my-shop.com; Path=/; Max-Age=90; Secure; HttpOnly; SameSite=Lax; Partitioned': [
    [
      'express',
      [],
      [],
      [
        "res.cookie('sid', '31d4', {",
        "  path: '/',",
        "  domain: 'my-shop.com',",
        '  maxAge: 90000,',
        '  secure: true,',
        '  httpOnly: true,',
        "  sameSite: 'lax',",
        '  partitioned: true,',
        '});',
      ],
    ],
    [
      'spring-cookie',
      [],
      [],
      [
        'ResponseCookie cookie = ResponseCookie.from("sid", "31d4")',
        '    .path("/")',
        '    .domain("my-shop.com")',
        '    .maxAge(Duration.ofSeconds(90))',
        '    .secure(true)',
        '    .httpOnly(true)',
        '    .sameSite("Lax")',
        '    .partitioned(true)',
        '    .build();',
        'response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());',
      ],
    ],
    [
      'spring-session',
      [],
      ['own-value'],
      [
        'server.servlet.session.cookie.name=sid',
        'server.servlet.session.cookie.path=/',
        'server.servlet.session.cookie.domain=my-shop.com',
        'server.servlet.session.cookie.max-age=90s',
        'server.servlet.session.cookie.secure=true',
        'server.servlet.session.cookie.http-only=true',
        'server.servlet.session.cookie.same-site=lax',
        'server.servlet.session.cookie.partitioned=true',
      ],
    ],
    [
      'django',
      ['partitioned'],
      [],
      [
        'response.set_cookie(',
        '    "sid",',
        '    "31d4",',
        '    path="/",',
        '    domain="my-shop.com",',
        '    max_age=90,',
        '    secure=True,',
        '    httponly=True,',
        '    samesite="Lax",',
        ')',
      ],
    ],
    [
      'fastapi',
      [],
      ['python-3-14'],
      [
        'response.set_cookie(',
        '    key="sid",',
        '    value="31d4",',
        '    path="/",',
        '    domain="my-shop.com",',
        '    max_age=90,',
        '    secure=True,',
        '    httponly=True,',
        '    samesite="lax",',
        '    partitioned=True,',
        ')',
      ],
    ],
    [
      'rails',
      ['partitioned'],
      [],
      [
        "cookies['sid'] = {",
        "  value: '31d4',",
        "  path: '/',",
        "  domain: 'my-shop.com',",
        '  expires: 90.seconds.from_now,',
        '  secure: true,',
        '  httponly: true,',
        '  same_site: :lax,',
        '}',
      ],
    ],
    [
      'laravel',
      ['partitioned'],
      ['encrypts', 'minutes'],
      [
        'return response($content)->cookie(cookie(',
        "    name: 'sid',",
        "    value: '31d4',",
        "    path: '/',",
        "    domain: 'my-shop.com',",
        '    minutes: 2,',
        '    secure: true,',
        '    httpOnly: true,',
        "    sameSite: 'lax',",
        '));',
      ],
    ],
    [
      'go',
      [],
      [],
      [
        'http.SetCookie(w, &http.Cookie{',
        '\tName: "sid",',
        '\tValue: "31d4",',
        '\tPath: "/",',
        '\tDomain: "my-shop.com",',
        '\tMaxAge: 90,',
        '\tSecure: true,',
        '\tHttpOnly: true,',
        '\tSameSite: http.SameSiteLaxMode,',
        '\tPartitioned: true,',
        '})',
      ],
    ],
    [
      'aspnet',
      [],
      [],
      [
        'Response.Cookies.Append("sid", "31d4", new CookieOptions',
        '{',
        '    Path = "/",',
        '    Domain = "my-shop.com",',
        '    MaxAge = TimeSpan.FromSeconds(90),',
        '    Secure = true,',
        '    HttpOnly = true,',
        '    SameSite = SameSiteMode.Lax,',
        '    Extensions = { "Partitioned" },',
        '});',
      ],
    ],
    [
      'php',
      ['partitioned'],
      [],
      [
        "setcookie('sid', '31d4', [",
        "    'path' => '/',",
        "    'domain' => 'my-shop.com',",
        "    'expires' => time() + 90,",
        "    'secure' => true,",
        "    'httponly' => true,",
        "    'samesite' => 'Lax',",
        ']);',
      ],
    ],
    [
      'nginx-proxy',
      ['path', 'domain', 'maxAge', 'partitioned'],
      ['own-value'],
      ['proxy_cookie_flags "sid" secure httponly samesite=lax;'],
    ],
    [
      'nginx-header',
      [],
      [],
      [
        'add_header Set-Cookie "sid=31d4; Path=/; Domain=my-shop.com; Max-Age=90; Secure; HttpOnly; SameSite=Lax; Partitioned" always;',
      ],
    ],
  ],
  'sid=31d4; Expires=Thu, 01 Jan 2027 00:00:00 GMT': [
    [
      'express',
      [],
      ['path-root'],
      ["res.cookie('sid', '31d4', {", '  expires: new Date(1798761600000),', '});'],
    ],
    [
      'spring-cookie',
      ['expires'],
      [],
      [
        'ResponseCookie cookie = ResponseCookie.from("sid", "31d4")',
        '    .build();',
        'response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());',
      ],
    ],
    [
      'spring-session',
      ['expires'],
      ['own-value'],
      ['server.servlet.session.cookie.name=sid', 'server.servlet.session.cookie.http-only=false'],
    ],
    [
      'django',
      [],
      [],
      [
        'response.set_cookie(',
        '    "sid",',
        '    "31d4",',
        '    path=None,',
        '    expires=datetime.fromtimestamp(1798761600, tz=timezone.utc),',
        ')',
      ],
    ],
    [
      'fastapi',
      [],
      [],
      [
        'response.set_cookie(',
        '    key="sid",',
        '    value="31d4",',
        '    path=None,',
        '    expires=datetime.fromtimestamp(1798761600, tz=timezone.utc),',
        '    samesite=None,',
        ')',
      ],
    ],
    [
      'rails',
      [],
      ['path-root'],
      [
        "cookies['sid'] = {",
        "  value: '31d4',",
        '  expires: Time.at(1798761600),',
        '  same_site: nil,',
        '}',
      ],
    ],
    [
      'laravel',
      ['expires'],
      ['encrypts', 'path-root'],
      [
        'return response($content)->cookie(cookie(',
        "    name: 'sid',",
        "    value: '31d4',",
        '    secure: false,',
        '    httpOnly: false,',
        '));',
      ],
    ],
    [
      'go',
      [],
      [],
      [
        'http.SetCookie(w, &http.Cookie{',
        '\tName: "sid",',
        '\tValue: "31d4",',
        '\tExpires: time.Unix(1798761600, 0),',
        '})',
      ],
    ],
    [
      'aspnet',
      [],
      ['path-root'],
      [
        'Response.Cookies.Append("sid", "31d4", new CookieOptions',
        '{',
        '    Expires = DateTimeOffset.FromUnixTimeSeconds(1798761600),',
        '});',
      ],
    ],
    ['php', [], [], ["setcookie('sid', '31d4', [", "    'expires' => 1798761600,", ']);']],
    [
      'nginx-proxy',
      ['expires'],
      ['own-value'],
      ['proxy_cookie_flags "sid" nosecure nohttponly nosamesite;'],
    ],
    [
      'nginx-header',
      [],
      [],
      ['add_header Set-Cookie "sid=31d4; Expires=Fri, 01 Jan 2027 00:00:00 GMT" always;'],
    ],
  ],
  'si\'d"=a\'b"c\\d#{x}$y`z</script>é\u2028; Path=/\'"$p': [
    [
      'express',
      [],
      ['encodes'],
      ["res.cookie('si\\'d\"', 'a\\'b\"c\\\\d#{x}$y`z</script>é', {", "  path: '/\\'\"$p',", '});'],
    ],
    [
      'spring-cookie',
      [],
      [],
      [
        'ResponseCookie cookie = ResponseCookie.from("si\'d\\"", "a\'b\\"c\\\\d#{x}$y`z</script>é\\u2028")',
        '    .path("/\'\\"$p")',
        '    .build();',
        'response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());',
      ],
    ],
    [
      'spring-session',
      [],
      ['own-value'],
      [
        'server.servlet.session.cookie.name=si\'d"',
        'server.servlet.session.cookie.path=/\'"$p',
        'server.servlet.session.cookie.http-only=false',
      ],
    ],
    [
      'django',
      [],
      [],
      [
        'response.set_cookie(',
        '    "si\'d\\"",',
        '    "a\'b\\"c\\\\d#{x}$y`z</script>é\\u2028",',
        '    path="/\'\\"$p",',
        ')',
      ],
    ],
    [
      'fastapi',
      [],
      [],
      [
        'response.set_cookie(',
        '    key="si\'d\\"",',
        '    value="a\'b\\"c\\\\d#{x}$y`z</script>é\\u2028",',
        '    path="/\'\\"$p",',
        '    samesite=None,',
        ')',
      ],
    ],
    [
      'rails',
      [],
      ['encodes'],
      [
        "cookies['si\\'d\"'] = {",
        "  value: 'a\\'b\"c\\\\d#{x}$y`z</script>é',",
        "  path: '/\\'\"$p',",
        '  same_site: nil,',
        '}',
      ],
    ],
    [
      'laravel',
      [],
      ['encrypts'],
      [
        'return response($content)->cookie(cookie(',
        "    name: 'si\\'d\"',",
        "    value: 'a\\'b\"c\\\\d#{x}$y`z</script>é',",
        "    path: '/\\'\"$p',",
        '    secure: false,',
        '    httpOnly: false,',
        '));',
      ],
    ],
    [
      'go',
      [],
      [],
      [
        'http.SetCookie(w, &http.Cookie{',
        '\tName: "si\'d\\"",',
        '\tValue: "a\'b\\"c\\\\d#{x}$y`z</script>é\\u2028",',
        '\tPath: "/\'\\"$p",',
        '})',
      ],
    ],
    [
      'aspnet',
      [],
      ['encodes'],
      [
        'Response.Cookies.Append("si\'d\\"", "a\'b\\"c\\\\d#{x}$y`z</script>é\\u2028", new CookieOptions',
        '{',
        '    Path = "/\'\\"$p",',
        '});',
      ],
    ],
    [
      'php',
      [],
      ['encodes'],
      [
        "setcookie('si\\'d\"', 'a\\'b\"c\\\\d#{x}$y`z</script>é', [",
        "    'path' => '/\\'\"$p',",
        ']);',
      ],
    ],
    [
      'nginx-proxy',
      ['path'],
      ['own-value', 'dollar'],
      ['proxy_cookie_flags "si\'d\\"" nosecure nohttponly nosamesite;'],
    ],
    [
      'nginx-header',
      [],
      ['dollar'],
      ['add_header Set-Cookie "si\'d\\"=a\'b\\"c\\\\d#{x}$y`z</script>é; Path=/\'\\"$p" always;'],
    ],
  ],
};

describe.each(Object.entries(table))('%j', (fieldValue, rows) => {
  test('has a row for every framework', () => {
    expect(rows.map(([name]) => name)).toEqual(frameworkNames);
  });

  test.each(rows)('in %s', (name, unsayable, notes, lines) => {
    const code = cookieCode(name, cookieToSet(fieldValue)!);
    expect(code.code.split('\n')).toEqual(lines);
    expect(code.unsayable).toEqual(unsayable);
    expect(code.notes).toEqual(notes);
  });
});

const anyText = fc.string({ unit: 'binary' });

test('what is quoted is read back as it was, by JavaScript and by whoever reads JSON’s escapes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(JSON.parse(doubleQuoted(text))).toBe(text);
      const seen = text.replaceAll(/[\0-\x1f\x7f-\x9f\u2028\u2029\ufeff]/g, ''); // eslint-disable-line no-control-regex
      expect(new Function(`return ${singleQuoted(text)}`)()).toBe(seen);
    }),
  );
});

test('nothing ends a text before its time', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(nginxQuoted(text)).toMatch(/^"(?:[^"\\\n]|\\["\\])*"$/);
      expect(propertyValue(text)).toMatch(/^[\x20-\x7e]*$/);
    }),
  );
});

test('every field that can be read becomes code in every framework', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const cookie = cookieToSet(text);
      for (const name of frameworkNames) if (cookie !== null) cookieCode(name, cookie);
    }),
  );
});

test('a name that is no token, and a value too long for code, are told', () => {
  expect(cookieCode('express', cookieToSet('a b=1')!).isOddName).toBe(true);
  expect(cookieToSet(`a=${'x'.repeat(100)}`)!.value).toBe(`${'x'.repeat(48)}…`);
});

test.each([
  ['a=1; Max-Age=-5', 0],
  ['a=1; Max-Age=0', 0],
  ['a=1; Max-Age=99999999999999999999', 34_560_000],
  ['a=1; Max-Age=soon', null],
])('%s lives for %s seconds', (fieldValue, maxAge) => {
  expect(cookieToSet(fieldValue)?.maxAge).toBe(maxAge);
});
