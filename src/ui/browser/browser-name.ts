import * as m from '../../messages/compiled/messages.js';
import { labBrowser } from '../../lab/computers.ts';

const names: Readonly<Record<string, () => string>> = {
  'alice-laptop': m.stage_alices_laptop,
  'mallory-laptop': m.stage_mallorys_laptop,
  'alice-phone': m.browsers_alices_phone,
};

/** What a browser of the lab is called. */
export function browserName(id: string): string {
  const { computerId, isPrivate } = labBrowser(id);
  const computer = names[computerId]?.() ?? computerId;
  return isPrivate ? m.browsers_private_of({ computer }) : computer;
}
