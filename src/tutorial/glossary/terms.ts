import type { ProseLanguage } from '../chapters.ts';

/** A term of the glossary, and how it is written in prose: there its first mention becomes a link. */
export interface Term {
  readonly slug: string;
  readonly written: Readonly<Record<ProseLanguage, readonly string[]>>;
}

const term = (slug: string, en: readonly string[], ko: readonly string[]): Term => ({
  slug,
  written: { en, ko },
});

/** All terms, in the order of their slugs. */
export const terms: readonly Term[] = [
  term('access-token', ['access token', 'access tokens'], ['액세스 토큰']),
  term('authentication', ['authentication'], ['인증']),
  term('authorisation', ['authorisation'], ['인가']),
  term('base64url', ['base64url'], ['base64url']),
  term('bearer-token', ['bearer token', 'bearer tokens'], ['Bearer 토큰']),
  term('claim', ['claim', 'claims'], ['클레임']),
  term(
    'content-security-policy',
    ['Content Security Policy', 'content security policy', 'CSP'],
    ['콘텐츠 보안 정책', 'CSP'],
  ),
  term('cookie', ['cookie', 'cookies'], ['쿠키']),
  term('cookie-jar', ['cookie jar'], ['쿠키 저장소']),
  term('cors', ['CORS'], ['CORS']),
  term('csrf', ['cross-site request forgery', 'CSRF'], ['크로스 사이트 요청 위조', 'CSRF']),
  term('deny-list', ['deny-list'], ['거부 목록']),
  term('field', ['header field', 'header fields'], ['헤더 필드']),
  term('handshake', ['handshake', 'handshakes'], ['핸드셰이크']),
  term('hash', ['password hash'], ['비밀번호 해시']),
  term('hmac', ['HMAC'], ['HMAC']),
  term('host-only', ['host-only'], ['호스트 전용', 'host-only']),
  term('hsts', ['HSTS'], ['HSTS']),
  term('http', ['HTTP'], ['HTTP']),
  term('http-only', ['HttpOnly'], ['HttpOnly']),
  term('instance', ['instances'], ['인스턴스']),
  term('jwks', ['JWKS'], ['JWKS']),
  term('jwt', ['JSON Web Token', 'JWT', 'JWTs'], ['JSON Web Token', 'JWT']),
  term('keep-alive', ['keep-alive', 'persistent connection'], ['keep-alive', '지속 연결']),
  term('load-balancer', ['load balancer'], ['로드 밸런서']),
  term('octet', ['octet', 'octets'], ['바이트']),
  term('origin', ['origin'], ['출처']),
  term('preflight', ['preflight'], ['프리플라이트']),
  term('private-key', ['private key'], ['개인 키']),
  term('public-key', ['public key', 'public keys'], ['공개 키']),
  term('public-suffix', ['public suffix', 'public suffixes'], ['공개 접미사']),
  term('redirect', ['redirect', 'redirects'], ['리다이렉트']),
  term('refresh-token', ['refresh token', 'refresh tokens'], ['리프레시 토큰']),
  term('registrable-domain', ['registrable domain'], ['등록 가능 도메인', '등록 가능한 도메인']),
  term('revocation', ['revocation', 'revoke'], ['무효화']),
  term('rotation', ['rotation'], ['로테이션']),
  term('same-site', ['same-site', 'cross-site'], ['동일 사이트', '크로스 사이트']),
  term('samesite', ['SameSite'], ['SameSite']),
  term('secret-key', ['shared secret', 'secret key'], ['비밀 키']),
  term('secure', ['Secure'], ['Secure']),
  term('session', ['session', 'sessions'], ['세션']),
  term('session-fixation', ['fixation', 'session fixation'], ['세션 고정']),
  term('session-id', ['session ID', 'session IDs'], ['세션 ID']),
  term('session-store', ['session table', 'session store'], ['세션 저장소', '세션 테이블']),
  term('signature', ['signature', 'signatures'], ['서명']),
  term('stateless', ['stateless'], ['무상태', '무상태성']),
  term('third-party-cookie', ['third-party cookie', 'third-party cookies'], ['서드파티 쿠키']),
  term('time-out', ['time-out', 'time-outs'], ['타임아웃']),
  term('tls', ['TLS', 'HTTPS'], ['TLS', 'HTTPS']),
  term('xss', ['cross-site scripting', 'XSS'], ['크로스 사이트 스크립팅', 'XSS']),
];
