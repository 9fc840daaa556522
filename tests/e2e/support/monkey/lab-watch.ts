import type { Page } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { inPage } from './in-page.ts';

interface KeptLab {
  problemsOf(text: string): readonly string[];
}

/** Looks into the lab as the page's own journal keeps it: the built site has no other way in. */
export class LabWatch {
  #last = '';
  #looks = 0;

  private constructor(
    private readonly page: Page,
    private readonly keptLab: KeptLab,
  ) {}

  static async of(page: Page): Promise<LabWatch> {
    // Playwright runs TypeScript, but no runes.
    const { module } = await runnerImport<KeptLab>(
      fileURLToPath(new URL('./kept-lab.ts', import.meta.url)),
      { configFile: false, logLevel: 'error', plugins: [svelte({ configFile: false })] },
    );
    return new LabWatch(page, module);
  }

  /** How many different states it has looked at. */
  get looks(): number {
    return this.#looks;
  }

  /** Problems of the lab as it is now; none where it is as before, or where there is none. */
  async problems(): Promise<readonly string[]> {
    const text = await inPage(this.page, keptNow);
    if (text === null || text === this.#last) return [];
    this.#last = text;
    this.#looks += 1;
    return this.keptLab.problemsOf(text);
  }
}

/** In the page: what the journal keeps within the very task in which a page is told that it is left. */
function keptNow(): string | null {
  dispatchEvent(new PageTransitionEvent('pagehide'));
  const key = Object.keys(sessionStorage).find((name) => name.endsWith('lab/left'));
  const record = key === undefined ? null : sessionStorage.getItem(key);
  if (record === null) return null;
  const { snapshot } = JSON.parse(record) as { snapshot: unknown };
  return JSON.stringify(snapshot);
}
