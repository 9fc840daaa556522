import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Exchange } from '../../src/lab/exchange.ts';
import MessageInspector from '../../src/ui/wire/MessageInspector.svelte';
import WirePanel from '../../src/ui/wire/WirePanel.svelte';
import {
  exchange,
  now,
  page,
  rejected,
  request,
  secrets,
  sent,
  sessionId,
  signIn,
  token,
  withheld,
} from './fixtures/exchanges.ts';

afterEach(cleanup);

function showPanel(exchanges: readonly Exchange[], selectedId: string | null = null) {
  const onselect = vi.fn<(id: string) => void>();
  const view = render(WirePanel, { exchanges, selectedId, onselect, secrets, language: 'en' });
  return { onselect, ...view };
}

function names(): (string | null)[] {
  return within(screen.getByRole('list', { name: 'Messages, oldest first' }))
    .getAllByRole('button', { name: /→/ })
    .map((button) => button.getAttribute('aria-label'));
}

test('an empty wire says what will appear, and how to make it happen', () => {
  showPanel([]);
  expect(screen.getByText(/Open a page in the browser/)).toBeVisible();
});

test('each exchange is one button that says all', () => {
  showPanel(signIn());
  expect(names()).toEqual([
    'GET /login → 200',
    'POST /login → 303, Set-Cookie sid',
    'GET /cart → 200, Cookie sid',
  ]);
});

test('pictures are folded into their page until asked for', async () => {
  showPanel(signIn());
  const fold = screen.getByRole('button', { name: '2 pictures folded' });
  expect(fold).toHaveAttribute('aria-expanded', 'false');
  await userEvent.click(fold);
  expect(names()).toContain('GET /pictures/sourdough.svg → 200, Cookie sid');
});

test('a preflight is folded into its request, and can be looked at', async () => {
  const url = 'https://api.shop.example/me';
  const preflight = exchange({ kind: 'preflight', request: request('OPTIONS', url) });
  const asked = exchange({ kind: 'fetch', request: request('PUT', url) });
  const { onselect } = showPanel([preflight, asked]);
  expect(names()).toEqual(['PUT /me → 200']);
  await userEvent.click(screen.getByRole('button', { name: '1 preflight folded' }));
  await userEvent.click(screen.getByRole('button', { name: /^OPTIONS/ }));
  expect(onselect).toHaveBeenLastCalledWith(preflight.id);
});

test('a document for a frame says so, and whose frame', () => {
  const framed = request('GET', 'https://ads.example/frame');
  const fields = [
    ...framed.fields,
    ['Referer', 'https://news.example/'],
    ['Sec-Fetch-Dest', 'iframe'],
  ] as const;
  showPanel([exchange({ request: { ...framed, fields } })]);
  expect(names()).toEqual(['GET /frame → 200, in a frame of news.example']);
  expect(screen.getByText('in a frame of news.example')).toBeVisible();
});

test('a click and the arrow keys choose an exchange', async () => {
  const log = signIn();
  const { onselect, rerender } = showPanel(log);
  await userEvent.click(screen.getByRole('button', { name: /^POST/ }));
  expect(onselect).toHaveBeenLastCalledWith(log[1].id);

  await rerender({ selectedId: log[1].id });
  expect(screen.getByRole('button', { name: /^POST/ })).toHaveAttribute('aria-current', 'true');
  await userEvent.keyboard('{ArrowUp}');
  expect(onselect).toHaveBeenLastCalledWith(log[0].id);
  expect(screen.getByRole('button', { name: /^GET \/login/ })).toHaveFocus();
});

test('an exchange under way, and one that failed, say so', () => {
  showPanel([
    exchange({ response: null, failure: 'connection-refused' }),
    exchange({ response: null, endedAt: null }),
  ]);
  expect(names()).toEqual(['GET / → connection refused', 'GET / → waiting for the response']);
});

test('time that was turned on stands between two exchanges', () => {
  showPanel([exchange(), exchange({ startedAt: now + 31 * 60_000 })]);
  expect(screen.getByText('30 minutes later')).toBeInTheDocument();
});

test('of a long log the last sixty are shown, and earlier ones on request', async () => {
  showPanel(Array.from({ length: 130 }, () => exchange()));
  expect(names()).toHaveLength(60);
  await userEvent.click(screen.getByRole('button', { name: 'Show 60 earlier' }));
  expect(names()).toHaveLength(120);
  expect(screen.getByRole('button', { name: 'Show 10 earlier' })).toBeInTheDocument();
});

function inspect(chosen: Exchange): void {
  render(MessageInspector, { exchange: chosen, secrets, now });
}

test('the deciding line comes first: the cookie, the verdict and its rule', () => {
  inspect(signIn()[1]);
  expect(screen.getByRole('radio', { name: 'Response' })).toBeChecked();
  expect(screen.getByText('HTTP/1.1 303 See Other')).toBeInTheDocument();
  expect(screen.getByText(/sid was stored for shop\.example/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '6265bis §5.7' })).toHaveAttribute(
    'href',
    expect.stringMatching(/#section-5\.7$/),
  );
  expect(screen.getByRole('button', { name: `Key ${sessionId}` })).toHaveTextContent('9f3c…a17e');
});

test('the other side is one choice away', async () => {
  inspect(signIn()[1]);
  await userEvent.click(screen.getByRole('radio', { name: 'Request' }));
  expect(screen.getByText('POST /login HTTP/1.1')).toBeInTheDocument();
  expect(screen.getByText('username=alice&password=bread-and-butter')).toBeInTheDocument();
});

test('headers that do not matter are folded away', async () => {
  inspect(signIn()[1]);
  expect(screen.queryByText(/no-store/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '+2 headers' }));
  expect(screen.getByText(/no-store/)).toBeInTheDocument();
});

test('each known header explains itself', async () => {
  inspect(signIn()[1]);
  await userEvent.click(screen.getByRole('button', { name: 'Location' }));
  expect(screen.getByText('Where the browser goes next.')).toBeInTheDocument();
});

test('a refused cookie says why', () => {
  const decision = rejected();
  inspect(
    exchange({
      response: { ...page('Ad'), fields: [['Set-Cookie', decision.fieldValue]] },
      setCookies: [decision],
    }),
  );
  expect(screen.getByText(/track has SameSite=None without Secure/)).toBeInTheDocument();
});

test('cookies that stayed at home are listed with their reasons', () => {
  const cookies = {
    sent: [sent()],
    withheld: [withheld('path', { name: 'admin', path: '/admin' })],
    fieldValue: `sid=${sessionId}`,
  };
  inspect(
    exchange({
      request: request('GET', 'https://shop.example/account', { cookie: cookies.fieldValue }),
      cookies,
    }),
  );
  expect(screen.getByText('1 cookie not sent')).toBeInTheDocument();
  expect(screen.getByText(/admin has the path \/admin/)).toBeVisible();
});

test('long content waits behind its size; raw text shows all of it', async () => {
  inspect(signIn()[0]);
  await userEvent.click(screen.getByRole('radio', { name: 'Response' }));
  expect(screen.queryByText(/<!doctype html>/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: /\+ content, \d+ bytes/ }));
  expect(screen.getByText(/<!doctype html>/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Raw text' }));
  expect(screen.getByText(/HTTP\/1\.1 200 OK\s+Content-Type/)).toBeInTheDocument();
});

test('a token in a cookie is decoded in place', async () => {
  const cookies = {
    sent: [sent({ name: 'token', value: token })],
    withheld: [],
    fieldValue: `token=${token}`,
  };
  inspect(
    exchange({
      request: request('GET', 'https://shop.example/', { cookie: cookies.fieldValue }),
      cookies,
    }),
  );
  await userEvent.click(screen.getByRole('button', { name: /^Decode the token/ }));
  const decoded = await screen.findByRole('group', { name: 'Decoded token' });
  expect(decoded.textContent).toContain('"alice"');
});

test('an answer that script may not read says so, and why', async () => {
  const scriptRefusal = {
    code: 'allow-origin-missing',
    rule: { document: 'Fetch', section: '4.10' },
    values: { origin: 'https://shop.example', url: 'https://news.example/' },
  } as const;
  const fetched = exchange({ kind: 'fetch', scriptRefusal });
  render(MessageInspector, { exchange: fetched, secrets, now });
  expect(
    await screen.findByText(/no Access-Control-Allow-Origin, so script of https:\/\/shop\.example/),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'Fetch §4.10' })).toBeVisible();
});
