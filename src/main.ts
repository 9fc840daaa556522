import { mount } from 'svelte';
import { Lab } from './lab/lab.svelte.ts';
import { pageTicker } from './lab/page-ticker.ts';
import { ProgressKeeper } from './tutorial/progress-keeper.svelte.ts';
import App from './ui/shell/App.svelte';
import { Navigation, siteRoot } from './ui/shell/navigation.svelte.ts';
import type { TabLab } from './ui/shell/tab-lab.ts';
import { ThemeChoice } from './ui/shell/theme.svelte.ts';
import { allowWorkerUrl } from './wire/trusted-worker-url.ts';
import './ui/tokens.css';
import './ui/base.css';

const root = siteRoot(document);
const progress = new ProgressKeeper({
  get: () => localStorage.getItem(`${root}progress`),
  set: (text) => localStorage.setItem(`${root}progress`, text),
});

function createLab(): Lab {
  return new Lab({
    ticker: pageTicker(document),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    acceptLanguage: () => (document.documentElement.lang === 'ko' ? 'ko,en;q=0.8' : 'en,ko;q=0.8'),
    monotonicNow: () => performance.now(),
  });
}

/** The first page starts where HTTP does: with a server that remembers nothing. */
function createFirstLab(): Lab {
  const lab = createLab();
  lab.changeSettings({ remember: 'nothing' });
  return lab;
}

let tabLab: Promise<TabLab> | null = null;

/** One lab a browser tab, taken up where it was left; the worker's carrier follows when it is ready. */
function openTabLab(): Promise<TabLab> {
  tabLab ??= (async () => {
    const lab = createLab();
    const { openJournal } = await import('./lab/journal.svelte.ts');
    const journal = await openJournal({ basePath: root, lab });
    const worker = `${root}sw.js`;
    allowWorkerUrl(worker);
    void lab.wire.startServiceWorker({ url: worker, scope: root });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void lab.wire.checkAgain();
    });
    return { lab, journal, progress };
  })();
  return tabLab;
}

const app = document.getElementById('app');
if (!app) throw new Error('the document has no place for the app');
app.replaceChildren();
mount(App, {
  target: app,
  props: {
    navigation: new Navigation(root),
    theme: new ThemeChoice(),
    progress,
    createFirstLab,
    openTabLab,
  },
});
void import('./ui/fonts.css');
