import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptFile, keptFilesScript } from '../../../build/kept-files-plugin.ts';
import { basePath, siteServer } from './serve.js';

const built = fileURLToPath(new URL('../../../dist/', import.meta.url));
const textual: ReadonlySet<string> = new Set(['.html', '.js', '.css']);

/** A copy of the built site on a host of its own, which can be switched off and be given a new version. */
export class OwnSite {
  readonly #folder = mkdtempSync(join(tmpdir(), 'remember-me-site-'));
  #server: Server;
  #port = 0;

  private constructor() {
    cpSync(built, this.#folder, { recursive: true });
    this.#server = siteServer(this.#site);
  }

  static async open(): Promise<OwnSite> {
    const site = new OwnSite();
    await site.switchOn();
    return site;
  }

  get url(): string {
    return `http://localhost:${this.#port}${basePath}`;
  }

  async switchOn(): Promise<void> {
    this.#server = siteServer(this.#site);
    await new Promise<void>((listening) => this.#server.listen(this.#port, listening));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async switchOff(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Writes over a file of it. */
  write(path: string, text: string): void {
    writeFileSync(join(this.#folder, path), text);
  }

  remove(path: string): void {
    rmSync(join(this.#folder, path));
  }

  /** Puts another version in the place of this one: documents say so in an attribute, a part has another name. */
  deploy(mark: string, renamed: RegExp): void {
    const [before = ''] = readdirSync(join(this.#folder, 'assets')).filter((name) =>
      renamed.test(name),
    );
    const after = before.replace('-', `-${mark}-`);
    renameSync(join(this.#folder, 'assets', before), join(this.#folder, 'assets', after));
    for (const path of this.#files().filter((one) => textual.has(extname(one)))) {
      const text = readFileSync(join(this.#folder, path), 'utf8');
      const marked = text
        .replaceAll(before, after)
        .replace('<html ', `<html data-version="${mark}" `);
      if (marked !== text) writeFileSync(join(this.#folder, path), marked);
    }
    const list = keptFilesScript(
      this.#files()
        .filter((path) => !/^(?:kept-files|offline|sw|mockServiceWorker)\.js$/.test(path))
        .map((path) => keptFile(path, readFileSync(join(this.#folder, path)))),
    );
    writeFileSync(join(this.#folder, 'kept-files.js'), list);
  }

  async close(): Promise<void> {
    await this.switchOff();
    rmSync(this.#folder, { recursive: true });
  }

  get #site(): string {
    return `${this.#folder}/`;
  }

  #files(): readonly string[] {
    return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.#site.length));
  }
}
