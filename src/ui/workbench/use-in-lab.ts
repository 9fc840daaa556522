import type { Lab } from '../../lab/lab.svelte.ts';

const shop = 'https://shop.example/';

/** Makes the token the cookie by which the shop is to know its visitor, and visits it. */
export async function useInLab(lab: Lab, token: string): Promise<void> {
  if (!lab.browser.open) await lab.openBrowser();
  lab.changeSettings({ remember: 'jwt-cookie' });
  // A cookie by hand is one of the page that is open.
  await lab.visit(shop);
  lab.addCookie('token', token);
  await lab.visit(shop);
}
