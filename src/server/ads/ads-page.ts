import * as m from '../../messages/compiled/messages.js';
import { html, type Html } from '../html.ts';
import type { Language } from '../language.ts';
import type { AdProfile } from './ad-profile.ts';

/** The advertisement as a document of its own: what other people's pages show in a frame. */
export function bannerPage(locale: Language, profile: AdProfile | null): Html {
  return adPage(locale, html`${picture(locale)}${greeting(locale, profile)}`);
}

/** The ad server's own front page, where its cookie is a first party's. */
export function adsFrontPage(locale: Language, profile: AdProfile | null): Html {
  return adPage(
    locale,
    html`<main class="ads">
      <h1 class="ads-name">${m.shop_ads_name({}, { locale })}</h1>
      ${picture(locale)}${greeting(locale, profile)}
      <p class="ads-note">${m.shop_ads_note({}, { locale })}</p>
    </main>`,
  );
}

function picture(locale: Language): Html {
  return html`<img
    class="ad-picture"
    src="/banner.svg"
    alt="${m.shop_ad_title({}, { locale })}"
    width="300"
    height="80"
  />`;
}

/** Whether the browser that asks is known by its cookie, and from where. */
function greeting(locale: Language, profile: AdProfile | null): Html {
  return profile === null
    ? html`<p class="ad-greeting">${m.shop_ad_stranger({}, { locale })}</p>`
    : html`<p class="ad-greeting ad-known">
        ${m.shop_ad_you_again({ hosts: profile.hosts.join(', '), count: profile.shown }, { locale })}
      </p>`;
}

function adPage(locale: Language, content: Html): Html {
  return html`<html lang="${locale}">
    <head>
      <meta charset="utf-8" />
      <title>${m.shop_ads_name({}, { locale })}</title>
      <link rel="stylesheet" href="/style.css" />
    </head>
    <body>
      ${content}
    </body>
  </html> `;
}
