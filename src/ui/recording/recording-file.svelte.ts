import type { OpenedRecording } from '../../lab/har/open-recording.ts';
import type { RecordedExchange } from '../../lab/har/recorded-exchange.ts';
import type { HarRefusal } from '../../lab/har/recording.ts';
import type { ReadingProgress, ReadRecording } from '../../lab/har/reading/recording-reader.ts';

export type FileState =
  | { readonly phase: 'none'; readonly fileName: string; readonly refusal: HarRefusal | null }
  | {
      readonly phase: 'opening';
      readonly fileName: string;
      /** `null` before anything is known. */
      readonly progress: ReadingProgress | null;
    }
  | { readonly phase: 'open'; readonly fileName: string; readonly recording: OpenedRecording };

export interface RecordingFileOptions {
  readonly read: ReadRecording;
  /** A recording to try with, as the text of a file. */
  readonly example: (language: string) => Promise<string>;
}

const nothing: FileState = { phase: 'none', fileName: '', refusal: null };

/** The recording that the reader has opened; it lives in this page alone, until it is forgotten. */
export class RecordingFile {
  readonly #options: RecordingFileOptions;
  #opening: AbortController | null = null;
  #state = $state.raw<FileState>(nothing);
  #chosenId = $state<string | null>(null);
  /** Host whose messages are shown; empty: all. */
  host = $state('');
  /** Whether only messages with cookies are shown. */
  withCookies = $state(false);
  /** Whether values are hidden, for those who show their screen. */
  hidesValues = $state(false);

  constructor(options: RecordingFileOptions) {
    this.#options = options;
  }

  get state(): FileState {
    return this.#state;
  }

  get chosen(): RecordedExchange | null {
    if (this.#state.phase !== 'open') return null;
    const { exchanges } = this.#state.recording;
    return exchanges.find(({ exchange }) => exchange.id === this.#chosenId) ?? null;
  }

  choose(id: string): void {
    this.#chosenId = id;
  }

  async open(file: File): Promise<void> {
    const opening = this.#begin(file.name);
    const outcome = await this.#options
      .read({
        file,
        progress: (progress) => {
          if (this.#opening === opening)
            this.#state = { phase: 'opening', fileName: file.name, progress };
        },
        signal: opening.signal,
      })
      .catch((): HarRefusal => ({ ok: false, code: 'unreadable' }));
    if (this.#opening !== opening || outcome === null) return;
    this.#opening = null;
    if (outcome.ok) this.#show(file.name, outcome);
    else this.#state = { phase: 'none', fileName: file.name, refusal: outcome };
  }

  async openExample(language: string): Promise<void> {
    const opening = this.#begin('crumb.har');
    const text = await this.#options.example(language);
    if (this.#opening === opening)
      await this.open(new File([text], 'crumb.har', { type: 'application/json' }));
  }

  /** Calls the opening off, or lets go of what is open. */
  forget(): void {
    this.#opening?.abort();
    this.#opening = null;
    this.#chosenId = null;
    this.host = '';
    this.withCookies = false;
    this.#state = nothing;
  }

  #begin(fileName: string): AbortController {
    this.forget();
    this.#opening = new AbortController();
    this.#state = { phase: 'opening', fileName, progress: null };
    return this.#opening;
  }

  /** First seen is what the story is about, or else the first message that sets a cookie. */
  #show(fileName: string, recording: OpenedRecording): void {
    const { exchanges, summary } = recording;
    const first =
      summary.story.find(({ code }) => code.startsWith('cookie-') || code === 'token-given')
        ?.exchangeId ??
      exchanges.find(({ exchange }) => exchange.setCookies.length > 0)?.exchange.id ??
      exchanges[0]?.exchange.id;
    this.#chosenId = first ?? null;
    this.#state = { phase: 'open', fileName, recording };
  }
}
