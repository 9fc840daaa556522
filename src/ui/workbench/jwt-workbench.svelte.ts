import { isAlgorithm, type Algorithm } from '../../jwt/algorithm.ts';
import { explainVerification, type Explanation } from '../../jwt/explain/explain-verification.ts';
import type { Jwk } from '../../jwt/jwk/jwk.ts';
import { makeKey } from '../../jwt/jwk/make-key.ts';
import { readKey, type KeyReading, type ReadKeyOptions } from '../../jwt/jwk/read-key.ts';
import type { JwtRefusal } from '../../jwt/refusal.ts';
import { signAgain } from '../../jwt/sign-again.ts';
import {
  draftOfText,
  emptyDraft,
  withAlgorithm,
  withPart,
  type Draft,
  type EditedPart,
} from './draft.ts';
import { changed, historyFrom, redone, undone, type EditHistory } from './edit-history.ts';
import { makeExample, type ExampleName } from './examples.ts';
import {
  momentsCome,
  momentsIn,
  nothingExpected,
  verificationOptions,
  type Expected,
} from './expected.ts';

export interface KeyField {
  readonly text: string;
  readonly secretAs: ReadKeyOptions['secretAs'];
}

export interface JwtWorkbenchOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** What one verification looked at. */
interface Looked {
  readonly token: string;
  readonly key: KeyField;
  readonly expected: Expected;
  /** Which of the token's moments have come. */
  readonly come: string;
}

/**
 * Somebody's token on the bench, with the key and what is expected of it. All of it lives in memory as long as
 * the page does; nothing is kept, and nothing is sent.
 */
export class JwtWorkbench {
  #history = $state.raw<EditHistory<Draft>>(historyFrom(emptyDraft));
  #key = $state.raw<KeyField>({ text: '', secretAs: 'text' });
  #expected = $state.raw(nothingExpected);
  #clock = $state(0);
  #verified = $state.raw<{ looked: Looked; explanation: Explanation; key: KeyReading } | null>(
    null,
  );
  #signRefusal = $state.raw<{ draft: Draft; refusal: JwtRefusal } | null>(null);
  #openedLink: string | null = null;
  #knownKey: { readonly of: string; readonly reading: KeyReading } | null = null;

  readonly draft = $derived(this.#history.present);
  /** Milliseconds since the epoch: the reader's clock, or the moment that was set. */
  readonly now = $derived(this.#expected.time ?? this.#clock);
  /** The algorithm that the header names, where it is one; a key is read for it. */
  readonly algorithm = $derived(algorithmOf(this.draft));
  readonly #moments = $derived(
    momentsIn(this.draft.reading.payload.decoded, this.#expected.leewaySeconds),
  );
  readonly #come = $derived(momentsCome(this.#moments, this.now));
  /** All that a verification looks at: changes when the verdicts may change. */
  readonly looked: Looked = $derived({
    token: this.draft.token,
    key: this.#key,
    expected: this.#expected,
    come: this.#come,
  });
  /** Whether the verdicts are about what now stands in the fields. */
  readonly upToDate = $derived(this.#verified?.looked === this.looked);

  constructor(private readonly options: JwtWorkbenchOptions) {
    this.#clock = options.now();
  }

  get key(): KeyField {
    return this.#key;
  }

  get expected(): Expected {
    return this.#expected;
  }

  /** The last verification; of something else than the fields show while `upToDate` is false. */
  get explanation(): Explanation | null {
    return this.#verified?.explanation ?? null;
  }

  get keyReading(): KeyReading | null {
    return this.#verified?.key ?? null;
  }

  /** Why the last *Sign again* came to nothing, until something is changed. */
  get signRefusal(): JwtRefusal | null {
    return this.#signRefusal?.draft === this.draft ? this.#signRefusal.refusal : null;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  tick(): void {
    this.#clock = this.options.now();
  }

  typeText(text: string): void {
    this.#change(draftOfText(text), 'text');
  }

  /** Another token in the place of what was there. */
  put(text: string): void {
    this.#change(draftOfText(text), null);
  }

  /** A token that came with the page's address; the same address again changes nothing. */
  openLink(token: string): void {
    if (token === this.#openedLink) return;
    this.#openedLink = token;
    this.put(token);
  }

  editPart(part: EditedPart, text: string): void {
    this.#change(withPart(this.draft, part, text), part);
  }

  changeKey(change: Partial<KeyField>): void {
    this.#key = { ...this.#key, ...change };
    this.#signRefusal = null;
  }

  changeExpected(change: Partial<Expected>): void {
    this.#expected = { ...this.#expected, ...change };
  }

  undo(): void {
    this.#history = undone(this.#history);
  }

  redo(): void {
    this.#history = redone(this.#history);
  }

  clear(): void {
    this.#change(emptyDraft, null);
    this.changeKey({ text: '' });
    this.#expected = nothingExpected;
  }

  async beginWith(name: ExampleName): Promise<void> {
    const { now, randomBytes } = this.options;
    const made = await makeExample(name, { now: Math.floor(now() / 1000), randomBytes });
    const { token, key, expected } = made;
    this.put(token);
    this.changeKey({ text: key, secretAs: 'text' });
    this.#expected = { ...nothingExpected, ...expected };
  }

  /** A new key for this algorithm, and the header that names it. */
  async generateKey(algorithm: Algorithm): Promise<void> {
    const key = await makeKey(algorithm, this.options.randomBytes);
    this.changeKey({ text: JSON.stringify(key, null, 2) });
    if (this.algorithm !== algorithm) this.#change(withAlgorithm(this.draft, algorithm), null);
  }

  async sign(): Promise<void> {
    const { draft } = this;
    const reading = await this.#readKey();
    const signed = reading.ok ? await signAgain(draft.token, reading.keys) : reading;
    if (this.draft !== draft) return;
    if (!signed.ok) this.#signRefusal = { draft, refusal: signed };
    else
      this.#change(
        { ...draftOfText(signed.token), header: draft.header, payload: draft.payload },
        null,
      );
  }

  /** Looks at what stands in the fields; the verdicts follow, unless something else stands there by then. */
  async verify(): Promise<void> {
    const looked = this.looked;
    const key = await this.#readKey();
    const keys = key.ok ? key.keys : undefined;
    const options = verificationOptions(looked.expected, keys, this.now);
    const explanation = await explainVerification(looked.token, options);
    if (looked === this.looked) this.#verified = { looked, explanation, key };
  }

  /** The same record for the same text, so that a key is made ready only once. */
  async #readKey(): Promise<KeyReading> {
    const { text, secretAs } = this.#key;
    const algorithm = this.algorithm ?? this.#expected.algorithms[0] ?? 'HS256';
    const of = [algorithm, secretAs, text].join('\n');
    const known = this.#knownKey;
    if (known?.of === of) return known.reading;
    const reading = await readKey(text, { algorithm, secretAs });
    this.#knownKey = { of, reading };
    return reading;
  }

  #change(draft: Draft, what: string | null): void {
    this.#history = changed(this.#history, draft, what, this.options.now());
  }
}

function algorithmOf({ header }: Draft): Algorithm | null {
  try {
    const alg = (JSON.parse(header) as Jwk | null)?.alg;
    return isAlgorithm(alg) ? alg : null;
  } catch {
    return null;
  }
}
