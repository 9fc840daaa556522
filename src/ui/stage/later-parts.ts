import { laterBrowser } from '../browser/later-browser.ts';
import { Later } from '../parts/later.svelte.ts';

/** What the stage shows only once something has happened, or has been opened: the code comes then. */
export const laterParts = {
  messageInspector: new Later(() => import('../wire/MessageInspector.svelte')),
  wirePanel: new Later(() => import('../wire/WirePanel.svelte')),
  waterfall: new Later(() => import('../wire/Waterfall.svelte')),
  serverColumn: new Later(() => import('../server/ServerColumn.svelte')),
  controlBar: new Later(() => import('../controls/ControlBar.svelte')),
};

/** What a narrow window shows instead. */
export const phoneStage = new Later(() => import('./PhoneStage.svelte'));

/** Done when all that a wide stage may show is there, or has failed to come. */
export async function loadLaterParts(): Promise<void> {
  const parts = [...Object.values(laterParts), ...Object.values(laterBrowser)];
  await Promise.all(parts.map((part) => part.want()));
}
