import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { mount } from 'svelte';
import { Lab } from '../../../src/lab/lab.svelte.ts';
import type { PlacedRecord } from '../../../src/server/instances/fleet.ts';
import { signText } from '../../../src/jwt/sign.ts';
import SessionTable from '../../../src/ui/server/SessionTable.svelte';
import { Navigation } from '../../../src/ui/shell/navigation.svelte.ts';
import type { TabLab } from '../../../src/ui/shell/tab-lab.ts';
import { JwtWorkbench } from '../../../src/ui/workbench/jwt-workbench.svelte.ts';
import WorkbenchScreen from '../../../src/ui/workbench/WorkbenchScreen.svelte';
import type { Frames } from '../frames.ts';
import { ManyExchanges } from './many-exchanges.svelte.ts';
import ManyExchangesPanel from './ManyExchangesPanel.svelte';

declare global {
  interface Window {
    frames50: Promise<readonly Frames[]>;
  }
}

/** A picture of 60 a second may come one late, by half a picture's time, and 50 a second are kept. */
const lateAfter = 1000 / 50 + 1000 / 120;

window.frames50 = (async () => {
  const lab = new Lab({
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    acceptLanguage: () => 'en',
    monotonicNow: () => performance.now(),
  });
  return [
    ...(await sessions(lab, 100_000)),
    ...(await exchanges(lab, 10_000)),
    ...(await largeToken(lab, 750_000)),
  ];
})();

async function sessions(lab: Lab, count: number): Promise<readonly Frames[]> {
  const target = newPlace();
  mount(SessionTable, { target, props: { lab, language: 'en', rows: manyRows(count) } });
  const scroller = await found(target, '.scroller');
  const filter = await found(target, 'input');
  const name = `${String(count)} sessions`;
  const scrolled = await framesOf(`${name}, scrolled`, 300, (frame) => {
    scroller.scrollTop = frame % 100 === 99 ? frame * 20_000 : scroller.scrollTop + 160;
  });
  const filtered = await framesOf(`${name}, filtered letter by letter`, 120, (frame) => {
    if (frame % 10 === 0) type(filter, 'alice'.slice(0, (frame / 10) % 6));
  });
  target.remove();
  return [scrolled, filtered];
}

async function exchanges(lab: Lab, count: number): Promise<readonly Frames[]> {
  await lab.visit('https://shop.example/');
  const target = newPlace();
  const many = new ManyExchanges(lab.exchanges, count);
  mount(ManyExchangesPanel, { target, props: { many } });
  const diagram = await found(target, '.diagram');
  const name = `${String(count)} exchanges`;
  const scrolled = await framesOf(`${name}, scrolled, more shown`, 300, (frame) => {
    diagram.scrollTop = Math.max(0, diagram.scrollTop - 120);
    if (frame % 50 === 49) target.querySelector<HTMLElement>('.earlier')?.click();
  });
  const growing = await framesOf(`${name}, and one more every sixth frame`, 300, (frame) => {
    if (frame % 6 === 0) many.add();
  });
  target.remove();
  return [scrolled, growing];
}

/** A token with a claim of so many letters, on the workbench. */
async function largeToken(lab: Lab, letters: number): Promise<readonly Frames[]> {
  const target = newPlace();
  const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));
  const workbench = new JwtWorkbench({ now: Date.now, randomBytes });
  const navigation = new Navigation(document.baseURI);
  const route = { name: 'jwt-workbench', language: 'en', fragment: '' } as const;
  const openTabLab = () => Promise.resolve({ lab } as TabLab);
  mount(WorkbenchScreen, {
    target,
    props: { workbench, route, navigation, openTabLab, language: 'en' },
  });
  const key = { kty: 'oct', k: 'k'.repeat(43) };
  const claims = JSON.stringify({ sub: 'alice', blob: 'x'.repeat(letters) });
  const signed = await signText('{"alg":"HS256"}', claims, { algorithm: 'HS256', key });
  const token = signed.ok ? signed.token : '';
  workbench.changeKey({ text: JSON.stringify(key) });
  const field = await found(target, 'textarea');
  const name = `Token of ${String(token.length)} letters`;
  const pasted = await framesOf(`${name}, pasted ten times`, 300, (frame) => {
    if (frame % 30 === 0) type(field, frame % 60 === 0 ? token : '');
  });
  type(field, token);
  const typed = await framesOf(`${name}, a letter every sixth frame`, 300, (frame) => {
    if (frame % 6 === 0) type(field, `${token}${'x'.repeat((frame / 6) % 5)}`);
  });
  target.remove();
  return [pasted, typed];
}

function manyRows(count: number): readonly PlacedRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    machines: ['shop-1'],
    record: {
      id: (index * 2_654_435_761).toString(16).padStart(32, '0'),
      userId: index % 2 === 0 ? 'alice' : 'bob',
      data: { cart: { 'salt-bread': index % 5 } },
      createdAt: index,
      lastSeenAt: index,
      idleExpiresAt: 8e15,
      absoluteExpiresAt: 8e15,
    },
  }));
}

function newPlace(): HTMLElement {
  const place = document.createElement('div');
  place.style.height = '500px';
  document.body.append(place);
  return place;
}

async function found(place: HTMLElement, selector: string): Promise<HTMLElement> {
  for (;;) {
    const element = place.querySelector<HTMLElement>(selector);
    if (element !== null) return element;
    await nextFrame();
  }
}

function type(input: HTMLElement, text: string): void {
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)) return;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

async function framesOf(
  work: string,
  frames: number,
  act: (frame: number) => void,
): Promise<Frames> {
  const times: number[] = [];
  let before = await nextFrame();
  for (let frame = 0; frame < frames; frame += 1) {
    act(frame);
    const now = await nextFrame();
    times.push(now - before);
    before = now;
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    work,
    frames,
    median: sorted[Math.floor(frames / 2)] ?? NaN,
    slowest: sorted.at(-1) ?? NaN,
    late: times.filter((ms) => ms > lateAfter).length,
  };
}

function nextFrame(): Promise<number> {
  return new Promise(requestAnimationFrame);
}
