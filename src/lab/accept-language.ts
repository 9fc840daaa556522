/** What a browser sends whose user reads that language first. */
export function acceptLanguageOf(language: string): string {
  return language === 'ko' ? 'ko,en;q=0.8' : 'en,ko;q=0.8';
}
