import type { Page } from '@playwright/test';
import type { Choices } from './choices.ts';
import { inPage } from './in-page.ts';
import { typedTexts } from './typed-texts.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** Numbers of options, where it is a choice of them. */
  readonly options: number;
  readonly takesText: boolean;
  /** On every page: it leads away from what one is at. */
  readonly isOfTheHeader: boolean;
}

const keys = [
  ...['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Enter', 'Enter', 'Space', 'Escape', 'Escape'],
  ...['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp'],
  ...['Control+a', 'Control+z', 'Delete', 'Backspace', '?', '/', '1', '2', '3', 'j', 'k', 'n'],
] as unknown as readonly [string, ...string[]];

const sizes = [
  [1366, 768],
  [1366, 768],
  [1280, 720],
  [1920, 1080],
  [820, 1180],
  [390, 844],
  [320, 568],
] as const;

/** Uses the page without knowing what it does. */
export class Monkey {
  /** What it did, oldest first. */
  readonly deeds: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly choices: Choices,
    private readonly home: string,
    /** Addresses below `home`. */
    private readonly places: readonly [string, ...string[]],
  ) {}

  async act(): Promise<void> {
    const act = this.choices.weighted<() => Promise<string>>([
      [60, () => this.#click()],
      [14, () => this.#type()],
      [14, () => this.#press()],
      [3, () => this.#clickAnywhere()],
      [4, () => this.#scroll()],
      [3, () => this.#resize()],
      [2, () => this.#goBack()],
      [1, () => this.#goForward()],
      [1, () => this.#reload()],
      [2, () => this.#goSomewhere()],
    ]);
    this.deeds.push(await act());
    if (!this.page.url().startsWith(this.home)) this.deeds.push(await this.#goSomewhere());
  }

  async #click(): Promise<string> {
    const places = await inPage(this.page, placesToClick);
    const [first, ...rest] = places;
    if (first === undefined) {
      await this.page.waitForTimeout(100);
      return 'nothing to click';
    }
    const some: readonly [Place, ...Place[]] = [first, ...rest];
    const any = this.choices.of(some);
    const place = any.isOfTheHeader ? this.choices.of(some) : any;
    if (place.options > 0) return this.#choose(place);
    await this.page.mouse.click(place.x, place.y);
    return `click ${place.name}`;
  }

  /** By the keyboard, since the list of a `select` is no part of the page. */
  async #choose({ x, y, name, options }: Place): Promise<string> {
    const index = this.choices.below(options);
    await this.page.evaluate(chooseAt, { x, y, index });
    return `choose ${index} in ${name}`;
  }

  async #type(): Promise<string> {
    const fields = (await inPage(this.page, placesToClick)).filter((one) => one.takesText);
    const [first, ...rest] = fields;
    if (first === undefined) return this.#press();
    const { x, y, name } = this.choices.of([first, ...rest]);
    const text = this.choices.of(typedTexts);
    const send = this.choices.below(3) > 0;
    await this.page.mouse.click(x, y);
    if (this.choices.below(2) === 0) await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(text);
    if (send) await this.page.keyboard.press('Enter');
    return `type ${JSON.stringify(text.slice(0, 60))}${send ? ' and Enter' : ''} into ${name}`;
  }

  async #press(): Promise<string> {
    const key = this.choices.of(keys);
    await this.page.keyboard.press(key);
    return `press ${key}`;
  }

  async #clickAnywhere(): Promise<string> {
    const { width, height } = this.page.viewportSize() ?? { width: 1366, height: 768 };
    const [x, y] = [this.choices.below(width), this.choices.below(height)];
    await this.page.mouse.click(x, y);
    return `click at ${x}, ${y}`;
  }

  async #scroll(): Promise<string> {
    const by = this.choices.of([300, 600, 2000, -300, -2000]);
    await this.page.mouse.wheel(0, by);
    return `scroll by ${by}`;
  }

  async #resize(): Promise<string> {
    const [width, height] = this.choices.of(sizes);
    await this.page.setViewportSize({ width, height });
    return `make it ${width} × ${height}`;
  }

  async #goBack(): Promise<string> {
    await this.page.goBack({ waitUntil: 'commit' });
    return `back to ${this.page.url()}`;
  }

  async #goForward(): Promise<string> {
    await this.page.goForward({ waitUntil: 'commit' });
    return `forward to ${this.page.url()}`;
  }

  async #reload(): Promise<string> {
    await this.page.reload();
    return 'reload';
  }

  async #goSomewhere(): Promise<string> {
    const place = this.choices.of(this.places);
    await this.page.goto(`${this.home}${place}`);
    return `go to ${place}`;
  }
}

/** In the page: what can be seen and used, in the document and in the simulated page inside it. */
function placesToClick(): Place[] {
  const usable =
    'a[href], button, input, select, textarea, summary, label, [role=tab], [role=radio], [contenteditable], [tabindex="0"]';
  const textual = /^(?:text|search|number|password|email|url|)$/;
  const documents: { document: Document; left: number; top: number; clip: DOMRect | null }[] = [
    { document, left: 0, top: 0, clip: null },
  ];
  for (const frame of document.querySelectorAll('iframe')) {
    const clip = frame.getBoundingClientRect();
    if (frame.contentDocument)
      documents.push({ document: frame.contentDocument, left: clip.left, top: clip.top, clip });
  }
  return documents.flatMap(({ document: inner, left, top, clip }) =>
    [...inner.querySelectorAll<HTMLElement>(usable)].flatMap((element) => {
      const isElsewhere =
        clip === null && 'href' in element && !String(element.href).startsWith(location.origin);
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = { x: left + x + width / 2, y: top + y + height / 2 };
      const isSeen =
        width > 0 &&
        height > 0 &&
        place.x >= Math.max(0, clip?.left ?? 0) &&
        place.y >= Math.max(0, clip?.top ?? 0) &&
        place.x < Math.min(innerWidth, clip?.right ?? innerWidth) &&
        place.y < Math.min(innerHeight, clip?.bottom ?? innerHeight);
      if (isElsewhere || !isSeen || element.matches(':disabled')) return [];
      const kind = element.tagName.toLowerCase();
      const words = element.getAttribute('aria-label') ?? element.innerText;
      return [
        {
          ...place,
          name: `${kind} “${words.trim().replaceAll(/\s+/g, ' ').slice(0, 50)}”`,
          options: kind === 'select' ? (element as HTMLSelectElement).options.length : 0,
          isOfTheHeader: element.closest('header') !== null,
          takesText:
            kind === 'textarea' ||
            element.isContentEditable ||
            (kind === 'input' && textual.test((element as HTMLInputElement).type)),
        },
      ];
    }),
  );
}

/** In the page: chooses an option as a person does, with the events of it. */
function chooseAt({ x, y, index }: { x: number; y: number; index: number }): void {
  const hit = document.elementFromPoint(x, y);
  if (!(hit instanceof HTMLSelectElement)) return;
  hit.focus();
  hit.selectedIndex = index;
  hit.dispatchEvent(new Event('input', { bubbles: true }));
  hit.dispatchEvent(new Event('change', { bubbles: true }));
}
