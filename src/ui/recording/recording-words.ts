import type { Basis } from '../../lab/har/circumstances.ts';
import type { RecognisedBecause, RecognisedKind } from '../../lab/har/recognise.ts';
import type { Difference, JarChangeCode } from '../../lab/har/recorded-exchange.ts';
import type { Sentence, StoryCode } from '../../lab/har/sign-in-story.ts';
import * as m from '../../messages/compiled/messages.js';

type Say = (values: never) => string;

const story: Readonly<Record<StoryCode, Say>> = {
  'form-opened': m.recording_story_form_opened,
  'cookie-before': m.recording_story_cookie_before,
  posted: m.recording_story_posted,
  'sent-away': m.recording_story_sent_away,
  'came-back': m.recording_story_came_back,
  redirected: m.recording_story_redirected,
  answered: m.recording_story_answered,
  'cookie-set': m.recording_story_cookie_set,
  'cookie-replaced': m.recording_story_cookie_replaced,
  'cookie-kept': m.recording_story_cookie_kept,
  protected: m.recording_story_protected,
  readable: m.recording_story_readable,
  'token-given': m.recording_story_token_given,
  'cookie-carried': m.recording_story_cookie_carried,
  'token-carried': m.recording_story_token_carried,
  'never-carried': m.recording_story_never_carried,
  'signed-out': m.recording_story_signed_out,
};

/** One sentence of the story of a sign-in. */
export function storyText({ code, values }: Sentence): string {
  return story[code](values as never);
}

const kinds: Readonly<Record<RecognisedKind, () => string>> = {
  'session-identifier': m.recording_kind_session_identifier,
  jwt: m.recording_kind_jwt,
  'opaque-token': m.recording_kind_opaque_token,
};

export function kindText(kind: RecognisedKind): string {
  return kinds[kind]();
}

const reasons: Readonly<Record<RecognisedBecause, () => string>> = {
  'known-name': m.recording_because_known_name,
  'name-and-shape': m.recording_because_name_and_shape,
  'hidden-and-random': m.recording_because_hidden_and_random,
  'jwt-shape': m.recording_because_jwt_shape,
  bearer: m.recording_because_bearer,
  'oauth-member': m.recording_because_oauth_member,
};

/** Why something is taken for a key. */
export function becauseText(because: RecognisedBecause): string {
  return reasons[because]();
}

const missing = {
  'third-party': m.recording_not_sent_third_party,
  credentials: m.recording_not_sent_credentials,
  removed: m.recording_not_sent_removed,
} as const;

/** What does not agree, as a question. */
export function differenceText(difference: Difference): string {
  const { name } = difference.cookie;
  switch (difference.code) {
    case 'existed-before':
      return m.recording_existed_before({ name });
    case 'changed-unseen':
      return m.recording_changed_unseen({ name });
    case 'sent-although':
      return m.recording_sent_although({ name });
    case 'sent-although-rejected':
      return m.recording_sent_although_rejected({ name });
    case 'not-sent':
      return missing[difference.likely]({ name });
  }
}

const bases: Readonly<Record<Basis, () => string>> = {
  'sec-fetch': m.recording_basis_sec_fetch,
  referer: m.recording_basis_referer,
  page: m.recording_basis_page,
};

/** What it was concluded from who asked, and for which page. */
export function basisText(basis: Basis): string {
  return bases[basis]();
}

const gone: Partial<Record<JarChangeCode, (values: { name: string }) => string>> = {
  expired: m.recording_jar_expired,
  evicted: m.recording_jar_evicted,
  cleared: m.recording_jar_cleared,
};

/** What left the jar without a `Set-Cookie`; `null` for what the message itself tells. */
export function goneText(code: JarChangeCode, name: string): string | null {
  return gone[code]?.({ name }) ?? null;
}
