import { expect, test } from 'vitest';
import type { FromRealm, RealmStart, ToRealm } from '../../../../src/browser/script/protocol.ts';
import type { SandboxEvents, StartScript } from '../../../../src/browser/script/running-script.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { testLab } from '../../lab/test-lab.ts';

const shop = 'https://shop.example/';

/** A sandbox that runs nothing: the test says what script would say. */
class FakeSandbox {
  readonly heard: ToRealm[] = [];
  ended = false;
  constructor(
    readonly start: RealmStart,
    readonly events: SandboxEvents,
  ) {}

  says(message: FromRealm): void {
    this.events.heard(message);
  }

  last<Type extends ToRealm['type']>(type: Type): Extract<ToRealm, { type: Type }> | undefined {
    return this.heard.findLast(
      (message): message is Extract<ToRealm, { type: Type }> => message.type === type,
    );
  }
}

async function labWithScript() {
  const sandboxes: FakeSandbox[] = [];
  const startScript: StartScript = async (start, events) => {
    const sandbox = new FakeSandbox(start, events);
    sandboxes.push(sandbox);
    return {
      send: (message) => sandbox.heard.push(message),
      end: () => {
        sandbox.ended = true;
      },
    };
  };
  const lab = testLab({ startScript });
  await lab.visit(shop);
  return { lab, sandboxes };
}

/** Types a line, and waits until the sandbox has been given it. */
async function type(lab: Lab, sandboxes: readonly FakeSandbox[], text: string) {
  const done = lab.runInConsole(documentId(lab), text);
  await expect.poll(() => sandboxes.at(-1)?.last('evaluate')?.text).toContain(text);
  const sandbox = sandboxes.at(-1);
  if (!sandbox) throw new Error('no sandbox was started');
  return { done, sandbox };
}

function documentId(lab: Lab): string {
  return lab.browser.activeTab?.page?.id ?? '';
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function eventsOf(lab: Lab, prefix: string) {
  return lab.log.flatMap(({ event }) => (event.type.startsWith(prefix) ? [event] : []));
}

test('nothing is started before there is something to run; then once a document', async () => {
  const { lab, sandboxes } = await labWithScript();
  expect(sandboxes).toHaveLength(0);
  const { sandbox, done } = await type(lab, sandboxes, '1 + 1');
  expect(sandbox.start).toMatchObject({ url: shop, isSecureContext: true });
  const { id = 0 } = sandbox.last('evaluate') ?? {};
  sandbox.says({ type: 'evaluated', id, ok: true, text: '2' });
  await done;
  await type(lab, sandboxes, '2 + 2');
  expect(sandboxes).toHaveLength(1);
  expect(eventsOf(lab, 'script-')).toMatchObject([
    { level: 'input', text: '1 + 1', source: 'console' },
    { level: 'result', text: '2', url: shop },
    { level: 'input', text: '2 + 2' },
  ]);
});

test('it ends with its document', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox, done } = await type(lab, sandboxes, 'for (;;);');
  await lab.visit(`${shop}cart`);
  await settled();
  expect(sandbox.ended).toBe(true);
  await done;
  sandbox.says({ type: 'cookie-written', number: 1, text: 'late=1' });
  expect(lab.browser.jar.all().map(({ name }) => name)).not.toContain('late');
});

test('closing its tab ends it, and so does undo', async () => {
  const { lab, sandboxes } = await labWithScript();
  await lab.openTab(shop);
  const { sandbox: first } = await type(lab, sandboxes, '1');
  lab.closeTab(lab.browser.activeTabId ?? '');
  await settled();
  expect(first.ended).toBe(true);
  const { sandbox: second } = await type(lab, sandboxes, '1');
  lab.undo();
  await settled();
  expect(second.ended).toBe(true);
});

test('stopped by the browser: told, and the next line begins anew', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox, done } = await type(lab, sandboxes, 'for (;;);');
  sandbox.events.stopped('too-long');
  await done;
  expect(eventsOf(lab, 'script-stopped')).toMatchObject([{ reason: 'too-long' }]);
  await type(lab, sandboxes, '1');
  expect(sandboxes).toHaveLength(2);
});

test('what it writes reaches the jar, and comes back to its mirror', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox } = await type(lab, sandboxes, 'document.cookie = "a=1"');
  sandbox.says({ type: 'cookie-written', number: 1, text: 'a=1' });
  await settled();
  expect(lab.browser.jar.all()).toMatchObject([{ name: 'a', value: '1' }]);
  expect(sandbox.last('cookies')).toMatchObject({
    written: 1,
    cookies: { cookies: [{ name: 'a' }] },
  });
});

test('a cookie that a response or a hand brings is in the mirror; HttpOnly ones without values', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox } = await type(lab, sandboxes, '1');
  lab.addCookie('by-hand', 'x');
  const [cookie] = lab.browser.jar.all();
  if (cookie) lab.editCookie(cookie, { ...cookie, httpOnly: true });
  await settled();
  expect(sandbox.last('cookies')?.cookies.cookies).toMatchObject([{ name: 'by-hand', value: '' }]);
});

test('what it asks for is answered, by the rules of its document', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox } = await type(lab, sandboxes, 'fetch("/")');
  sandbox.says({
    type: 'asked',
    id: 7,
    question: {
      api: 'fetch',
      url: '/',
      init: {
        method: 'GET',
        fields: [],
        content: null,
        mode: 'cors',
        credentials: 'same-origin',
        redirect: 'follow',
      },
    },
  });
  await expect
    .poll(() => sandbox.last('answer'))
    .toMatchObject({
      id: 7,
      answer: { ok: true, value: { status: 200, url: shop } },
    });
});

test('storage, navigation and a form go the way of the document', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox } = await type(lab, sandboxes, '1');
  sandbox.says({ type: 'storage-set', storage: 'local', key: 'k', value: 'v' });
  expect(lab.browser.storage.all()).toMatchObject([{ entries: [['k', 'v']] }]);
  sandbox.says({ type: 'navigate', url: '/cart', replace: false });
  await expect.poll(() => lab.browser.activeTab?.page?.url).toBe(`${shop}cart`);
});

test('one document may not fill the log', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox } = await type(lab, sandboxes, '1');
  for (let count = 0; count < 5_001; count += 1) sandbox.says({ type: 'cookies-read' });
  expect(eventsOf(lab, 'script-stopped')).toMatchObject([{ reason: 'too-many-messages' }]);
  expect(sandbox.ended || (await settled(), sandbox.ended)).toBe(true);
});

test('a snapshot keeps what script said, and runs nothing again', async () => {
  const { lab, sandboxes } = await labWithScript();
  const { sandbox, done } = await type(lab, sandboxes, 'x');
  sandbox.says({ type: 'logged', level: 'warn', text: 'careful' });
  sandbox.says({ type: 'evaluated', id: sandbox.last('evaluate')?.id ?? 0, ok: false, text: 'E' });
  await done;
  const kept = JSON.parse(JSON.stringify(lab.snapshot())) as ReturnType<Lab['snapshot']>;
  const { lab: other, sandboxes: others } = await labWithScript();
  other.restore(kept);
  expect(eventsOf(other, 'script-')).toEqual(eventsOf(lab, 'script-'));
  expect(others).toHaveLength(0);
});
