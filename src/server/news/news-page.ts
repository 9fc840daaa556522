import * as m from '../../messages/compiled/messages.js';
import { html, type Html } from '../html.ts';
import type { Language } from '../language.ts';

/** The front page: articles, a link to the bakery, and a frame of the ad server's. */
export function newsPage(locale: Language): Html {
  return newspaper(
    locale,
    html`<article class="news-article">
        <h2 class="news-headline">${m.shop_news_first_title({}, { locale })}</h2>
        <p class="news-text">${m.shop_news_first_text({}, { locale })}</p>
        <p>
          <a class="news-link" href="https://shop.example/"
            >${m.shop_news_to_shop({}, { locale })}</a
          >
        </p>
      </article>
      <aside class="news-ad" aria-label="${m.shop_news_ad_label({}, { locale })}">
        <iframe
          class="news-ad-frame"
          src="https://ads.example/banner"
          title="${m.shop_news_ad_label({}, { locale })}"
          width="300"
          height="136"
        ></iframe>
      </aside>
      <article class="news-article">
        <h2 class="news-headline">${m.shop_news_second_title({}, { locale })}</h2>
        <p class="news-text">${m.shop_news_second_text({}, { locale })}</p>
      </article>`,
  );
}

export function notFoundPage(locale: Language): Html {
  return newspaper(
    locale,
    html`<p class="news-text">${m.shop_news_not_found({}, { locale })}</p>
      <p><a class="news-link" href="/">${m.shop_news_name({}, { locale })}</a></p>`,
  );
}

function newspaper(locale: Language, content: Html): Html {
  const name = m.shop_news_name({}, { locale });
  return html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <title>${name}</title>
      <link rel="stylesheet" href="/style.css" />
    </head>
    <body>
      <div class="news">
        <header class="news-header"><h1 class="news-name">${name}</h1></header>
        <main class="news-main">${content}</main>
      </div>
    </body>
  </html> `;
}
