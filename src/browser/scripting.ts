import type { BrowserStorage } from './storage.ts';
import type { Surroundings } from './exchange.ts';
import type { Flights } from './flights.ts';
import type { Itinerary } from './itinerary.ts';
import type { OpenTabs } from './open-tabs.ts';
import { DocumentScript } from './document-script.ts';
import type { ScriptAccess } from './script-access.ts';

/** What script needs of its browser. */
export interface ScriptSurroundings {
  readonly surroundings: Surroundings;
  readonly tabs: OpenTabs;
  readonly flights: Flights;
  readonly itinerary: Itinerary;
  readonly storage: BrowserStorage;
}

/** Hands out access for the script of each document. */
export class Scripting {
  readonly #options: ScriptSurroundings;

  constructor(options: ScriptSurroundings) {
    this.#options = options;
  }

  access(documentId: string): ScriptAccess | null {
    const place = this.#options.tabs.findDocument(documentId);
    return place === null ? null : new DocumentScript(this.#options, place);
  }
}
