/** What is not tried in Firefox, by file and title, and why. */
const notInFirefox: readonly (readonly [reason: string, tests: RegExp])[] = [
  [
    'What it asks for is Chromium’s own: the recordings of its DevTools.',
    /har-from-chromium\.spec\.ts/,
  ],
  [
    'It tries whether the page can be installed, by a question of the DevTools protocol.',
    /offline\.spec\.ts can be installed/,
  ],
  [
    'The fault is brought about by the DevTools protocol, or by a setting of Chromium.',
    /survives\.spec\.ts (?:the worker is stopped|a forced reload|bypassed in DevTools|its storage is (?:cleared|full)|asleep)|refused\.spec\.ts (?:no site may|a private window)|back-forward-cache\.spec\.ts/,
  ],
  [
    'Firefox’s long-term release cannot yet be told to run no script, by WebDriver BiDi.',
    /documents\.spec\.ts says in \w+ without script/,
  ],
  [
    'axe brings a process of Firefox 153 down; and no colour scheme can be chosen for it by WebDriver BiDi.',
    /accessibility\.spec\.ts|jwt-workbench\.spec\.ts .*axe finds no fault/,
  ],
  [
    'That the page has saved a file is not told by the WebDriver BiDi of Firefox 153.',
    /share\.spec\.ts a link opened|learn\.spec\.ts progress goes to a file/,
  ],
  [
    'Firefox says at times that it blocked the style sheet of the fonts in a page frame, though it shows them.',
    /security\.spec\.ts no screen breaks/,
  ],
];

/** Each kind of thing once, in one language: what `npm run test:firefox-short` tries. */
const shortWay: readonly RegExp[] = [
  // What one meets first, and what is found without script of ours.
  /first-page\.spec\.ts (?:ko: three clicks|the other language)/,
  /documents\.spec\.ts .*(?:leads to the reader’s language|opens in ko without a complaint|nothing is asked)/,
  // A chapter by hand.
  /sessions-by-hand\.spec\.ts .*\ben\b/,
  /cookie-rules-by-hand\.spec\.ts .*\bko\b/,
  /jwt-by-hand\.spec\.ts .*\bko\b/,
  /access-refresh\.spec\.ts with the refresh token/,
  /show-me\.spec\.ts (?:cookies: forge|session-attacks: stored-xss)/,
  // The lab, and what is kept of it.
  /lab\.spec\.ts .*\bin en/,
  /third-party\.spec\.ts a private window/,
  /journal\.spec\.ts/,
  /share\.spec\.ts whoever has a lab/,
  // The tools.
  /cookie-case\.spec\.ts (?:from the first page.*in ko|a case is handed on)/,
  /jwt-workbench\.spec\.ts (?:an edited claim.*in en|what was expected decides|a token of the stage)/,
  /har\.spec\.ts a recording tells.*in ko/,
  // Other ways in, and what must not get out.
  /keyboard\.spec\.ts/,
  /phone\.spec\.ts on a phone an exchange/,
  /offline\.spec\.ts (?:.*in en|the first visit)/,
  /survives\.spec\.ts (?:an insecure origin|opened as a file.*in ko)/,
  /hostile-console\.spec\.ts/,
  /security\.spec\.ts/,
  /policy\.spec\.ts/,
];

const any = (all: readonly RegExp[]) => new RegExp(all.map(({ source }) => source).join('|'));

export const outside = any(notInFirefox.map(([, tests]) => tests));
export const short = any(shortWay);
