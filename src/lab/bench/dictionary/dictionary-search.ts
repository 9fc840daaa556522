/** What is looked for: the secret of an HS256 signature. */
export interface Wanted {
  readonly signingInput: string;
  /** As it stands in the token, base64url. */
  readonly signature: string;
}

export interface SearchProgress {
  readonly tried: number;
  readonly total: number;
  /** The last one that was tried. */
  readonly word: string;
}

export interface SearchOutcome {
  readonly tried: number;
  /** `null`: the secret is in no entry. */
  readonly word: string | null;
}

export interface DictionarySearch extends Wanted {
  readonly progress: (progress: SearchProgress) => void;
  /** When aborted, nobody waits for an outcome any more. */
  readonly signal: AbortSignal;
}

/** Tries one word after the other; `null` where it was aborted. */
export type SearchDictionary = (search: DictionarySearch) => Promise<SearchOutcome | null>;
