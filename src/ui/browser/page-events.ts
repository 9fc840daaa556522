import type { FilledField, UserEvent } from '../../browser/script/protocol.ts';
import { submittedForm, type SubmittedForm } from './page-document.ts';

/** Script of the page that is shown. */
export interface PageScripting {
  /** Whether there is any that may hear of what the user does. */
  readonly hears: () => boolean;
  /** Whether it has prevented what would come of it. */
  readonly tell: (event: UserEvent, fields: readonly FilledField[]) => Promise<boolean>;
}

export interface PageEventOptions {
  readonly pageUrl: () => string;
  /** `null` where no page is shown. */
  readonly scripting: () => PageScripting | null;
  readonly onlink: (href: string, target: string) => void;
  readonly onsubmit: (form: SubmittedForm) => void;
}

/**
 * Follows what the user does in the page frame. The page's script is asked first; what would come of it
 * waits for the answer, so that the real browser never does it by itself.
 */
export function listenToPage(target: Document, options: PageEventOptions): void {
  const { pageUrl, scripting, onlink, onsubmit } = options;
  const script = (): PageScripting | null => {
    const found = scripting();
    return found?.hears() === true ? found : null;
  };
  const isPrevented = async (event: UserEvent): Promise<boolean> =>
    (await script()?.tell(event, filledFields(target))) ?? false;

  target.addEventListener('click', (event) => {
    const element = event.target as HTMLElement;
    const link = element.closest<HTMLElement>('[data-destination]');
    const button = script() === null ? null : submitterAt(element);
    if (link ?? button) event.preventDefault();
    const go = (): void => {
      if (link) onlink(link.dataset['destination'] ?? '', link.dataset['target'] ?? '');
      else if (button) button.form?.requestSubmit(button);
    };
    if (script() === null) return go();
    void isPrevented({ type: 'click', path: pathOf(element), submitter: null }).then(
      (prevented) => {
        if (!prevented) go();
      },
    );
  });

  target.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    const sent = submittedForm(form, submitter, pageUrl());
    if (script() === null) return onsubmit(sent);
    const told = { path: pathOf(form), submitter: submitter && pathOf(submitter) };
    void isPrevented({ type: 'submit', ...told }).then((prevented) => {
      if (!prevented) onsubmit(sent);
    });
  });

  target.addEventListener('change', (event) => {
    void isPrevented({ type: 'change', path: pathOf(event.target as Element), submitter: null });
  });
}

function submitterAt(element: HTMLElement): HTMLButtonElement | HTMLInputElement | null {
  const button = element.closest<HTMLButtonElement | HTMLInputElement>('button, input');
  return button?.type === 'submit' && button.form ? button : null;
}

/** Places among elements, from the body down. */
function pathOf(element: Element): readonly number[] {
  const above = element.parentElement;
  if (above === null || element === element.ownerDocument.body) return [];
  return [...pathOf(above), [...above.children].indexOf(element)];
}

function filledFields(target: Document): readonly FilledField[] {
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  return [...target.querySelectorAll<Field>('input, textarea, select')].map((field) => ({
    path: pathOf(field),
    value: field.value,
    checked: 'checked' in field && field.checked,
  }));
}
