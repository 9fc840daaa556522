import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import * as m from '../../../src/messages/compiled/messages.js';

export type Language = 'en' | 'ko';
export const languages: readonly Language[] = ['en', 'ko'];

export interface StepPlace {
  readonly chapter: string;
  readonly step: string;
}

/** What one may do in the popover of the connections. */
interface ConnectionFields {
  httpVersion(label: string): Promise<unknown>;
  amount(name: typeof m.connections_timeout, value: number): Promise<unknown>;
  letGuestsCome(): Promise<unknown>;
}

/** The stage as one sees and uses it: everything is found by its name, and done by mouse and keyboard. */
export class Stage {
  readonly lesson: Locator;
  /** The document in the simulated browser's window. */
  readonly shop: FrameLocator;
  readonly cookies: Locator;
  readonly sessions: Locator;
  readonly controls: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {
    const locale = { locale: language };
    this.lesson = page.getByRole('complementary', {
      name: m.stage_lesson({}, locale),
      exact: true,
    });
    // The sandboxes of pages' scripts are frames as well, of no origin that one could look into.
    this.shop = page.frameLocator('iframe[sandbox~="allow-same-origin"]');
    this.cookies = page.getByRole('region', { name: m.stage_cookies({}, locale), exact: true });
    this.sessions = page.getByRole('region', { name: m.stage_sessions({}, locale), exact: true });
    this.controls = page.getByRole('toolbar', { name: m.stage_controls({}, locale) });
  }

  get locale(): { readonly locale: Language } {
    return { locale: this.language };
  }

  get window(): Locator {
    return this.page.getByRole('region', { name: m.stage_browser_window({}, this.locale) });
  }

  /** Opens a step by its link, as from a bookmark. */
  async enter({ chapter, step }: StepPlace): Promise<void> {
    await this.page.goto(`${this.language}/${chapter}/#${step}`);
    await this.prepared();
  }

  /** The lab stands where the step begins. */
  async prepared(): Promise<void> {
    await expect(this.lesson.locator('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await this.settled();
  }

  /** Nothing is being loaded in the simulated browser, as far as its column is open. */
  async settled(): Promise<void> {
    const { locale } = this;
    const strip = this.page.getByTitle(
      m.stage_open_column({ name: m.stage_browser({}, locale) }, locale),
    );
    const settled = this.window.locator('[aria-busy="false"]');
    await expect(settled.or(strip).first()).toBeVisible();
  }

  // The simulated browser

  async visit(address: string): Promise<void> {
    const bar = this.page.getByRole('textbox', {
      name: m.stage_address({}, this.locale),
      exact: true,
    });
    await bar.fill(address);
    await bar.press('Enter');
    await this.settled();
  }

  async reloadShop(): Promise<void> {
    await this.window
      .getByRole('button', { name: m.stage_reload({}, this.locale), exact: true })
      .click();
    await this.settled();
  }

  async followLogo(): Promise<void> {
    await this.press(this.shop.getByRole('link', { name: 'Crumb' }));
  }

  /** The link tells how many pieces there are, as far as the page that shows it knows. */
  async followCartLink(count: number): Promise<void> {
    await this.press(
      this.shop.getByRole('link', { name: m.shop_cart_with_count({ count }, this.locale) }),
    );
  }

  async press(target: Locator): Promise<void> {
    await target.click();
    await this.settled();
  }

  /** Puts a salt bread in the cart; the shop's list of breads must be open. */
  async addBread(): Promise<void> {
    const product = m.shop_product_salt_bread({}, this.locale);
    await this.press(
      this.shop.getByRole('button', { name: m.shop_add_named({ product }, this.locale) }),
    );
    await expect(this.shopHeading(m.shop_cart_title({}, this.locale))).toBeVisible();
  }

  /** By the form that is filled in already; it must be open. */
  async sendSignInForm(): Promise<void> {
    await this.press(
      this.shop.getByRole('button', { name: m.shop_sign_in({}, this.locale), exact: true }),
    );
  }

  async signIn(): Promise<void> {
    await this.visit('shop.example/login');
    await this.sendSignInForm();
  }

  async signOut(): Promise<void> {
    await this.press(
      this.shop.getByRole('button', { name: m.shop_sign_out({}, this.locale), exact: true }),
    );
  }

  shopHeading(name: string): Locator {
    return this.shop.getByRole('heading', { level: 1, name, exact: true });
  }

  async takeSeatAt(computer: 'alice' | 'mallory'): Promise<void> {
    const { locale } = this;
    const name =
      computer === 'alice'
        ? m.stage_alices_laptop({}, locale)
        : m.stage_mallorys_laptop({}, locale);
    await this.page.getByLabel(m.stage_whose_browser({}, locale)).selectOption({ label: name });
  }

  /** In the console below the window; a line more stands there afterwards. */
  async runInConsole(line: string): Promise<void> {
    const { locale } = this;
    await this.page.getByRole('tab', { name: m.console_name({}, locale) }).click();
    const answers = this.page
      .getByRole('log', { name: m.console_output({}, locale) })
      .locator('li:is(.result, .error)');
    const prompt = this.page.getByRole('textbox', { name: m.console_input({}, locale) });
    // Before the panel is there, its earlier answers would not be counted.
    await expect(prompt).toBeVisible();
    const before = await answers.count();
    await prompt.fill(line);
    await prompt.press('Enter');
    await expect(answers).toHaveCount(before + 1);
    await this.settled();
  }

  /** As `runInConsole`, for what takes long: ends when it has begun. */
  async typeIntoConsole(line: string): Promise<void> {
    const { locale } = this;
    await this.page.getByRole('tab', { name: m.console_name({}, locale) }).click();
    const prompt = this.page.getByRole('textbox', { name: m.console_input({}, locale) });
    await prompt.fill(line);
    await prompt.press('Enter');
  }

  /** In the settings of the browser; the page is reloaded. */
  async treatThirdParties(label: string): Promise<void> {
    const { locale } = this;
    const name = m.browsers_settings({}, locale);
    await this.page.getByRole('button', { name }).press('Enter');
    const dialog = this.page.getByRole('dialog', { name });
    await dialog.getByLabel(m.browsers_third_party({}, locale)).selectOption({ label });
    await dialog.getByRole('button', { name: m.browsers_reload({}, locale) }).press('Enter');
    await this.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await this.settled();
  }

  // The jar

  cookie(name: string): Locator {
    return this.cookies.getByRole('button', {
      name: m.stage_cookie_open({ name }, this.locale),
      exact: true,
    });
  }

  /** Names of the cookies in the jar, in their order. */
  get cookieNames(): Locator {
    return this.cookies.getByRole('rowheader');
  }

  async editCookie(name: string, change: (value: string) => string): Promise<void> {
    const { locale } = this;
    await this.cookie(name).click();
    const editor = this.cookies.getByRole('form', { name: m.stage_cookie_open({ name }, locale) });
    const value = editor.getByLabel(m.stage_cookie_value({}, locale), { exact: true });
    await value.fill(change(await value.inputValue()));
    await editor.getByRole('button', { name: m.stage_save({}, locale) }).click();
    await expect(editor).toBeHidden();
  }

  async cookieValue(name: string): Promise<string> {
    const { locale } = this;
    await this.cookie(name).click();
    const editor = this.cookies.getByRole('form', { name: m.stage_cookie_open({ name }, locale) });
    const value = await editor.getByLabel(m.stage_cookie_value({}, locale)).inputValue();
    await editor.getByRole('button', { name: m.stage_cancel({}, locale) }).click();
    await expect(editor).toBeHidden();
    return value;
  }

  async deleteCookie(name: string): Promise<void> {
    await this.cookie(name).click();
    await this.cookies
      .getByRole('button', { name: m.stage_cookie_delete({}, this.locale), exact: true })
      .click();
    await expect(this.cookie(name)).toBeHidden();
  }

  async addCookie(name: string, value: string): Promise<void> {
    const { locale } = this;
    await this.cookies
      .getByRole('button', { name: m.stage_cookie_add({}, locale), exact: true })
      .click();
    await this.cookies.getByRole('textbox', { name: m.stage_cookie_name({}, locale) }).fill(name);
    await this.cookies.getByRole('textbox', { name: m.stage_cookie_value({}, locale) }).fill(value);
    await this.page.keyboard.press('Enter');
    await expect(this.cookie(name)).toBeVisible();
  }

  // What script has stored

  async storedValue(key: string): Promise<string> {
    await this.openStorage();
    return this.page
      .getByRole('textbox', { name: m.storage_edit({ key }, this.locale) })
      .inputValue();
  }

  async removeStored(key: string): Promise<void> {
    await this.openStorage();
    const name = m.storage_remove_named({ key }, this.locale);
    const remove = this.page.getByRole('button', { name });
    await remove.click();
    await expect(remove).toBeHidden();
  }

  private async openStorage(): Promise<void> {
    await this.page
      .getByRole('tab', { name: m.storage_name({}, this.locale), exact: true })
      .click();
  }

  // The server

  /** One for each row of the session table: its whole ID is the title, as one sees it by pointing at it. */
  get sessionIds(): Locator {
    return this.sessions.getByRole('rowheader').getByRole('button');
  }

  async sessionId(): Promise<string> {
    const id = await this.sessionIds.last().getAttribute('title');
    return id?.split(' ')[0] ?? '';
  }

  // The controls

  async turnClock(turn: 'minute' | 'half-hour', times = 1): Promise<void> {
    const { locale } = this;
    const name =
      turn === 'minute' ? m.stage_clock_minute({}, locale) : m.stage_clock_half_hour({}, locale);
    const button = this.controls.getByRole('button', { name, exact: true });
    for (let turned = 0; turned < times; turned += 1) await button.click();
  }

  async rememberBy(way: string): Promise<void> {
    const choice = this.controls.getByRole('combobox', { name: m.stage_remember({}, this.locale) });
    await choice.selectOption({ label: way });
  }

  async closeBrowser(): Promise<void> {
    await this.control(m.stage_close_browser({}, this.locale)).click();
    await expect(this.window.getByText(m.stage_browser_is_closed({}, this.locale))).toBeVisible();
  }

  async openBrowser(): Promise<void> {
    await this.press(this.control(m.stage_open_browser({}, this.locale)));
  }

  async restartServer(): Promise<void> {
    await this.control(m.stage_restart_server({}, this.locale)).click();
  }

  async undo(): Promise<void> {
    await this.control(m.stage_undo({}, this.locale)).click();
  }

  async setMaxAge(label: string): Promise<void> {
    await this.inCookieAttributes((attributes) =>
      attributes.getByLabel('Max-Age').selectOption({ label }),
    );
  }

  async chooseAttribute(name: string, label: string): Promise<void> {
    await this.inCookieAttributes((attributes) =>
      attributes.getByLabel(name, { exact: true }).selectOption({ label }),
    );
  }

  async checkAttribute(name: string): Promise<void> {
    await this.inCookieAttributes((attributes) =>
      attributes.getByRole('checkbox', { name, exact: true }).check(),
    );
  }

  async signPlainCookies(): Promise<void> {
    await this.inCookieAttributes((attributes) =>
      attributes
        .getByRole('checkbox', { name: m.stage_sign_plain_cookie({}, this.locale) })
        .check(),
    );
  }

  async switchRegeneration(on: boolean): Promise<void> {
    const { locale } = this;
    await this.inPopover(m.stage_timeouts({}, locale), (timeouts) =>
      timeouts.getByRole('checkbox', { name: m.stage_regenerate({}, locale) }).setChecked(on),
    );
  }

  async makeSessionIds(bits: number): Promise<void> {
    const { locale } = this;
    await this.inPopover(m.stage_timeouts({}, locale), (timeouts) =>
      timeouts
        .getByLabel(m.stage_session_bits({}, locale))
        .selectOption({ label: m.stage_session_bits_count({ count: bits }, locale) }),
    );
  }

  /** Puts a defence up or takes it down, opens a hole or closes it. */
  async switchProtection(name: string, on: boolean): Promise<void> {
    await this.inProtection((popover) =>
      popover.getByRole('checkbox', { name, exact: true }).setChecked(on),
    );
  }

  async chooseFormToken(label: string): Promise<void> {
    const name = m.attacks_form_token({}, this.locale);
    await this.inProtection((popover) =>
      popover.getByLabel(name, { exact: true }).selectOption({ label }),
    );
  }

  /** The button tells of the holes that are open as well. */
  private async inProtection(change: (popover: Locator) => Promise<unknown>): Promise<void> {
    const name = m.attacks_protection({}, this.locale);
    await this.controls.getByRole('button', { name }).click();
    const popover = this.page.getByRole('dialog', { name });
    await change(popover);
    await this.page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
  }

  /** In the popover of the connections. */
  async setConnections(change: (fields: ConnectionFields) => Promise<unknown>): Promise<void> {
    const { locale } = this;
    await this.inPopover(m.connections_label({}, locale), (popover) =>
      change({
        httpVersion: (label) =>
          popover.getByLabel(m.connections_http_version({}, locale)).selectOption({ label }),
        amount: async (name, value) => {
          const field = popover.getByLabel(name({}, locale), { exact: true });
          await field.fill(String(value));
          await field.press('Tab');
        },
        letGuestsCome: () =>
          popover
            .getByRole('button', { name: m.connections_guests({ count: '50' }, locale) })
            .click(),
      }),
    );
  }

  async joinNetwork(label: string): Promise<void> {
    const { locale } = this;
    await this.controls
      .getByRole('combobox', { name: m.connections_network({}, locale), exact: true })
      .selectOption({ label });
  }

  async installRelease(label: string): Promise<void> {
    await this.controls
      .getByRole('combobox', { name: m.stage_release({}, this.locale) })
      .selectOption({ label });
  }

  /** By the client without a window, in its terminal. */
  async askByCurl(address: string): Promise<void> {
    const { locale } = this;
    const title = m.stage_terminal_title({}, locale);
    await this.controls.getByRole('button', { name: title }).click();
    const terminal = this.page.getByRole('dialog', { name: title });
    await terminal
      .getByRole('textbox', { name: m.stage_terminal_address({}, locale) })
      .fill(address);
    await terminal.getByRole('button', { name: m.stage_terminal_run({}, locale) }).click();
    await expect(
      terminal.getByRole('region', { name: m.stage_terminal_answer({}, locale) }),
    ).toBeVisible();
    await this.page.keyboard.press('Escape');
    await expect(terminal).toBeHidden();
  }

  /** What the lock of the address bar tells of the page. */
  async lookBehindTheLock(names: readonly string[]): Promise<void> {
    const { locale } = this;
    await this.window.getByRole('button', { name: m.stage_connection_secure({}, locale) }).click();
    const about = this.page.getByRole('dialog', {
      name: m.stage_site_information({}, locale),
    });
    await expect(about.locator('code')).toHaveText([...names]);
    await this.page.keyboard.press('Escape');
    await expect(about).toBeHidden();
  }

  async balanceBy(label: string): Promise<void> {
    const { locale } = this;
    await this.inPopover(m.instances_label({}, locale), (instances) =>
      instances.getByLabel(m.instances_balancing({}, locale)).selectOption({ label }),
    );
  }

  async stopMachine(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: m.instances_stop_named({ name }, this.locale) })
      .click();
  }

  /** Switches all carelessness off; one check must have been left out. */
  async verifyCarefully(): Promise<void> {
    const { locale } = this;
    await this.inPopover(m.tokens_careless_on({ count: 1 }, locale), (popover) =>
      popover.getByRole('button', { name: m.tokens_careless_off({}, locale) }).click(),
    );
  }

  /** In the popover of the tokens. */
  async setTokens(change: (popover: Locator) => Promise<unknown>): Promise<void> {
    await this.inPopover(m.tokens_settings({}, this.locale), change);
  }

  // The load

  /** Sets what the next load will be. */
  async planLoad(name: typeof m.load_breaks, label: string): Promise<void> {
    await this.page
      .getByRole('group', { name: m.load_plan({}, this.locale), exact: true })
      .getByLabel(name({}, this.locale), { exact: true })
      .selectOption({ label });
  }

  async sendLoad(): Promise<void> {
    const { locale } = this;
    const send = this.page.getByRole('button', { name: m.load_run({ requests: '100' }, locale) });
    await send.click();
    await expect(this.loadProgress).toBeHidden();
    await expect(send).toBeEnabled();
  }

  async measureLookUps(): Promise<void> {
    const measure = this.page.getByRole('button', { name: m.load_rows_run({}, this.locale) });
    await measure.click();
    await expect(this.loadProgress).toBeHidden();
    await expect(measure).toBeEnabled();
  }

  private get loadProgress(): Locator {
    return this.page.getByRole('progressbar');
  }

  private control(name: string): Locator {
    return this.controls.getByRole('button', { name, exact: true });
  }

  private inCookieAttributes(change: (popover: Locator) => Promise<unknown>): Promise<void> {
    return this.inPopover(m.stage_cookie_attributes({}, this.locale), change);
  }

  private async inPopover(
    name: string,
    change: (popover: Locator) => Promise<unknown>,
  ): Promise<void> {
    await this.control(name).click();
    const popover = this.page.getByRole('dialog', { name });
    await change(popover);
    await this.page.keyboard.press('Escape');
    await expect(popover).toBeHidden();
  }

  // The lesson

  async answer(question: string, answer: string): Promise<void> {
    await this.lesson.locator(`input[name$="-${question}"][value="${answer}"]`).check();
  }

  async showMe(): Promise<void> {
    await this.lessonButton(m.stage_show_me({}, this.locale)).click();
  }

  async takeBack(): Promise<void> {
    await this.lessonButton(m.stage_take_back({}, this.locale)).click();
  }

  async restartStep(): Promise<void> {
    await this.lessonButton(m.stage_restart_step({}, this.locale)).click();
    await this.prepared();
  }

  /** Goes on by the link that stands ready once a step is done. */
  async goOn(): Promise<void> {
    await this.lesson.getByRole('link', { name: m.stage_next({ title: '' }, this.locale) }).click();
    await expect(this.stepDone).toBeHidden();
    await this.prepared();
  }

  /** Leaves a step that is not done yet. */
  async skip(): Promise<void> {
    await this.lesson
      .getByRole('link', { name: m.stage_skip({}, this.locale), exact: true })
      .click();
    await this.prepared();
  }

  /** The link to a step by its number, among those of the whole chapter. */
  stepLink(number: number): Locator {
    return this.lesson
      .getByRole('listitem')
      .getByRole('link')
      .nth(number - 1);
  }

  /** Links to the steps that were done on any visit. */
  get stepsDone(): Locator {
    const name = m.stage_step_done({}, this.locale);
    return this.lesson.getByRole('listitem').getByRole('link', { name });
  }

  get goalsReached(): Locator {
    return this.lesson.getByText(m.stage_goal_reached({}, this.locale), { exact: true });
  }

  get stepDone(): Locator {
    return this.lesson.getByText(m.stage_step_done({}, this.locale), { exact: true });
  }

  get wrongTurn(): Locator {
    return this.lesson.locator('[aria-live] .wrong');
  }

  private lessonButton(name: string): Locator {
    return this.lesson.getByRole('button', { name, exact: true });
  }
}
