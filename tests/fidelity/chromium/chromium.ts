import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunch } from '../../../build/find-chromium.js';
import { DevToolsPipe } from './devtools-pipe.ts';
import { Lane } from './lane.ts';

export interface Addresses {
  readonly plainPort: number;
  readonly securePort: number;
  readonly publicKeyHash: string;
}

/** What the distribution's Chromium does differently from Chrome's default in a new profile. */
const preferences = {
  profile: {
    cookie_controls_mode: 0,
    block_third_party_cookies: false,
    mixed_forms_warnings: false,
  },
};

/** Features that would come between an address and the request for it. */
const disabledFeatures = [
  'HttpsUpgrades',
  'HttpsFirstBalancedMode',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsFirstModeIncognito',
  'HttpsFirstModeV2ForEngagedSites',
  'LocalNetworkAccessChecks',
  // The lab asks for every page anew.
  'BackForwardCache',
  // One process for all frames of a tab, so that one session of the protocol reaches their script.
  'IsolateSandboxedIframes',
];

/** A real Chromium for which every host name there is leads to the local server. */
export class Chromium {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #pipe: DevToolsPipe;

  constructor(addresses: Addresses) {
    this.#profile = mkdtempSync(join(tmpdir(), 'remember-me-fidelity-'));
    mkdirSync(join(this.#profile, 'Default'));
    writeFileSync(join(this.#profile, 'Default', 'Preferences'), JSON.stringify(preferences));
    const { executablePath, args } = chromiumLaunch();
    if (executablePath === undefined) throw new Error('There is no Chromium to compare with.');
    this.#process = spawn(executablePath, [...args, ...switches(this.#profile, addresses)], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#pipe = new DevToolsPipe(this.#process);
  }

  /** A tab with a jar of its own. */
  openLane(): Promise<Lane> {
    return Lane.open(this.#pipe);
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#pipe.send('Browser.close');
    await ended;
    // Some of its processes may still be writing there.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function switches(
  profile: string,
  { plainPort, securePort, publicKeyHash }: Addresses,
): readonly string[] {
  const rules = [
    ...[80, 3000, 5173, 8080].map((port) => [port, plainPort] as const),
    ...[443, 8443].map((port) => [port, securePort] as const),
  ].map(([port, own]) => `MAP *:${String(port)} 127.0.0.1:${String(own)}`);
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=${rules.join(', ')}`,
    `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
    `--disable-features=${disabledFeatures.join(',')}`,
    '--disable-site-isolation-trials',
    '--disable-quic',
    '--disable-gpu',
    '--blink-settings=doHtmlPreloadScanning=false',
    '--no-first-run',
    '--no-default-browser-check',
    'about:blank',
  ];
}
