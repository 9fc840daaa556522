import { tick } from 'svelte';
import type { Place } from '../../tutorial/step.ts';

/**
 * Brings the keyboard to a place of the stage, once it is shown. What cannot be used itself is made a place where
 * the keyboard may rest: from there Tab leads on into it.
 */
export async function goToPlace(document: Document, place: Place): Promise<void> {
  await tick();
  // A sheet that opens takes the focus first.
  await new Promise((done) => setTimeout(done));
  const found = [...document.querySelectorAll<HTMLElement>(`[data-place='${place}']`)];
  const element = found.find((one) => one.closest('[role="dialog"]') !== null) ?? found[0];
  if (element === undefined) return;
  element.scrollIntoView({ block: 'nearest' });
  element.focus();
  if (document.activeElement === element) return;
  element.tabIndex = -1;
  element.focus();
}
