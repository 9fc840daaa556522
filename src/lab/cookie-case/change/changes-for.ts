import type { RejectedCode, WithheldCode } from '../../../cookies/decision.ts';
import type { CaseAnswer, CookieStory } from '../answer.ts';
import type { CookieCase } from '../cookie-case.ts';
import type { Trouble } from '../troubles.ts';
import type { Change } from './change.ts';
import {
  changeSimply,
  dropPrefix,
  expiresInUtc,
  keepOnServer,
  matchScope,
  outlive,
  removeSecure,
  widenDomain,
  type SimpleCode,
} from './of-the-field.ts';
import {
  askTheSetter,
  oneHostName,
  proxy,
  sameSiteHost,
  useTls,
  type CaseSuffixes,
} from './places.ts';

type Changes = readonly Change[];

/** What a trouble is with, and all that a change may look at. */
interface Situation {
  readonly cookieCase: CookieCase;
  readonly answer: CaseAnswer;
  readonly suffixes: CaseSuffixes;
  /** Places of all fields that are in the same trouble. */
  readonly indexes: readonly number[];
}

/** What might help against a trouble; whether it does is to be tried. */
export function changesFor(
  trouble: Trouble,
  cookieCase: CookieCase,
  answer: CaseAnswer,
  suffixes: CaseSuffixes,
): Changes {
  const at = (indexes: readonly number[]): Situation => ({ cookieCase, answer, suffixes, indexes });
  switch (trouble.kind) {
    case 'not-made':
      return againstNotMade(cookieCase, trouble.which);
    case 'not-deleted':
      return matchScope(cookieCase, trouble.index, trouble.other);
    case 'zone':
      return expiresInUtc(cookieCase, trouble.index);
    case 'twice':
      return [
        ...matchScope(cookieCase, trouble.other, trouble.index),
        ...matchScope(cookieCase, trouble.index, trouble.other),
      ];
    case 'not-carried-out':
    case 'not-sent': {
      const story = answer.cookies[trouble.index];
      return story === undefined ? [] : againstFate(story, at(alike(story, answer)));
    }
  }
}

function alike(story: CookieStory, { cookies }: CaseAnswer): readonly number[] {
  return cookies.flatMap((other, index) =>
    other.fate === story.fate && reasonOf(other) === reasonOf(story) ? [index] : [],
  );
}

function reasonOf({ decision, sending }: CookieStory): string | undefined {
  return sending?.code ?? decision?.code;
}

function againstNotMade(cookieCase: CookieCase, which: 'setting' | 'request'): Changes {
  const { url } = cookieCase[which];
  return [...useTls(cookieCase, url), ...useTls(cookieCase, cookieCase.pageUrl)];
}

function againstFate({ fate, decision, sending }: CookieStory, situation: Situation): Changes {
  if (fate === 'born-expired') return againstExpiry(situation);
  if (sending !== null && sending.code !== 'sent') return againstWithheld[sending.code](situation);
  if (decision !== null && !decision.ok) return againstRejected[decision.code](situation);
  return [];
}

const nothing = (): Changes => [];

function simply(...codes: readonly SimpleCode[]) {
  return ({ cookieCase, indexes }: Situation): Changes =>
    codes.flatMap((code) => changeSimply(cookieCase, indexes, code));
}

const againstRejected: Readonly<Record<RejectedCode, (situation: Situation) => Changes>> = {
  'url-without-cookies': nothing,
  'control-character': simply('strip-control-characters'),
  empty: nothing,
  'too-large': ({ cookieCase, indexes }) => keepOnServer(cookieCase, indexes),
  'domain-mismatch': (situation) => [...simply('remove-domain')(situation), ...wider(situation)],
  'domain-public-suffix': simply('remove-domain'),
  'secure-from-insecure-origin': (situation) => withoutTls(situation, 'setting'),
  'secure-cookie-left-alone': (situation) => withoutTls(situation, 'setting'),
  'http-only-from-script': nothing,
  'http-only-not-overwritten': nothing,
  'same-site-cross-site': (situation) => acrossSites(situation, 'setting'),
  'same-site-none-without-secure': simply('add-secure', 'same-site-lax'),
  'secure-prefix': prefix,
  'host-prefix': prefix,
  'http-prefix': prefix,
  'host-http-prefix': prefix,
  'nameless-with-prefix': nothing,
  'nameless-with-equals-sign': nothing,
  'partitioned-without-secure': (situation) => [
    ...simply('add-secure', 'remove-partitioned')(situation),
    ...withoutTls(situation, 'setting'),
  ],
  'third-party-blocked': thirdParty,
  'credentials-omitted': credentials,
};

const againstWithheld: Readonly<Record<WithheldCode, (situation: Situation) => Changes>> = {
  'url-without-cookies': nothing,
  domain: otherHost,
  'host-only': otherHost,
  path: simply('path-root'),
  secure: (situation) => withoutTls(situation, 'request'),
  'http-only': nothing,
  'same-site-strict': (situation) => [
    ...simply('same-site-lax')(situation),
    ...acrossSites(situation, 'request'),
  ],
  'same-site-lax': (situation) => acrossSites(situation, 'request'),
  'same-site-unspecified': (situation) => acrossSites(situation, 'request'),
  expired: againstExpiry,
  partition: (situation) => [
    ...inPlace(situation),
    ...simply('remove-partitioned')(situation),
    ...thirdParty(situation),
  ],
  'third-party-blocked': thirdParty,
  'credentials-omitted': credentials,
};

function againstExpiry(situation: Situation): Changes {
  const { cookieCase, indexes } = situation;
  return [...outlive(cookieCase, indexes), ...simply('session-cookie')(situation)];
}

function wider({ cookieCase, indexes, suffixes }: Situation): Changes {
  return widenDomain(cookieCase, indexes, suffixes);
}

function prefix(situation: Situation): Changes {
  const { cookieCase, indexes } = situation;
  return [
    ...simply('add-secure', 'path-root', 'remove-domain', 'add-http-only')(situation),
    ...useTls(cookieCase, cookieCase.setting.url),
    ...dropPrefix(cookieCase, indexes),
  ];
}

function withoutTls({ cookieCase, indexes }: Situation, which: 'setting' | 'request'): Changes {
  const { url } = cookieCase[which];
  return [...useTls(cookieCase, url), ...removeSecure(cookieCase, indexes, url)];
}

/** One site of two, or cookies that may go from one site to the other. */
function acrossSites(situation: Situation, which: 'setting' | 'request'): Changes {
  const { cookieCase, suffixes } = situation;
  const { url } = cookieCase[which];
  return [
    ...simply('same-site-none')(situation),
    ...oneHostName(cookieCase),
    ...(which === 'setting' ? onVisit(cookieCase) : []),
    ...schemesAlike(cookieCase, url),
    ...underOneRoof(cookieCase, url, suffixes),
  ];
}

/** What a page loads may come from its own site; where somebody goes from it is no part of it. */
function underOneRoof(cookieCase: CookieCase, url: string, suffixes: CaseSuffixes): Changes {
  if (!['fetch', 'image', 'frame'].includes(cookieCase.request.by)) return [];
  return [...sameSiteHost(cookieCase, url, suffixes), ...proxy(cookieCase, url)];
}

/** With TLS and without are two sites. */
function schemesAlike(cookieCase: CookieCase, url: string): Changes {
  return [...useTls(cookieCase, cookieCase.pageUrl), ...useTls(cookieCase, url)];
}

function thirdParty(situation: Situation): Changes {
  const { cookieCase, suffixes } = situation;
  const { url } = cookieCase.request;
  return [
    ...simply('add-partitioned')(situation),
    ...underOneRoof(cookieCase, url, suffixes),
    ...allowThirdParty(cookieCase),
  ];
}

function allowThirdParty(cookieCase: CookieCase): Changes {
  if (cookieCase.thirdPartyCookies === 'allowed') return [];
  return [
    {
      code: 'allow-third-party',
      scope: 'browser',
      cost: 9,
      values: {},
      changed: { ...cookieCase, thirdPartyCookies: 'allowed' },
    },
  ];
}

function credentials({ cookieCase }: Situation): Changes {
  const { setting, request } = cookieCase;
  const included = {
    ...cookieCase,
    setting: setting.by === 'fetch' ? { ...setting, credentials: 'include' as const } : setting,
    request: request.by === 'fetch' ? { ...request, credentials: 'include' as const } : request,
  };
  return [
    { code: 'include-credentials', scope: 'code', cost: 3, values: {}, changed: included },
    ...proxy(cookieCase, request.url),
  ];
}

function otherHost(situation: Situation): Changes {
  const { cookieCase } = situation;
  return [...wider(situation), ...oneHostName(cookieCase), ...askTheSetter(cookieCase)];
}

/** The user goes there, so that the cookies are set at the top. */
function onVisit(cookieCase: CookieCase): Changes {
  const { setting } = cookieCase;
  if (setting.by === 'address' || setting.by === 'link') return [];
  return [
    {
      code: 'set-on-visit',
      scope: 'code',
      cost: 5,
      values: { host: new URL(setting.url).host },
      changed: { ...cookieCase, setting: { ...setting, by: 'link' } },
    },
  ];
}

/** The cookies are set where they are needed: in the same page, in the same way. */
function inPlace({ cookieCase }: Situation): Changes {
  const { setting, request } = cookieCase;
  if (setting.by === request.by) return [];
  const { by, credentials: mode } = request;
  return [
    {
      code: 'set-in-place',
      scope: 'code',
      cost: 5,
      values: {},
      changed: { ...cookieCase, setting: { ...setting, by, credentials: mode } },
    },
  ];
}
