import type { DocumentPlace } from './document-place.ts';
import type { BrowserEvent, ScriptApi } from './events.ts';
import type { Surroundings } from './exchange.ts';
import type { ScriptRefusal, ScriptResult } from './script-access.ts';
import { refusal } from './script-refusal.ts';

/** What the events about a document's script have in common. */
interface Told {
  readonly browserId: string;
  readonly tabId: string;
  readonly documentId: string;
  readonly url: string;
}

/** Lets script of one document in where its document and its origin allow it, and tells what it did. */
export class ScriptReport {
  constructor(
    readonly surroundings: Surroundings,
    readonly given: DocumentPlace,
    readonly find: () => DocumentPlace | null,
  ) {}

  get told(): Told {
    const { tabId, page } = this.find() ?? this.given;
    const { browserId } = this.surroundings;
    return { browserId, tabId, documentId: page.id, url: page.url };
  }

  observe(event: BrowserEvent): void {
    this.surroundings.observe(event);
  }

  /** The document's place, if it is still shown. */
  present(): ScriptResult<DocumentPlace> {
    const place = this.find();
    if (place !== null) return { ok: true, value: place };
    const { id: documentId } = this.given.page;
    return refusal('document-gone', 'InvalidStateError', { document: 'HTML' }, { documentId });
  }

  /** The document's place, if its origin may keep anything at all: an opaque one may not (HTML §7.1.1). */
  enter(api: ScriptApi): ScriptResult<DocumentPlace> {
    const place = this.present();
    if (!place.ok) return this.refuse(api, place);
    const { origin, url } = place.value.page;
    if (origin !== 'null') return place;
    return this.refuse(
      api,
      refusal('opaque-origin', 'SecurityError', { document: 'HTML', section: '7.1.1' }, { url }),
    );
  }

  /** Tells of a refusal, and gives it back. */
  refuse(api: ScriptApi, refused: ScriptRefusal): ScriptRefusal {
    const { code, rule, values, exchangeId } = refused;
    const why = { code, rule, values, ...(exchangeId === undefined ? {} : { exchangeId }) };
    this.observe({ type: 'script-refused', ...this.told, api, ...why });
    return refused;
  }
}
