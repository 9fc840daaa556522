import { escapeHtml, proseToHtml } from './html-text.ts';
import {
  aboutOf,
  chapterProse,
  chapterSlugs,
  glossaryOf,
  interviewProse,
  languagesOf,
  messagesOf,
  ticketsProse,
} from './site.ts';

/** One document of the site, before it is put into the page that Vite built. */
export interface SiteDocument {
  readonly language: string;
  /** Below the language's folder: ``, `lab/` or `<chapter>/`. */
  readonly place: string;
  readonly title: string;
  readonly description: string;
  /** What the page says before, and without, its script. */
  readonly content: string;
}

/** Every document of the site in every language. */
export function siteDocuments(root: string): readonly SiteDocument[] {
  return languagesOf(root).flatMap((language) => {
    const note = fromFile(messagesOf(root, language, 'documents')['documents_from_file'] ?? '');
    return documentsIn(language, root).map((document) => ({
      ...document,
      content: note + document.content,
    }));
  });
}

function documentsIn(language: string, root: string): readonly SiteDocument[] {
  const first = messagesOf(root, language, 'first-page');
  const words = { ...messagesOf(root, language, 'documents'), ...first };
  const say = (key: string): string => {
    const text = words[key];
    if (text === undefined) throw new Error(`the catalogue has no ${key} in ${language}`);
    return text;
  };
  const chapters = chapterSlugs(root, language).map((slug) => ({
    slug,
    prose: chapterProse(root, slug, language),
  }));
  const links = chapters.map(({ slug, prose }) => link(`${slug}/`, prose.title, prose.description));
  const lab = link('lab/', say('documents_lab_title'), say('documents_lab_description'));
  const learn = [say('documents_learn_title'), say('documents_learn_description')] as const;
  const interview = interviewProse(root, language);
  const tickets = ticketsProse(root, language);
  const ticketsLink = link('tickets/', tickets.title, tickets.description);
  const glossary = glossaryOf(root, language);
  const about = aboutOf(root, language);
  const aboutLink = link('about/', about.title, about.description);
  const glossaryLink = link('glossary/', glossary.title, glossary.description);
  const interviewLink = link('interview/', interview.title, interview.description);
  const workbench = [
    say('documents_jwt_workbench_title'),
    say('documents_jwt_workbench_description'),
  ] as const;
  const workbenchPlace = 'tools/jwt/';
  const cookieCase = [
    say('documents_cookie_case_title'),
    say('documents_cookie_case_description'),
  ] as const;
  const cookieCasePlace = 'tools/cookie/';
  const recording = [
    say('documents_recording_title'),
    say('documents_recording_description'),
  ] as const;
  const recordingPlace = 'tools/har/';
  const needsScript = `<p class="needs-script">${escapeHtml(say('documents_needs_script'))}</p>`;
  return [
    {
      language,
      place: '',
      title: say('first_title'),
      description: say('documents_description'),
      content: page(say('first_sentence'), [
        `<p>${escapeHtml(say('documents_description'))}</p>`,
        `<h2>${escapeHtml(say('documents_contents'))}</h2>`,
        `<ul>${[link('learn/', ...learn), ...links, interviewLink, ticketsLink, glossaryLink, aboutLink, lab, link(workbenchPlace, ...workbench), link(cookieCasePlace, ...cookieCase), link(recordingPlace, ...recording)].join('')}</ul>`,
        needsScript,
      ]),
    },
    {
      language,
      place: 'lab/',
      title: `${say('documents_lab_title')} · Remember Me`,
      description: say('documents_lab_description'),
      content: page(say('documents_lab_title'), [
        `<p>${escapeHtml(say('documents_lab_description'))}</p>`,
        needsScript,
      ]),
    },
    {
      language,
      place: workbenchPlace,
      title: `${workbench[0]} · Remember Me`,
      description: workbench[1],
      content: page(workbench[0], [`<p>${escapeHtml(workbench[1])}</p>`, needsScript]),
    },
    {
      language,
      place: cookieCasePlace,
      title: `${cookieCase[0]} · Remember Me`,
      description: cookieCase[1],
      content: page(cookieCase[0], [`<p>${escapeHtml(cookieCase[1])}</p>`, needsScript]),
    },
    {
      language,
      place: recordingPlace,
      title: `${recording[0]} · Remember Me`,
      description: recording[1],
      content: page(recording[0], [`<p>${escapeHtml(recording[1])}</p>`, needsScript]),
    },
    {
      language,
      place: 'learn/',
      title: `${learn[0]} · Remember Me`,
      description: learn[1],
      content: page(learn[0], [
        `<p>${escapeHtml(learn[1])}</p>`,
        ...chapters.map(({ slug, prose }) => {
          const steps = Object.entries(prose.steps).map(
            ([step, { title }]) =>
              `<li><a href="../${slug}/#${step}">${escapeHtml(title)}</a></li>`,
          );
          return `<h2>${escapeHtml(prose.title)}</h2><ul>${steps.join('')}</ul>`;
        }),
        needsScript,
      ]),
    },
    {
      language,
      place: 'glossary/',
      title: `${glossary.title} · Remember Me`,
      description: glossary.description,
      content: page(glossary.title, [
        ...Object.entries(glossary.entries).map(
          ([slug, { name, meaning }]) =>
            `<section id="${slug}"><h2>${escapeHtml(name)}</h2>${proseToHtml(meaning)}</section>`,
        ),
        needsScript,
      ]),
    },
    {
      language,
      place: 'about/',
      title: `${about.title} · Remember Me`,
      description: about.description,
      content: page(about.title, [
        ...Object.entries(about.entries).map(
          ([slug, { name, meaning }]) =>
            `<section id="${slug}"><h2>${escapeHtml(name)}</h2>${proseToHtml(meaning)}</section>`,
        ),
        needsScript,
      ]),
    },
    {
      language,
      place: 'interview/',
      title: `${interview.title} · Remember Me`,
      description: interview.description,
      content: page(interview.title, [
        proseToHtml(interview.opening),
        ...Object.entries(interview.questions).map(
          ([slug, { question, sentence }]) =>
            `<section id="${slug}"><h2>${escapeHtml(question)}</h2>${proseToHtml(sentence)}</section>`,
        ),
        needsScript,
      ]),
    },
    {
      language,
      place: 'tickets/',
      title: `${tickets.title} · Remember Me`,
      description: tickets.description,
      content: page(tickets.title, [
        proseToHtml(tickets.opening),
        ...Object.entries(tickets.tickets).map(
          ([slug, { title, report }]) =>
            `<section id="${slug}"><h2>${escapeHtml(title)}</h2>${proseToHtml(report)}</section>`,
        ),
        needsScript,
      ]),
    },
    ...chapters.map(({ slug, prose }) => ({
      language,
      place: `${slug}/`,
      title: `${prose.title} · Remember Me`,
      description: prose.description,
      content: page(prose.title, [
        proseToHtml(prose.opening),
        ...Object.entries(prose.steps).map(
          ([step, { title, body }]) =>
            `<section id="${step}"><h2>${escapeHtml(title)}</h2>${proseToHtml(body)}</section>`,
        ),
        proseToHtml(prose.summary),
        needsScript,
      ]),
    })),
  ];
}

/** Shown by a script of the document only where it was opened as a file, and nothing else of it will run. */
function fromFile(text: string): string {
  return `<p class="from-file" role="alert" hidden>${escapeHtml(text)}</p>`;
}

function page(heading: string, parts: readonly string[]): string {
  return `<main id="main" class="document"><h1>${escapeHtml(heading)}</h1>${parts.join('')}</main>`;
}

function link(href: string, title: string, description: string): string {
  return `<li><a href="${href}">${escapeHtml(title)}</a>: ${escapeHtml(description)}</li>`;
}
