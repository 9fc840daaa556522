import * as m from '../../../messages/compiled/messages.js';
import type { Language } from '../../language.ts';
import type { TokenSettings } from '../settings.ts';
import pages from './pages.js?raw';
import start from './start.js?raw';
import tokens from './tokens.js?raw';

/** The script of the shop's pages, as it is sent: its words, how the shop is set, and then the script itself. */
export function appScript(
  locale: Language,
  { accessTokenIn }: Pick<TokenSettings, 'accessTokenIn'>,
): string {
  const given = [
    `const words = ${JSON.stringify(words(locale), null, 2)};`,
    `const accessTokenIn = '${accessTokenIn}';`,
  ];
  return [...given, tokens, pages, start].join('\n');
}

/** What the script says, with places for what it puts in. */
function words(locale: Language) {
  const as = { locale };
  const amount = '{amount}';
  const count = '{count}';
  const name = '{name}';
  const product = '{product}';
  return {
    cartWithCount: m.shop_cart_with_count({ count }, as),
    signOut: m.shop_sign_out({}, as),
    signInWrong: m.shop_sign_in_wrong({}, as),
    price: m.shop_price({ amount }, as),
    pieces: m.shop_pieces({ count }, as),
    total: m.shop_total({}, as),
    toProducts: m.shop_to_products({}, as),
    cartEmpty: m.shop_cart_empty({}, as),
    quantityOf: m.shop_quantity_of({ product }, as),
    change: m.shop_change({}, as),
    changeNamed: m.shop_change_named({ product }, as),
    remove: m.shop_remove({}, as),
    removeNamed: m.shop_remove_named({ product }, as),
    placeOrder: m.shop_place_order({}, as),
    orders: m.shop_orders({}, as),
    orderTitle: m.shop_order_title({ id: '{id}' }, as),
    orderFor: m.shop_order_for({ name }, as),
    greeting: m.shop_account_greeting({ name }, as),
    signOutEverywhere: m.shop_sign_out_everywhere({}, as),
    unreachable: m.shop_script_unreachable({}, as),
    problems: {
      403: { title: m.shop_problem_403_title({}, as), text: m.shop_problem_403_text({}, as) },
      404: { title: m.shop_problem_404_title({}, as), text: m.shop_problem_404_text({}, as) },
    },
  };
}
