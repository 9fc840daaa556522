import * as m from '../../messages/compiled/messages.js';
import { html } from '../html.ts';
import type { Language } from '../language.ts';

/** An advertisement, as a picture. */
export function banner(locale: Language): string {
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80">
    <defs>
      <linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stop-color="#23395b" />
        <stop offset="1" stop-color="#406e8e" />
      </linearGradient>
    </defs>
    <rect width="300" height="80" rx="8" fill="url(#sky)" />
    <circle cx="48" cy="40" r="22" fill="#f6c453" />
    <path
      d="M30 52c8-12 28-12 36 0"
      fill="none"
      stroke="#23395b"
      stroke-width="3"
      stroke-linecap="round"
    />
    <circle cx="41" cy="36" r="2.6" fill="#23395b" />
    <circle cx="55" cy="36" r="2.6" fill="#23395b" />
    <text
      x="86"
      y="38"
      font-family="system-ui, sans-serif"
      font-size="16"
      font-weight="700"
      fill="#fff"
    >
      ${m.shop_ad_title({}, { locale })}
    </text>
    <text x="86" y="58" font-family="system-ui, sans-serif" font-size="11" fill="#d8e4ee">
      ${m.shop_ad_text({}, { locale })}
    </text>
  </svg>`.text;
}
