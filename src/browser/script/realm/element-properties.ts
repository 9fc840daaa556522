import { formEntries, sendForm } from './form.ts';
import { pageEvent } from './listeners.ts';
import { ScriptElement } from './script-element.ts';

const textAttributes = ['id', 'name', 'type', 'action', 'method', 'alt', 'target', 'title', 'lang'];
const addresses = ['src', 'href'];
const flags = ['hidden', 'disabled', 'required'];

type Property = ThisType<ScriptElement> & PropertyDescriptor;

function define(name: string, property: Property): void {
  Object.defineProperty(ScriptElement.prototype, name, { configurable: true, ...property });
}

/** Attributes that are properties as well. */
for (const name of [...textAttributes, ...addresses, 'className'])
  define(name, {
    get() {
      const value = this.getAttribute(name === 'className' ? 'class' : name) ?? '';
      return addresses.includes(name) && value !== '' ? this.tree.resolve(value) : value;
    },
    set(value: unknown) {
      this.setAttribute(name === 'className' ? 'class' : name, value);
    },
  });

for (const name of flags)
  define(name, {
    get() {
      return this.hasAttribute(name);
    },
    set(value: unknown) {
      if (value) this.setAttribute(name, '');
      else this.removeAttribute(name);
    },
  });

define('classList', {
  get() {
    const names = (): string[] => this.className.split(/\s+/).filter((name) => name !== '');
    const put = (name: string, wanted: boolean): boolean => {
      const others = names().filter((one) => one !== name);
      this.className = [...others, ...(wanted ? [name] : [])].join(' ');
      return wanted;
    };
    return Object.freeze({
      add: (name: unknown) => put(String(name), true),
      remove: (name: unknown) => put(String(name), false),
      toggle: (name: unknown, wanted = !names().includes(String(name))) =>
        put(String(name), wanted),
      contains: (name: unknown) => names().includes(String(name)),
    });
  },
});

/** The form that a field belongs to. */
define('form', {
  get() {
    return this.closest('form');
  },
});

/** Fields of a form, in order, and by name. */
define('elements', {
  get() {
    const fields = this.querySelectorAll('input, button, select, textarea');
    const named = fields.map((field) => [field.name || field.id, field] as const);
    return Object.assign(
      [...fields],
      Object.fromEntries(named.filter(([name]) => name !== '').reverse()),
    );
  },
});

define('submit', {
  value() {
    sendForm(this, null);
  },
});

define('requestSubmit', {
  value(submitter: unknown = null) {
    const event = this.tree.dispatch(this, pageEvent('submit', this, { submitter }));
    if (!event.defaultPrevented)
      sendForm(this, submitter instanceof ScriptElement ? submitter : null);
  },
});

/** `FormData`, which can be made of a form of the page. */
export class PageFormData extends FormData {
  constructor(form?: unknown) {
    super();
    if (form instanceof ScriptElement)
      for (const [name, value] of formEntries(form, null)) this.append(name, value);
  }
}

declare module './script-element.ts' {
  interface ScriptElement {
    className: string;
    type: string;
    action: string;
    method: string;
    target: string;
    href: string;
    src: string;
    readonly form: ScriptElement | null;
    readonly elements: readonly ScriptElement[];
    requestSubmit(submitter?: unknown): void;
  }
}
