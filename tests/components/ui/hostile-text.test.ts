import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { StageState } from '../../../src/ui/stage/stage-state.svelte.ts';
import Stage from '../../../src/ui/stage/Stage.svelte';
import LootPanel from '../../../src/ui/server/LootPanel.svelte';
import OverheardPanel from '../../../src/ui/wire/OverheardPanel.svelte';
import { hostileMarkup } from '../../hostile-markup.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

declare global {
  var hit: unknown;
}

beforeEach(() => {
  delete globalThis.hit;
});
afterEach(cleanup);

/** Brings the text into every field of the lab that somebody can write, with all holes open. */
async function fill(lab: Lab, text: string): Promise<void> {
  lab.changeProtection({ escapeReviews: false, changeByGet: true, takeSessionIdFromAddress: true });
  lab.changeCookieAttributes({ secure: false });
  lab.joinNetwork('cafe');
  await signIn(lab, text, text);
  await signIn(lab);
  const encoded = encodeURIComponent(text);
  for (const [action, entries] of [
    [
      '/products/salt-bread/reviews',
      [
        ['rating', '5'],
        ['text', text],
      ],
    ],
    ['/cart', [['product', text]]],
    [
      '/cart/quantity',
      [
        ['product', 'salt-bread'],
        ['quantity', text],
      ],
    ],
  ] as const)
    await lab.submitForm({ action: `http://shop.example${action}`, method: 'post', entries });
  await lab.visit(`https://evil.example/collect?${encoded}`);
  await lab.visit(`http://shop.example/login?next=${encoded}&sid=${encoded}`);
  await lab.visit(`http://shop.example/${encoded}`);
  await lab.visit('http://shop.example/products/salt-bread');
}

/** Nothing of it has become an element of this page, and nothing has run. */
function expectHarmless(text: string): void {
  expect(globalThis.hit, text).toBeUndefined();
  expect(document.querySelector('[data-hostile]'), text).toBeNull();
  for (const script of document.querySelectorAll('body script, body style'))
    expect(script.textContent, text).not.toMatch(/hit|display: none/);
}

test.each(hostileMarkup)('stays text on the stage: %s', async (text) => {
  const lab = testLab();
  await fill(lab, text);
  const stage = new StageState(lab);
  const { baseElement } = render(Stage, { lab, stage, language: 'en' });
  (baseElement.firstElementChild as HTMLElement).style.width = '1300px';
  render(LootPanel, { lab });
  render(OverheardPanel, { lab, onselect: () => undefined });
  expect(lab.loot.at(-1)?.query).toBe(text);
  for (const exchange of lab.exchanges) {
    stage.choose(exchange.id);
    await expect.poll(() => screen.queryByRole('button', { name: 'Raw text' })).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Raw text' }));
    expectHarmless(text);
  }
  for (const closed of document.querySelectorAll<HTMLDetailsElement>('details:not([open])'))
    closed.open = true;
  for (const tab of screen.queryAllByRole('tab')) {
    await userEvent.click(tab);
    expectHarmless(text);
  }
});
