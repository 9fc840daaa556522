import type { ScriptElement } from './script-element.ts';

type Entry = readonly [name: string, value: string];

/** What a form would send (HTML §4.10.21.4). */
export function formEntries(
  form: ScriptElement,
  submitter: ScriptElement | null,
): readonly Entry[] {
  return form.elements.flatMap((field): Entry[] => {
    const name = field.name;
    if (name === '' || field.hasAttribute('disabled') || !isSent(field, submitter)) return [];
    return [[name, field.value === '' && isChoice(field) ? 'on' : field.value]];
  });
}

/** Sends the form, without asking anybody. */
export function sendForm(form: ScriptElement, submitter: ScriptElement | null): void {
  const { tree, target } = form;
  tree.tell({
    type: 'submit',
    form: {
      action: tree.resolve(form.getAttribute('action') ?? ''),
      method: /^post$/i.test(form.method) ? 'post' : 'get',
      entries: formEntries(form, submitter),
      ...(target === '' ? {} : { target }),
    },
  });
}

function isSent(field: ScriptElement, submitter: ScriptElement | null): boolean {
  const type = field.type.toLowerCase();
  const isButton = field.tagName === 'BUTTON' || /^(?:submit|button|image|reset)$/.test(type);
  return isButton ? field === submitter : !isChoice(field) || field.checked;
}

function isChoice({ tagName, type }: ScriptElement): boolean {
  return tagName === 'INPUT' && /^(?:checkbox|radio)$/i.test(type);
}
