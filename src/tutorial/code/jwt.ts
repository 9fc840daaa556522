import type { StepCode } from './frameworks.ts';

/** What each step of the chapter looks like in a server's code. */
export const jwtCode: Readonly<Record<string, StepCode>> = {
  decode: {
    spring: `JWT unverified = JWTParser.parse(token);
Header header = unverified.getHeader();
JWTClaimsSet claims = unverified.getJWTClaimsSet();`,
    express: `import { decodeJwt, decodeProtectedHeader } from 'jose';

const header = decodeProtectedHeader(token);
const claims = decodeJwt(token);`,
    plain: `const [header, claims] = token
  .split('.', 2)
  .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));`,
  },
  'by-hand': {
    spring: `JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
JwtClaimsSet claims = JwtClaimsSet.builder()
    .issuer("https://shop.example")
    .subject("alice")
    .expiresAt(Instant.now().plus(15, ChronoUnit.MINUTES))
    .build();
String token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();`,
    express: `import { SignJWT } from 'jose';

const token = await new SignJWT({ sub: 'alice' })
  .setProtectedHeader({ alg: 'HS256' })
  .setIssuer('https://shop.example')
  .setExpirationTime('15m')
  .sign(secret);`,
    plain: `const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const input = \`\${encode({ alg: 'HS256' })}.\${encode(claims)}\`;
const signature = createHmac('sha256', secret).update(input).digest('base64url');
const token = \`\${input}.\${signature}\`;`,
  },
  edit: {
    spring: `JwtDecoder decoder = NimbusJwtDecoder.withSecretKey(key)
    .macAlgorithm(MacAlgorithm.HS256)
    .build();
Jwt jwt = decoder.decode(token);`,
    express: `import { jwtVerify } from 'jose';

const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'] });`,
    plain: `const [header, payload, signature] = token.split('.');
const expected = createHmac('sha256', secret).update(\`\${header}.\${payload}\`).digest();
const given = Buffer.from(signature, 'base64url');
if (given.length !== expected.length || !timingSafeEqual(given, expected))
  return response.writeHead(401).end();`,
  },
  'weak-secret': {
    spring: `KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
generator.init(256);
SecretKey key = generator.generateKey();`,
    express: `import { generateSecret } from 'jose';

const secret = await generateSecret('HS256');`,
    plain: `const secret = randomBytes(32);`,
  },
  none: {
    spring: `JwtDecoder decoder = NimbusJwtDecoder.withSecretKey(key)
    .macAlgorithm(MacAlgorithm.HS256)
    .build();`,
    express: `await jwtVerify(token, secret, { algorithms: ['HS256'] });`,
    plain: `const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
if (alg !== 'HS256') return response.writeHead(401).end();`,
  },
  'four-verdicts': {
    spring: `OAuth2TokenValidator<Jwt> audience = new JwtClaimValidator<List<String>>(
    "aud", aud -> aud != null && aud.contains("https://shop.example"));
decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
    JwtValidators.createDefaultWithIssuer("https://shop.example"),
    audience));`,
    express: `const { payload } = await jwtVerify(token, secret, {
  algorithms: ['HS256'],
  issuer: 'https://shop.example',
  audience: 'https://shop.example',
  requiredClaims: ['exp'],
});`,
    plain: `const now = Date.now() / 1000;
const isValid =
  claims.iss === 'https://shop.example' &&
  [claims.aud].flat().includes('https://shop.example') &&
  typeof claims.exp === 'number' && now < claims.exp &&
  now >= (claims.nbf ?? 0);
if (!isValid) return response.writeHead(401).end();`,
  },
  'public-keys': {
    spring: `JwtDecoder decoder = NimbusJwtDecoder
    .withJwkSetUri("https://api.shop.example/.well-known/jwks.json")
    .jwsAlgorithm(SignatureAlgorithm.ES256)
    .build();`,
    express: `import { createRemoteJWKSet, jwtVerify } from 'jose';

const keys = createRemoteJWKSet(new URL('https://api.shop.example/.well-known/jwks.json'));
const { payload } = await jwtVerify(token, keys, { algorithms: ['ES256'] });`,
    plain: `const key = createPublicKey({ key: jwk, format: 'jwk' });
const isSigned = verify(
  'sha256',
  Buffer.from(\`\${header}.\${payload}\`),
  { key, dsaEncoding: 'ieee-p1363' },
  Buffer.from(signature, 'base64url'),
);`,
  },
};
