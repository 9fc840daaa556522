import type { StepCode } from './frameworks.ts';

/** What each step of the chapter looks like in a server's code. */
export const refreshCode: Readonly<Record<string, StepCode>> = {
  'by-script': {
    spring: `@Bean
SecurityFilterChain api(HttpSecurity http) throws Exception {
  return http
      .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
      .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
      .build();
}`,
    express: `api.use(async (req, res, next) => {
  const [, token] = /^Bearer (.+)$/.exec(req.get('authorization') ?? '') ?? [];
  try {
    const { payload } = await jwtVerify(token ?? '', keys, { algorithms: ['ES256'] });
    req.claims = payload;
    next();
  } catch {
    res.set('WWW-Authenticate', 'Bearer').sendStatus(401);
  }
});`,
    plain: `const [, token] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
const claims = token && (await verifyAccessToken(token));
if (!claims) return response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end();`,
  },
  'short-life': {
    spring: `JwtClaimsSet claims = JwtClaimsSet.builder()
    .subject(user.getUsername())
    .audience(List.of("https://api.shop.example"))
    .expiresAt(Instant.now().plus(5, ChronoUnit.MINUTES))
    .build();`,
    express: `const accessToken = await new SignJWT({ sub: user.id })
  .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
  .setAudience('https://api.shop.example')
  .setExpirationTime('5m')
  .sign(privateKey);`,
    plain: `const now = Math.floor(Date.now() / 1000);
const claims = {
  sub: user.id,
  aud: 'https://api.shop.example',
  iat: now,
  exp: now + 5 * 60,
};`,
  },
  'nobody-notices': {
    spring: `@PostMapping("/refresh")
Tokens refresh(@CookieValue("refresh_token") String token) {
  RefreshRecord used = refreshTokens.use(token);
  return new Tokens(accessTokenFor(used.userId()), refreshTokens.next(used));
}`,
    express: `api.post('/refresh', async (req, res) => {
  const used = await refreshTokens.use(req.cookies.refresh_token);
  if (!used) return res.sendStatus(401);
  res.cookie('refresh_token', await refreshTokens.next(used), refreshCookie);
  res.json({ access_token: await accessTokenFor(used.userId) });
});`,
    plain: `const used = await refreshTokens.use(cookiesOf(request).get('refresh_token'));
if (!used) return response.writeHead(401).end();
response.writeHead(200, {
  'Content-Type': 'application/json',
  'Set-Cookie': refreshCookie(await refreshTokens.next(used)),
});
response.end(JSON.stringify({ access_token: await accessTokenFor(used.userId) }));`,
  },
  'stolen-access': {
    spring: `OAuth2TokenValidator<Jwt> notDenied = jwt -> denied.contains(jwt.getId())
    ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"))
    : OAuth2TokenValidatorResult.success();
decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
    JwtValidators.createDefault(), notDenied));`,
    express: `const { payload } = await jwtVerify(token, keys, { algorithms: ['ES256'] });
if (await denied.has(payload.jti)) return res.sendStatus(401);`,
    plain: `const claims = await verifyAccessToken(token);
if (!claims || denied.has(claims.jti)) return response.writeHead(401).end();`,
  },
  'stolen-refresh': {
    spring: `byte[] random = KeyGenerators.secureRandom(32).generateKey();
String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
records.save(new RefreshRecord(hash, familyId, userId, expiresAt));`,
    express: `const token = randomBytes(32).toString('base64url');
const hash = createHash('sha256').update(token).digest('hex');
await records.insert({ hash, familyId, userId, expiresAt });
res.cookie('refresh_token', token, {
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
  path: '/refresh',
});`,
    plain: `const token = randomBytes(32).toString('base64url');
const hash = createHash('sha256').update(token).digest('hex');
records.set(hash, { familyId, userId, expiresAt });
response.setHeader(
  'Set-Cookie',
  \`refresh_token=\${token}; Path=/refresh; HttpOnly; Secure; SameSite=Strict\`,
);`,
  },
  family: {
    spring: `@Transactional(noRollbackFor = ReuseDetected.class)
public RefreshRecord use(String token) {
  RefreshRecord record = records.findByHash(sha256(token)).orElseThrow(InvalidToken::new);
  if (record.isReplaced()) {
    records.revokeFamily(record.familyId());
    throw new ReuseDetected();
  }
  return records.save(record.replaced());
}`,
    express: `async function use(token) {
  const record = await records.find(sha256(token));
  if (!record || record.revokedAt) return null;
  const isFirst = await records.replaceOnce(record.hash);
  if (isFirst) return record;
  await records.revokeFamily(record.familyId);
  return null;
}`,
    plain: `function use(token) {
  const record = records.get(sha256(token));
  if (!record || record.revokedAt) return null;
  if (record.replacedAt) {
    for (const one of familyOf(record)) one.revokedAt = Date.now();
    return null;
  }
  record.replacedAt = Date.now();
  return record;
}`,
  },
  'sign-out': {
    spring: `@PostMapping("/revoke")
ResponseEntity<Void> revoke(@AuthenticationPrincipal Jwt jwt) {
  refreshTokens.revokeFamily(jwt.getClaimAsString("sid"));
  ResponseCookie gone = ResponseCookie.from("refresh_token", "")
      .path("/refresh").maxAge(0).httpOnly(true).secure(true).build();
  return ResponseEntity.noContent().header(SET_COOKIE, gone.toString()).build();
}`,
    express: `api.post('/revoke', async (req, res) => {
  await refreshTokens.revokeFamily(req.claims.sid);
  res.clearCookie('refresh_token', { path: '/refresh', httpOnly: true, secure: true });
  res.sendStatus(204);
});`,
    plain: `const claims = await verifyAccessToken(token);
if (claims) revokeFamily(claims.sid);
response.writeHead(204, {
  'Set-Cookie': 'refresh_token=; Path=/refresh; Max-Age=0; HttpOnly; Secure',
}).end();`,
  },
};
