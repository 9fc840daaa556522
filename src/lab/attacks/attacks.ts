import type { Attack } from './attack.ts';
import { fixationByLink, fixationBySibling } from './fixation.ts';
import { confusedAlgorithm, unsignedJwt, weakSecret } from './forged-token.ts';
import { csrfFetch, csrfForm, csrfPicture, csrfSibling } from './forgery.ts';
import { xssCookie, xssOrder, xssTokens } from './script.ts';
import {
  guessedSession,
  replayedJwt,
  replayedSession,
  sniffing,
  stolenRefreshToken,
} from './theft.ts';

/** Every attack that Mallory knows. */
export const attacks: readonly Attack[] = [
  xssCookie,
  xssTokens,
  xssOrder,
  sniffing,
  fixationByLink,
  fixationBySibling,
  csrfForm,
  csrfPicture,
  csrfFetch,
  csrfSibling,
  guessedSession,
  replayedSession,
  replayedJwt,
  unsignedJwt,
  confusedAlgorithm,
  weakSecret,
  stolenRefreshToken,
];
