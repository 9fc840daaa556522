import type { Check } from '../check.ts';
import {
  fixedByLink,
  fixedBySibling,
  forgedToken,
  keyOutOfReach,
  overheard,
  scriptInReview,
} from './attacks.ts';
import { activeCustomer, leftAlone, linkFromElsewhere, ordering, signOut } from './customers.ts';
import { forgedOrder, neighbour } from './strangers.ts';

/** What any shop must be able to do, and what nobody may be able to do to it, whatever was mended. */
export const usualPaces: readonly Check[] = [
  ordering,
  activeCustomer,
  linkFromElsewhere,
  signOut,
  leftAlone,
  neighbour,
  keyOutOfReach,
  overheard,
  forgedOrder,
  fixedByLink,
  fixedBySibling,
  forgedToken,
  scriptInReview,
];
