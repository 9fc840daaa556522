import { cleanup, render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import BrowserWindow from '../../../src/ui/browser/BrowserWindow.svelte';
import PageFrame from '../../../src/ui/browser/PageFrame.svelte';
import { pageFrameDocument } from '../../../src/ui/browser/page-frame-document.ts';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';
import { pageFrame, pageHeaded } from '../fixtures/page-frame.ts';

afterEach(cleanup);

async function showPage(address: string) {
  const lab = testLab();
  render(BrowserWindow, { lab });
  await lab.visit(address);
  return lab;
}

test('the frame runs no scripts and cannot lead the real page anywhere', async () => {
  await showPage('https://shop.example/');
  expect([...pageFrame().sandbox].sort()).toEqual(['allow-forms', 'allow-same-origin']);
});

test('where the engine wants scripts allowed, the frame’s own policy still lets none run', async () => {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-scripts');
  frame.srcdoc = pageFrameDocument();
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument!;
  const stopped: string[] = [];
  inside.addEventListener('securitypolicyviolation', (event) => {
    stopped.push(event.effectiveDirective);
  });
  const script = inside.createElement('script');
  script.textContent = 'parent.document.title = "run"';
  const handler = inside.createElement('b');
  handler.setAttribute('onclick', 'parent.document.title = "run"');
  inside.body.append(script, handler);
  handler.click();
  await expect.poll(() => stopped.toSorted()).toEqual(['script-src-attr', 'script-src-elem']);
  expect(document.title).not.toBe('run');
  frame.remove();
});

test('nothing in the frame has an address that the real browser could follow', async () => {
  await showPage('https://shop.example/products/salt-bread');
  await pageHeaded('Salt bread');
  const document = pageFrame().contentDocument!;
  expect([...document.links].map((link) => link.getAttribute('href'))).toEqual(
    [...document.links].map(() => '#'),
  );
  expect([...document.forms].filter((form) => form.hasAttribute('action'))).toEqual([]);
  expect(
    [...document.images].filter((image) => !image.src.startsWith('data:image/svg+xml')),
  ).toEqual([]);
});

test('a link becomes a navigation of the simulated browser', async () => {
  const lab = await showPage('https://shop.example/');
  await userEvent.click((await pageHeaded('Baked today')).getByRole('link', { name: 'Croissant' }));
  await pageHeaded('Croissant');
  expect(lab.browser.activeTab?.page?.url).toBe('https://shop.example/products/croissant');
});

test('a form is sent as it was filled in, by the simulated browser', async () => {
  const lab = await showPage('https://shop.example/login');
  const page = await pageHeaded('Sign in');
  await userEvent.clear(page.getByLabelText('User name'));
  await userEvent.type(page.getByLabelText('User name'), 'bob');
  await userEvent.clear(page.getByLabelText('Password'));
  await userEvent.type(page.getByLabelText('Password'), 'honey{Enter}');
  await expect.poll(() => lab.sessions.map(({ userId }) => userId)).toEqual(['bob']);
});

test('a required field left empty keeps the form from being sent', async () => {
  const lab = await showPage('https://shop.example/login');
  const page = await pageHeaded('Sign in');
  await userEvent.clear(page.getByLabelText('Password'));
  await userEvent.click(page.getByRole('button', { name: 'Sign in' }));
  expect(lab.exchanges.filter(({ request }) => request.method === 'POST')).toEqual([]);
});

test('what arrives later leaves the page as it stands, with all that was typed', async () => {
  const lab = testLab();
  await lab.visit('https://shop.example/products/salt-bread');
  const page = lab.browser.activeTab!.page!;
  const title = 'Page in the simulated browser';
  const frame = { title, onlink: () => undefined, onsubmit: () => undefined };
  const { rerender } = render(PageFrame, { ...frame, page: { ...page, pictures: {} } });
  const shown = await pageHeaded('Salt bread');
  const field = shown.getByLabelText('Your review');
  await userEvent.type(field, 'Warm');

  await rerender({ page });
  const picture = pageFrame().contentDocument!.images[0]!;
  await expect.poll(() => picture.src).toMatch(/^data:/);
  expect(shown.getByLabelText('Your review')).toBe(field);
  expect(field).toHaveValue('Warm');
});

test('pictures arrive as data, the style sheet is adopted', async () => {
  await showPage('https://shop.example/');
  await pageHeaded('Baked today');
  const document = pageFrame().contentDocument!;
  await expect
    .poll(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0))
    .toBe(true);
  expect(document.adoptedStyleSheets).not.toHaveLength(0);
});

test.each([
  '<script>parent.document.title = "taken"</script>',
  '<img src=x onerror="parent.document.title = \'taken\'">',
  '<a href="javascript:alert(1)">sweet</a>',
  '"><svg onload=alert(1)>',
  '<iframe srcdoc="<p>inside</p>"></iframe>',
])('%s in a review stays what it is: text', async (review) => {
  const lab = await showPage('https://shop.example/');
  await signIn(lab);
  await lab.visit('https://shop.example/products/salt-bread');
  const page = await pageHeaded('Salt bread');
  const elements = [...pageFrame().contentDocument!.body.querySelectorAll('*')].map(
    ({ localName }) => localName,
  );
  await userEvent.type(page.getByLabelText('Your review'), review);
  await userEvent.click(page.getByRole('button', { name: 'Send the review' }));

  const shown = await (await pageHeaded('Salt bread')).findByText(review);
  expect(shown.childElementCount).toBe(0);
  const after = new Set(
    [...pageFrame().contentDocument!.body.querySelectorAll('*')].map(({ localName }) => localName),
  );
  expect([...after].filter((name) => !elements.includes(name) && name !== 'li')).toEqual([]);
  expect(document.title).not.toBe('taken');
});
