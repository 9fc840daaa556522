import type { Algorithm } from '../../jwt/algorithm.ts';
import { forgeUnsecuredToken } from '../../jwt/careless/forge-unsecured-token.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import { makeKey, pemOf, publicHalf } from '../../jwt/jwk/make-key.ts';
import { secretFromText } from '../../jwt/jwk/secret-key.ts';
import { signJwt } from '../../jwt/sign.ts';
import type { Expected } from './expected.ts';

export const exampleNames = ['session', 'id-token', 'expired', 'unsigned', 'encrypted'] as const;

export type ExampleName = (typeof exampleNames)[number];

/** Something to begin with: a token, the verifier's key as text, and what is expected. */
export interface Example {
  readonly token: string;
  readonly key: string;
  readonly expected: Partial<Expected>;
}

export interface ExampleOptions {
  /** Seconds since the epoch. */
  readonly now: number;
  readonly randomBytes: (count: number) => Uint8Array;
}

const minute = 60;
const hour = 60 * minute;
const secret = 'crumb keeps this to itself: salt, flour, water, time';

/** Made at the moment it is asked for, with times around it, and keys that nobody has had before. */
export function makeExample(name: ExampleName, options: ExampleOptions): Promise<Example> {
  return makers[name](options);
}

const makers: Readonly<Record<ExampleName, (options: ExampleOptions) => Promise<Example>>> = {
  session: async ({ now }) => {
    const claims = { iss: 'https://shop.example', sub: 'alice', iat: now, exp: now + hour };
    const token = await signed(claims, 'HS256', secretFromText(secret));
    return { token, key: secret, expected: { issuer: 'https://shop.example' } };
  },
  'id-token': async ({ now, randomBytes }) => {
    const [older, current] = await Promise.all(
      ['2025-12', '2026-01'].map(async (kid) => ({
        ...(await makeKey('RS256', randomBytes)),
        kid,
      })),
    );
    const token = await signed(idClaims(now), 'RS256', current ?? {});
    const keys = [older, current].map((key) => publicHalf(key ?? {}));
    return {
      token,
      key: JSON.stringify({ keys }, null, 2),
      expected: { issuer: 'https://accounts.example', audience: 'crumb-web' },
    };
  },
  expired: async ({ now, randomBytes }) => {
    const key = await makeKey('ES256', randomBytes);
    const claims = { sub: 'bob', iat: now - 2 * hour, exp: now - hour };
    return {
      token: await signed(claims, 'ES256', key),
      key: await pemOf(key, 'ES256', 'public'),
      expected: {},
    };
  },
  unsigned: ({ now }) => {
    const token = forgeUnsecuredToken({ sub: 'alice', role: 'admin', iat: now, exp: now + hour });
    return Promise.resolve({ token, key: secret, expected: {} });
  },
  encrypted: () => Promise.resolve({ token: encryptedToken, key: '', expected: {} }),
};

function idClaims(now: number): ClaimsSet {
  return {
    iss: 'https://accounts.example',
    sub: '248289761001',
    aud: 'crumb-web',
    nonce: 'n-0S6_WzA2Mj',
    auth_time: now - minute,
    iat: now,
    exp: now + 10 * minute,
    name: 'Alice Kim',
    email: 'alice@crumb.example',
    email_verified: true,
  };
}

async function signed(claims: ClaimsSet, algorithm: Algorithm, key: Jwk): Promise<string> {
  const made = await signJwt(claims, { algorithm, key });
  if (!made.ok) throw new Error(`an example could not be signed: ${made.code}`);
  return made.token;
}

/** The example of RFC 7516, appendix A.1. */
const encryptedToken =
  'eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckCL9kiMT03JGeipsEdY3mx_etLbbWSrFr05kLzcSr4qKAq7YN7e9jwQRb23nfa6c9d-StnImGyFDbSv04uVuxIp5Zms1gNxKKK2Da14B8S4rzVRltdYwam_lDp5XnZAYpQdb76FdIKLaVmqgfwX7XWRxv2322i-vDxRfqNzo_tETKzpVLzfiwQyeyPGLBIO56YJ7eObdv0je81860ppamavo35UgoRdbYaBcoh9QcfylQr66oc6vFWXRcZ_ZT2LawVCWTIy3brGPi6UklfCpIMfIjf7iGdXKHzg.48V1_ALb6US04U3b.5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A.XFBoMYUZodetZdvTiFvSkQ';
