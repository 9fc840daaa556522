/** In whose terms a step can be read as code. */
export const frameworks = ['spring', 'express', 'plain'] as const;

export type Framework = (typeof frameworks)[number];

/** What each is called, with the versions for which the code was written. */
export const frameworkNames: Readonly<Record<Framework, string>> = {
  spring: 'Spring Security 7.0',
  express: 'Express 5.3',
  plain: 'Node.js 22',
};

/** What else the code needs. */
export const frameworkParts: Readonly<Record<Framework, string>> = {
  spring: 'Spring Boot 4.0',
  express: 'express-session 1.19, jose 6.2',
  plain: 'node:http, node:crypto',
};

/** A step's code, by framework. */
export type StepCode = Readonly<Record<Framework, string>>;

/** The code of a step; `null` where it has none. */
export async function codeOf(chapter: string, step: string): Promise<StepCode | null> {
  const tables = {
    sessions: async () => (await import('./sessions.ts')).sessionsCode,
    jwt: async () => (await import('./jwt.ts')).jwtCode,
    refresh: async () => (await import('./refresh.ts')).refreshCode,
  };
  if (!Object.hasOwn(tables, chapter)) return null;
  const table = await tables[chapter as keyof typeof tables]();
  return table[step] ?? null;
}
