import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Frame, Page, PageNode } from '../../../src/browser/tab.ts';
import BrowserWindow from '../../../src/ui/browser/BrowserWindow.svelte';
import PageFrame from '../../../src/ui/browser/PageFrame.svelte';
import type { SubmittedForm } from '../../../src/ui/browser/page-document.ts';
import type { Origin } from '../../../src/ui/browser/shown-document.ts';
import { testLab } from '../../unit/lab/test-lab.ts';
import { pageFrame, pageHeaded } from '../fixtures/page-frame.ts';

afterEach(cleanup);

const element = (name: string, attributes: Record<string, string>, ...children: PageNode[]) => ({
  element: name,
  attributes,
  children,
});
const place = (number: number) =>
  element('div', { 'data-frame': String(number), title: 'Inside', class: 'place' });

function page(id: string, body: readonly PageNode[], frames: readonly Frame[] = []): Page {
  const url = `https://${id}.example/`;
  return {
    id,
    url,
    origin: url.slice(0, -1),
    sandbox: null,
    status: 200,
    title: id,
    language: 'en',
    body: [element('h1', {}, id), ...body],
    bodyHandlers: {},
    policies: [],
    styleSheets: [],
    pictures: {},
    scripts: [],
    frames,
    exchangeId: null,
  };
}

function frame(shown: Page | null, wanted: Partial<Frame> = {}): Frame {
  const place = { id: 'frame-1', name: '', src: null, sandbox: null, width: 200, height: 90 };
  return { ...place, page: shown, loading: null, problem: null, ...wanted };
}

function showFrames(top: Page) {
  const links: [string, Origin][] = [];
  const forms: [SubmittedForm, Origin][] = [];
  const props = {
    title: 'Page in the simulated browser',
    onlink: (href: string, from: Origin) => void links.push([href, from]),
    onsubmit: (form: SubmittedForm, from: Origin) => void forms.push([form, from]),
    explain: () => 'Not shown, and why.',
  };
  const { rerender } = render(PageFrame, { ...props, page: top });
  return { links, forms, show: (page: Page) => rerender({ ...props, page }) };
}

/** The real frame within a document, by its title. */
const within1 = (document: Document | null | undefined) =>
  document?.querySelector<HTMLIFrameElement>('iframe[title="Inside"]') ?? null;

async function innerHeaded(heading: string, depth = 1) {
  return waitFor(() => {
    let document = pageFrame().contentDocument;
    for (let level = 0; level < depth; level += 1)
      document = within1(document)?.contentDocument ?? null;
    expect(document?.querySelector('h1')?.textContent).toBe(heading);
    return document!;
  });
}

const ad = page('ads', [
  element('a', { href: 'https://ads.example/more', target: '_top' }, 'More'),
  element(
    'form',
    { action: 'https://ads.example/say', method: 'post' },
    element('input', { name: 'word', value: 'hello' }),
    element('button', {}, 'Say'),
  ),
]);
const news = page('news', [place(0)], [frame(ad)]);

test('a frame shows its own document, as large as it asks, and as inert as the page', async () => {
  showFrames(news);
  const document = await innerHeaded('ads');
  const real = within1(pageFrame().contentDocument)!;
  expect([...real.sandbox].sort()).toEqual(['allow-forms', 'allow-same-origin']);
  expect([real.width, real.height, real.className]).toEqual(['200', '90', 'place']);
  expect(document.compatMode).toBe('CSS1Compat');
  expect([...document.links].map((link) => link.getAttribute('href'))).toEqual(['#']);
  expect(document.forms[0]?.hasAttribute('action')).toBe(false);
  expect(document.querySelector('[target]')).toBeNull();
});

test('a link or a form in a frame tells in which document it stands, and where it leads', async () => {
  const { links, forms } = showFrames(news);
  const shown = within((await innerHeaded('ads')).body);
  await userEvent.click(shown.getByRole('link', { name: 'More' }));
  expect(links).toEqual([['https://ads.example/more', { documentId: 'ads', target: '_top' }]]);
  await userEvent.click(shown.getByRole('button', { name: 'Say' }));
  expect(forms).toMatchObject([
    [{ action: 'https://ads.example/say', method: 'POST', entries: [['word', 'hello']] }, {}],
  ]);
  expect(forms[0]?.[1]).toEqual({ documentId: 'ads', target: '' });
});

test('frames stand within frames', async () => {
  showFrames(page('shop', [place(0)], [frame(news)]));
  await innerHeaded('news');
  await innerHeaded('ads', 2);
});

test('a frame that goes elsewhere leaves the page around it as it stands', async () => {
  const { show } = showFrames(news);
  await innerHeaded('ads');
  const heading = pageFrame().contentDocument!.querySelector('h1');
  await show({ ...news, frames: [frame(page('evil', []))] });
  await innerHeaded('evil');
  expect(pageFrame().contentDocument!.querySelector('h1')).toBe(heading);
});

test('a frame that shows no page says why', async () => {
  const problem = { code: 'sandboxed', url: 'https://ads.example/' } as const;
  showFrames({ ...news, frames: [frame(null, { problem })] });
  await waitFor(() => {
    const inside = within1(pageFrame().contentDocument)?.contentDocument?.body.textContent;
    expect(inside).toBe('Not shown, and why.');
  });
  // In a face that has Hangul too, not in the real browser's own.
  const body = within1(pageFrame().contentDocument)!.contentDocument!.body;
  expect(getComputedStyle(body).fontFamily).toContain('Pretendard');
});

test('the ad on the newspaper is a document of the ad server, which knows who comes again', async () => {
  const lab = testLab();
  render(BrowserWindow, { lab });
  await lab.visit('https://news.example/');
  const adIn = () =>
    pageFrame().contentDocument?.querySelector<HTMLIFrameElement>('iframe[title="Advertisement"]')
      ?.contentDocument?.body.textContent ?? '';
  await pageHeaded('The Example Times');
  await expect.poll(adIn).toMatch(/We have not met/);
  await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
  await expect.poll(adIn).toMatch(/You again! Ad number 2 for you\. Seen on: news\.example/);
});
