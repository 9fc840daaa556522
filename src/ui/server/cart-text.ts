import * as m from '../../messages/compiled/messages.js';

const names: Readonly<Record<string, () => string>> = {
  'salt-bread': m.shop_product_salt_bread,
  'rye-sourdough': m.shop_product_rye_sourdough,
  croissant: m.shop_product_croissant,
  'red-bean-bun': m.shop_product_red_bean_bun,
  'cinnamon-roll': m.shop_product_cinnamon_roll,
  baguette: m.shop_product_baguette,
};

/** What lies in a session's cart, in words. */
export function cartText(cart: Readonly<Record<string, number>>): string {
  const items = Object.entries(cart)
    .filter(([, quantity]) => quantity > 0)
    .map(([product, quantity]) => `${names[product]?.() ?? product} ${quantity}`);
  return items.length === 0 ? m.stage_cart_empty() : m.stage_cart({ items: items.join(', ') });
}
