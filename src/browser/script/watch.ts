/** Why script was ended by the browser rather than by its document. */
export type StopReason = 'too-long' | 'too-many-messages' | 'not-a-message' | 'not-started';

const beatMs = 100;
/** Computing longer than that without a pause ends the script. */
const computingBeats = 10;
/** A worker may take its time to start on a busy machine. */
const startingBeats = 200;
const messagesPerBeat = 200;

export interface WatchOptions {
  readonly ping: (id: number) => void;
  readonly stop: (reason: StopReason) => void;
  /** Calls back every so many milliseconds; returns how to call it off. */
  readonly every: (ms: number, call: () => void) => () => void;
}

/**
 * Watches over script in another thread: it must answer within a second, and must not talk too much. Time
 * is counted in beats of this thread, so that its own being busy is not held against the script.
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #end: () => void;
  #started = false;
  #asked = 0;
  #answered = 0;
  #beatsWaited = 0;
  #messages = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#end = options.every(beatMs, () => {
      this.#beat();
    });
  }

  started(): void {
    this.#started = true;
    this.#beatsWaited = 0;
  }

  answered(id: number): void {
    if (id === this.#asked) this.#answered = id;
  }

  /** Counts a message; `false`: it is one too many, and not to be read. */
  heard(): boolean {
    this.#messages += 1;
    if (this.#messages <= messagesPerBeat) return true;
    this.#options.stop('too-many-messages');
    return false;
  }

  end(): void {
    this.#end();
  }

  #beat(): void {
    this.#messages = 0;
    this.#beatsWaited += 1;
    if (!this.#started) {
      if (this.#beatsWaited > startingBeats) this.#options.stop('not-started');
      return;
    }
    if (this.#answered === this.#asked) {
      this.#asked += 1;
      this.#beatsWaited = 0;
      this.#options.ping(this.#asked);
    } else if (this.#beatsWaited >= computingBeats) this.#options.stop('too-long');
  }
}
