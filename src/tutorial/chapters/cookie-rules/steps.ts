import type { Chapter } from '../../step.ts';
import { domain } from './domain.ts';
import { httpOnly } from './http-only.ts';
import { path } from './path.ts';
import { prefixes } from './prefixes.ts';
import { samePlace } from './same-place.ts';
import { sameSite } from './same-site.ts';
import { secure } from './secure.ts';
import { strictOrLax } from './strict-or-lax.ts';
import { thirdParty } from './third-party.ts';

export const chapter: Chapter = {
  slug: 'cookie-rules',
  minutes: 35,
  steps: [domain, path, secure, httpOnly, sameSite, strictOrLax, thirdParty, prefixes, samePlace],
};
