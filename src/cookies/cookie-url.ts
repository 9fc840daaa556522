import type { ParsedUrl } from '../http/parsed-url.ts';
import { chromiumRule } from './refusal.ts';

const SCHEMES = ['http:', 'https:', 'ws:', 'wss:'];

/** Whether cookies are kept for such a URL: HTTP and WebSocket only, not `file:`, `data:` or `about:` (Chromium). */
export function keepsCookies({ protocol }: ParsedUrl): boolean {
  return SCHEMES.includes(protocol);
}

/** The refusal of an access whose URL is none, or is of another scheme. */
export function refuseUrl(url: string) {
  return {
    code: 'url-without-cookies',
    rule: chromiumRule,
    values: { url: url.slice(0, 100) },
  } as const;
}
