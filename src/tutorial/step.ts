import type { Cookie } from '../cookies/cookie.ts';
import type { Exchange } from '../lab/exchange.ts';
import type { Lab } from '../lab/lab.svelte.ts';
import type { LogEntry } from '../lab/log.ts';

export type Room = 'browser' | 'wire' | 'server';

/** Where the lesson points while a goal is open. The stage knows the element of each place. */
export type Place =
  | 'page'
  | 'address-bar'
  | 'cookies'
  | 'exchanges'
  | 'message'
  | 'sessions'
  | 'trace'
  | 'clock'
  | 'timeouts'
  | 'remember'
  | 'cookie-attributes'
  | 'close-browser'
  | 'restart-server'
  | 'browser-choice'
  | 'browser-settings'
  | 'terminal'
  | 'release'
  | 'connections'
  | 'waterfall'
  | 'load'
  | 'console'
  | 'storage'
  | 'rejected'
  | 'network'
  | 'instances-control'
  | 'instances'
  | 'keys'
  | 'refresh-tokens'
  | 'deny-list'
  | 'token-versions'
  | 'token-settings'
  | 'careless'
  | 'bench'
  | 'protection'
  | 'loot'
  | 'overheard'
  | 'matrix'
  | 'lesson';

/** What lies on the bench beside the stage: tools with which tokens are taken apart and made by hand. */
export type BenchKind =
  'decode' | 'sign-by-hand' | 'edit' | 'dictionary' | 'unsigned' | 'shop-key' | 'public-key';

/**
 * What has really happened since the step began. Goals look only at this: never at which button
 * was pressed or what was typed into the lesson.
 */
export interface Evidence {
  readonly lab: Lab;
  /** Log entries since the step began. */
  readonly entries: readonly LogEntry[];
  /** Exchanges that started since the step began, finished or not. */
  readonly exchanges: readonly Exchange[];
  /** The jar of the browser on the stage, as it is now. */
  readonly cookies: readonly Cookie[];
  /** Question slug to the chosen answer's slug, for this step. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Something to be done in the lab itself. Its words stand in the chapter's Markdown under its slug. */
export interface Goal {
  readonly slug: string;
  readonly pointsAt: Place;
  reached(evidence: Evidence): boolean;
}

/** A question with explained answers; asked before the goals (a prediction) or after them. */
export interface Question {
  readonly slug: string;
  readonly when: 'before' | 'after';
  readonly answers: readonly { readonly slug: string; readonly right: boolean }[];
}

/** A wrong turn that the lesson notices and answers. */
export interface WrongTurn {
  readonly slug: string;
  taken(evidence: Evidence): boolean;
}

/** Does the step before the learner's eyes; paced and pointed by the engine. */
export interface Hands {
  readonly lab: Lab;
  /** Points at a place and waits a moment, so that eyes can follow. */
  pointAt(place: Place): Promise<void>;
  answer(question: string, answer: string): Promise<void>;
  visit(pathOrUrl: string): Promise<void>;
  submit(action: string, entries: Readonly<Record<string, string>>): Promise<void>;
  /** Runs an action of the lab at its own place. */
  act(place: Place, action: (lab: Lab) => void | Promise<void>): Promise<void>;
}

export interface Source {
  readonly label: string;
  readonly href: string;
}

export interface Step {
  readonly slug: string;
  /** Columns that the step needs open; the others shrink to live strips. */
  readonly open: readonly Room[];
  /** The tools that the step needs on the bench; none where absent. */
  readonly bench?: BenchKind;
  /** Whether the lab as it stands (after the step before, say) will do. */
  accepts(lab: Lab): boolean;
  /** Brings a fresh lab to where the step begins. */
  prepare(lab: Lab): Promise<void>;
  readonly questions: readonly Question[];
  readonly goals: readonly Goal[];
  /** Controls that the step offers besides those at which its goals point. */
  readonly offers?: readonly Place[];
  readonly wrongTurns?: readonly WrongTurn[];
  showMe(hands: Hands): Promise<void>;
  readonly sources: readonly Source[];
}

export interface Chapter {
  readonly slug: string;
  readonly minutes: number;
  readonly steps: readonly Step[];
}
