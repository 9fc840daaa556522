import { html, type Html } from '../../html.ts';
import type { Turn } from '../turn.ts';

/** Under this name forms bring their token along. */
export const formTokenField = 'csrf_token';

/** The hidden field of a form of the shop; nothing where its forms carry no token. */
export function tokenField({ answer }: Pick<Turn, 'answer'>): Html | null {
  const { formToken } = answer;
  if (formToken === null) return null;
  return html`<input type="hidden" name="${formTokenField}" value="${formToken}" />`;
}
