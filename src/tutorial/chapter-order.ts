/** The chapters' slugs in the order in which they are read: by the page, and by documents without script. */
export const chapterOrder: readonly string[] = [
  'client-server',
  'stateless',
  'connections',
  'cookies',
  'sessions',
  'cookie-rules',
  'session-attacks',
  'jwt',
  'refresh',
  'sessions-or-tokens',
];
