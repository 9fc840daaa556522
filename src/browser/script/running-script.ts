import type { FromRealm, RealmStart, ToRealm } from './protocol.ts';
import type { StopReason } from './watch.ts';

export interface SandboxEvents {
  readonly heard: (message: FromRealm) => void;
  readonly stopped: (reason: StopReason) => void;
}

/** Script of one document, running in a thread of its own. */
export interface RunningScript {
  send(message: ToRealm): void;
  /** Ends it, whatever it is doing. */
  end(): void;
}

/** Starts script of a document in a sandbox. */
export type StartScript = (start: RealmStart, events: SandboxEvents) => Promise<RunningScript>;
