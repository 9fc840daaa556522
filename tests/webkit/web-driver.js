/**
 * As much of WebDriver (W3C) as a smoke test needs. What is looked for is waited for: 20 seconds at most.
 */
export class WebDriver {
  #session;

  constructor(session) {
    this.#session = session;
  }

  /** Opens a browser through the driver that listens at the origin. */
  static async open(origin, capabilities) {
    const { sessionId } = await ask('POST', `${origin}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    const session = `${origin}/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { implicit: 20_000 });
    return new WebDriver(session);
  }

  async goTo(url) {
    await this.#post('url', { url });
  }

  /** The first element that the XPath finds in the chosen frame. */
  async find(xpath) {
    const found = await this.#post('element', { using: 'xpath', value: xpath });
    return Object.values(found)[0];
  }

  async click(xpath) {
    await this.#post(`element/${await this.find(xpath)}/click`, {});
  }

  /** Puts the text in the place of what a field holds, and ends it by Enter where asked to. */
  async fill(xpath, text, { enter = false } = {}) {
    const field = await this.find(xpath);
    await this.#post(`element/${field}/clear`, {});
    await this.#post(`element/${field}/value`, { text: enter ? `${text}\uE007` : text });
  }

  /** From here on everything is looked for in that frame; `null`: in the page itself. */
  async enterFrame(xpath) {
    if (xpath === null) return this.#post('frame', { id: null });
    const frame = await this.find(xpath);
    return this.#post('frame', { id: { 'element-6066-11e4-a52e-4f735466cecf': frame } });
  }

  async close() {
    await ask('DELETE', this.#session);
  }

  #post(command, content) {
    return ask('POST', `${this.#session}/${command}`, content);
  }
}

async function ask(method, url, content) {
  const response = await fetch(url, {
    method,
    ...(content && { body: JSON.stringify(content) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
