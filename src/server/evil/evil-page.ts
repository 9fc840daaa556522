import * as m from '../../messages/compiled/messages.js';
import { html, type Html } from '../html.ts';
import type { Language } from '../language.ts';

/** A prize behind a button. The button is a form of the bakery's, sent from here. */
export function evilPage(locale: Language): Html {
  return page(
    locale,
    html`<p class="evil-text">${m.shop_evil_text({}, { locale })}</p>
      <form method="post" action="https://shop.example/orders">
        <button class="evil-button" type="submit">${m.shop_evil_button({}, { locale })}</button>
      </form>
      <p class="evil-text">
        <a class="evil-link" href="https://shop.example/account"
          >${m.shop_evil_link({}, { locale })}</a
        >
      </p>`,
  );
}

/** A page that looks harmless, and has something in it. */
export function trapPage(locale: Language, trap: Html): Html {
  return page(
    locale,
    html`<p class="evil-text">${m.shop_evil_text({}, { locale })}</p>
      ${trap}`,
  );
}

export function nothingHere(locale: Language): Html {
  return page(
    locale,
    html`<p><a class="evil-link" href="/">${m.shop_evil_name({}, { locale })}</a></p>`,
  );
}

function page(locale: Language, content: Html): Html {
  const name = m.shop_evil_name({}, { locale });
  return html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <title>${name}</title>
      <link rel="stylesheet" href="/style.css" />
    </head>
    <body>
      <main class="evil">
        <h1 class="evil-name">${name}</h1>
        ${content}
      </main>
    </body>
  </html> `;
}
