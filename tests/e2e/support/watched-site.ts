import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, type Request } from '@playwright/test';

/** The site with a watch on the network, on what the real browser keeps, and on whether the page still answers. */
export class WatchedSite {
  readonly #asked: string[] = [];
  readonly #foreign: string[] = [];
  readonly #canary: Server;
  #home = '';

  private constructor(
    readonly page: Page,
    readonly baseURL: string,
  ) {
    this.#canary = createServer((request, response) => {
      this.#asked.push(request.url ?? '');
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end();
    });
  }

  static async watch(page: Page, baseURL: string | undefined): Promise<WatchedSite> {
    const site = new WatchedSite(page, baseURL ?? '');
    await new Promise<void>((listening) => site.#canary.listen(0, '127.0.0.1', listening));
    return site;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    this.#home = this.page.url();
    this.page.on('requestfinished', (request) => this.#note(request));
    this.page.on('requestfailed', (request) => this.#note(request));
    await this.page.evaluate(() => localStorage.setItem('real', 'secret'));
  }

  /** The code with the addresses of the server that counts and of the site in it. */
  addressed(code: string): string {
    const { port } = this.#canary.address() as AddressInfo;
    return code.replaceAll('CANARY', `http://127.0.0.1:${port}`).replaceAll('SITE', this.baseURL);
  }

  /** A press of a button of the real page does what it should. */
  async expectAnswer(name: string): Promise<void> {
    const theme = this.page.getByRole('button', { name: /^(?:Dark|Light)$/ });
    const before = (await theme.textContent()) ?? '';
    await theme.click();
    await expect(theme, name).not.toHaveText(before);
  }

  async expectUntouched(): Promise<void> {
    expect(this.#foreign).toEqual([]);
    expect(this.#asked).toEqual([]);
    expect(this.page.url()).toBe(this.#home);
    expect(await this.page.evaluate(() => localStorage.getItem('real'))).toBe('secret');
    expect(await this.page.context().cookies()).toEqual([]);
  }

  close(): void {
    this.#canary.close();
  }

  #note(request: Request): void {
    const { origin, hostname, protocol } = new URL(request.url());
    // The lab's own names are asked by real requests, which its service worker answers.
    const isOwn = origin === new URL(this.#home).origin || hostname.endsWith('.example');
    // What a policy blocks has been tried, and went nowhere.
    const isBlocked = request.failure()?.errorText === 'csp';
    if (!isOwn && !isBlocked && !/^(?:blob|data):$/.test(protocol))
      this.#foreign.push(request.url());
  }
}
