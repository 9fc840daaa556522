import { describe, expect, it } from 'vitest';
import { checkSnapshot } from '../../../src/lab/check-snapshot.ts';
import type { Lab } from '../../../src/lab/lab.svelte.ts';
import { pageLoadOf } from '../../../src/lab/page-load.ts';
import { testLab } from './test-lab.ts';

const home = 'https://shop.example/';

function lastLoad(lab: Lab) {
  const page = lab.exchanges.findLast(({ kind }) => kind === 'navigation')!;
  return pageLoadOf(lab.exchanges, page.id)!;
}

describe('connections of a lab', () => {
  it('loads a page over six connections, and the next one with no handshake', async () => {
    const lab = testLab();
    await lab.visit(home);
    expect(lastLoad(lab)).toMatchObject({ handshakes: 6, connections: 6 });
    await lab.visit('https://shop.example/cart');
    expect(lastLoad(lab).handshakes).toBe(0);
  });

  it('shakes hands anew when the line went dead, by the lab’s clock', async () => {
    const lab = testLab();
    await lab.visit('https://shop.example/cart');
    lab.advance(6000);
    await lab.visit('https://shop.example/cart');
    expect(lastLoad(lab).handshakes).toBeGreaterThan(0);
  });

  it('refuses the learner too while a crowd holds every slot', async () => {
    const lab = testLab();
    lab.changeConnections({ slots: 5, backlog: 0, keepAliveTimeoutSeconds: 60 });
    lab.letGuestsCome(50);
    await lab.visit(home);
    expect(lab.browser.activeTab?.problem?.code).toBe('connection-refused');
    lab.advance(62_000);
    await lab.reload();
    expect(lab.browser.activeTab?.problem).toBeNull();
  });

  it('takes all of it back by undo, and keeps it in a snapshot', async () => {
    const lab = testLab();
    await lab.visit(home);
    const before = lab.snapshot().remembered['wire/connections'];
    lab.changeConnections({ httpVersion: '3' });
    lab.joinNetwork('cafe');
    expect(checkSnapshot(JSON.parse(JSON.stringify(lab.snapshot())))).toMatchObject({ ok: true });
    lab.undo();
    lab.undo();
    expect(lab.connectionSettings.httpVersion).toBe('1.1');
    expect(lab.network).toBe('home');
    expect(lab.snapshot().remembered['wire/connections']).toEqual(before);
  });
});

describe('networks', () => {
  /** The address as the servers see it, by the memory that goes by it. */
  async function addressOf(lab: Lab): Promise<string> {
    await lab.visit(home);
    return lab.exchanges
      .findLast(({ kind }) => kind === 'navigation')!
      .trace.map(({ values }) => String(values['address'] ?? ''))
      .join('');
  }

  it('gives everybody in the café one address, and each their own at home', async () => {
    const lab = testLab();
    lab.changeSettings({ remember: 'by-address' });
    const alice = await addressOf(lab);
    lab.joinNetwork('cafe');
    const aliceInTheCafe = await addressOf(lab);
    lab.showBrowser('mallory-laptop');
    const mallory = await addressOf(lab);
    lab.joinNetwork('cafe');
    expect(await addressOf(lab)).toBe(aliceInTheCafe);
    expect(new Set([alice, aliceInTheCafe, mallory]).size).toBe(3);
  });
});
