import * as m from '../../messages/compiled/messages.js';

const names: Readonly<Record<string, () => string>> = {
  'alice-laptop': m.stage_alices_laptop,
  'mallory-laptop': m.stage_mallorys_laptop,
};

/** What a browser of the lab is called. */
export function browserName(id: string): string {
  return names[id]?.() ?? id;
}
