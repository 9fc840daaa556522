import * as m from '../../messages/compiled/messages.js';
import type { Language } from '../language.ts';

export interface Product {
  readonly slug: string;
  /** Won. */
  readonly price: number;
  name(language: Language): string;
  description(language: Language): string;
}

export const products: readonly Product[] = [
  {
    slug: 'salt-bread',
    price: 3500,
    name: (locale) => m.shop_product_salt_bread({}, { locale }),
    description: (locale) => m.shop_product_salt_bread_description({}, { locale }),
  },
  {
    slug: 'rye-sourdough',
    price: 8500,
    name: (locale) => m.shop_product_rye_sourdough({}, { locale }),
    description: (locale) => m.shop_product_rye_sourdough_description({}, { locale }),
  },
  {
    slug: 'croissant',
    price: 4200,
    name: (locale) => m.shop_product_croissant({}, { locale }),
    description: (locale) => m.shop_product_croissant_description({}, { locale }),
  },
  {
    slug: 'red-bean-bun',
    price: 2800,
    name: (locale) => m.shop_product_red_bean_bun({}, { locale }),
    description: (locale) => m.shop_product_red_bean_bun_description({}, { locale }),
  },
  {
    slug: 'cinnamon-roll',
    price: 4500,
    name: (locale) => m.shop_product_cinnamon_roll({}, { locale }),
    description: (locale) => m.shop_product_cinnamon_roll_description({}, { locale }),
  },
  {
    slug: 'baguette',
    price: 4800,
    name: (locale) => m.shop_product_baguette({}, { locale }),
    description: (locale) => m.shop_product_baguette_description({}, { locale }),
  },
];

export function findProduct(slug: string): Product | undefined {
  return products.find((product) => product.slug === slug);
}

/** An amount of won as it is written in this language: "₩3,500", "3,500원". */
export function inWon(amount: number, locale: Language): string {
  return m.shop_price({ amount: amount.toLocaleString('en') }, { locale });
}
