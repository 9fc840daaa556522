import { rfc } from '../../sources.ts';
import type { Source } from '../../step.ts';

/** How a bearer token is shown and refused. */
export const bearerSpec = (section: string): Source => rfc(6750, section);

/** Best current practice for OAuth 2.0 security. */
export const oauthPractice = (section: string): Source => rfc(9700, section);

/** The framework of OAuth 2.0. */
export const oauthSpec = (section: string): Source => rfc(6749, section);

/** The claims of a JSON Web Token. */
export const jwtSpec = (section: string): Source => rfc(7519, section);

/** Taking tokens back. */
export const revocationSpec = (section: string): Source => rfc(7009, section);

/** OAuth 2.0 for browser-based applications. */
export const browserApps = (section: string): Source => rfc(10017, section);

export const fetchSpec: Source = {
  label: 'Fetch: CORS protocol',
  href: 'https://fetch.spec.whatwg.org/#http-cors-protocol',
};
