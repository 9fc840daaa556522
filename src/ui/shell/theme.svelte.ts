export type Theme = 'system' | 'light' | 'dark';

const storageKey = 'remember-me:theme';
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The reader's choice of light or dark; `system` follows the computer. Also read before the first paint. */
export class ThemeChoice {
  #theme = $state<Theme>('system');

  constructor() {
    const stored = read();
    this.#theme = themes.find((theme) => theme === stored) ?? 'system';
    show(this.#theme);
  }

  get theme(): Theme {
    return this.#theme;
  }

  get shown(): 'light' | 'dark' {
    if (this.#theme !== 'system') return this.#theme;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  toggle(): void {
    this.#theme = this.shown === 'dark' ? 'light' : 'dark';
    show(this.#theme);
    try {
      localStorage.setItem(storageKey, this.#theme);
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
  }
}

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
