import { mount } from 'svelte';
import type { Lab } from './lab/lab.svelte.ts';
import type { PracticeKeeper } from './tutorial/interview/practice-keeper.svelte.ts';
import { ProgressKeeper } from './tutorial/progress-keeper.svelte.ts';
import type { TicketKeeper } from './tutorial/tickets/ticket-keeper.svelte.ts';
import { FirstLab } from './ui/first-page/first-lab.svelte.ts';
import { firstSnapshot } from './ui/first-page/first-sight.ts';
import App from './ui/shell/App.svelte';
import { documentTextOf } from './ui/shell/document-text.ts';
import type { Language } from './ui/shell/language.ts';
import { Navigation, siteRoot } from './ui/shell/navigation.svelte.ts';
import type { TabLab } from './ui/shell/tab-lab.ts';
import type { SiteWorker } from './ui/shell/site-worker.svelte.ts';
import { ThemeChoice } from './ui/shell/theme.svelte.ts';
import type { CookieCaseBench } from './ui/cookie-case/cookie-case-bench.svelte.ts';
import type { RecordingFile } from './ui/recording/recording-file.svelte.ts';
import type { JwtWorkbench } from './ui/workbench/jwt-workbench.svelte.ts';
import { allowWorkerUrl } from './wire/trusted-worker-url.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/document.css';

const root = siteRoot(document);
const progress = new ProgressKeeper({
  get: () => localStorage.getItem(`${root}progress`),
  set: (text) => localStorage.setItem(`${root}progress`, text),
});

/** Loads the code of a lab, which the first page does without until it is touched. */
async function createLab(): Promise<Lab> {
  const [{ Lab }, { pageTicker }, { acceptLanguageOf }] = await Promise.all([
    import('./lab/lab.svelte.ts'),
    import('./lab/page-ticker.ts'),
    import('./lab/accept-language.ts'),
  ]);
  return new Lab({
    ticker: pageTicker(document),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    acceptLanguage: () => acceptLanguageOf(document.documentElement.lang),
    monotonicNow: () => performance.now(),
    startScript: async (start, events) => {
      const { startInSandbox } = await import('./browser/script/sandbox.ts');
      return startInSandbox(document, start, events);
    },
    searchDictionary: async (search) => {
      const { searchInWorker } = await import('./lab/bench/dictionary/search-in-worker.ts');
      return searchInWorker(search);
    },
  });
}

function createFirstLab(language: Language): FirstLab {
  return new FirstLab({
    snapshot: () => firstSnapshot(language),
    createLab: async (snapshot) => {
      const lab = await createLab();
      lab.restore(snapshot);
      return lab;
    },
  });
}

const workerLocation = { url: `${root}sw.js`, scope: root };
allowWorkerUrl(workerLocation.url);

let tabLab: Promise<TabLab> | null = null;

/** One lab a browser tab, taken up where it was left; the worker's carrier follows when it is ready. */
function openTabLab(): Promise<TabLab> {
  tabLab ??= (async () => {
    const [lab, { openJournal }, { Presenter }] = await Promise.all([
      createLab(),
      import('./lab/journal.svelte.ts'),
      import('./ui/presenter/presenter.svelte.ts'),
    ]);
    const presenter = new Presenter({
      get: () => sessionStorage.getItem(`${root}presenter`),
      set: (text) => sessionStorage.setItem(`${root}presenter`, text),
    });
    const journal = await openJournal({ basePath: root, lab });
    void lab.wire.startServiceWorker(workerLocation);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void lab.wire.checkAgain();
    });
    return { lab, journal, progress, presenter };
  })();
  return tabLab;
}

let jwtWorkbench: Promise<JwtWorkbench> | null = null;

/** With all that it will ever need: once open, it asks the network for nothing. */
function openJwtWorkbench(): Promise<JwtWorkbench> {
  jwtWorkbench ??= (async () => {
    const [{ JwtWorkbench }, { loadLibraries }] = await Promise.all([
      import('./ui/workbench/jwt-workbench.svelte.ts'),
      import('./jwt/load-libraries.ts'),
    ]);
    await loadLibraries();
    return new JwtWorkbench({
      now: () => Date.now(),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    });
  })();
  return jwtWorkbench;
}

let cookieCase: Promise<CookieCaseBench> | null = null;

function openCookieCase(): Promise<CookieCaseBench> {
  cookieCase ??= (async () => {
    const [{ CookieCaseBench }, { realPublicSuffixes, isUnderPrivateSuffix }] = await Promise.all([
      import('./ui/cookie-case/cookie-case-bench.svelte.ts'),
      import('./http/real-public-suffixes.ts'),
    ]);
    const suffixes = { ...realPublicSuffixes, isUnderPrivateSuffix };
    return new CookieCaseBench({ now: () => Date.now(), suffixes });
  })();
  return cookieCase;
}

let recordingFile: Promise<RecordingFile> | null = null;

/** With all that it will need of a recording: one's own file is read without another request. */
function openRecordingFile(): Promise<RecordingFile> {
  recordingFile ??= (async () => {
    const [{ RecordingFile }, { readInWorker }] = await Promise.all([
      import('./ui/recording/recording-file.svelte.ts'),
      import('./lab/har/reading/read-in-worker.ts'),
    ]);
    return new RecordingFile({
      read: readInWorker,
      example: async (language) => {
        const { exampleRecording } = await import('./lab/har/example-recording.ts');
        return exampleRecording((count) => crypto.getRandomValues(new Uint8Array(count)), language);
      },
    });
  })();
  return recordingFile;
}

let practice: Promise<PracticeKeeper> | null = null;

function openPractice(): Promise<PracticeKeeper> {
  practice ??= (async () => {
    const { PracticeKeeper } = await import('./tutorial/interview/practice-keeper.svelte.ts');
    return new PracticeKeeper({
      get: () => localStorage.getItem(`${root}interview`),
      set: (text) => localStorage.setItem(`${root}interview`, text),
    });
  })();
  return practice;
}

let ticketBook: Promise<TicketKeeper> | null = null;

function openTicketBook(): Promise<TicketKeeper> {
  ticketBook ??= (async () => {
    const { TicketKeeper } = await import('./tutorial/tickets/ticket-keeper.svelte.ts');
    return new TicketKeeper({
      get: () => localStorage.getItem(`${root}tickets`),
      set: (text) => localStorage.setItem(`${root}tickets`, text),
    });
  })();
  return ticketBook;
}

const navigation = new Navigation(root);

/** What the reader came for goes first. */
async function keepSite(): Promise<SiteWorker | null> {
  if (document.readyState !== 'complete')
    await new Promise((loaded) => addEventListener('load', loaded));
  try {
    const { startSiteWorker } = await import('./ui/shell/start-site-worker.ts');
    return await startSiteWorker(workerLocation, navigation);
  } catch {
    return null;
  }
}

const app = document.getElementById('app');
if (!app) throw new Error('the document has no place for the app');
const documentText = documentTextOf(document, () => location.pathname);
mount(App, {
  target: app,
  props: {
    documentText,
    navigation,
    theme: new ThemeChoice(),
    progress,
    createFirstLab,
    openTabLab,
    openJwtWorkbench,
    openCookieCase,
    openRecordingFile,
    openPractice,
    openTicketBook,
    siteWorker: keepSite(),
    random: Math.random,
  },
});
void import('./ui/fonts.css');
