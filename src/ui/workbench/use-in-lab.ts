import type { Lab } from '../../lab/lab.svelte.ts';

const shop = 'https://shop.example';

/** As what a token is used in the lab. */
export type TokenUse = 'cookie' | 'bearer';

const uses: Readonly<Record<TokenUse, (lab: Lab, token: string) => Promise<void>>> = {
  // A cookie by hand is one of the page that is open.
  cookie: async (lab, token) => {
    lab.changeSettings({ remember: 'jwt-cookie' });
    await lab.visit(`${shop}/`);
    lab.addCookie('token', token);
  },
  // Where the page's script looks for its access token, to send it in Authorization.
  bearer: async (lab, token) => {
    lab.changeSettings({ remember: 'access-refresh', accessTokenIn: 'local-storage' });
    await lab.visit(`${shop}/`);
    const area = { kind: 'local', origin: shop, partition: null, tabId: null } as const;
    lab.editStorage(area, 'access_token', token);
  },
};

/** Gives the token to the browser, as that by which the shop is to know its visitor, and visits it. */
export async function useInLab(lab: Lab, token: string, use: TokenUse): Promise<void> {
  if (!lab.browser.open) await lab.openBrowser();
  await uses[use](lab, token);
  await lab.visit(`${shop}/`);
}
