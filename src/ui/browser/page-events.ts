import type { FilledField, UserEvent } from '../../browser/script/protocol.ts';
import { submittedForm, type SubmittedForm } from './page-document.ts';

/** Script of the page that is shown. */
export interface PageScripting {
  /** Whether there is any that may hear of what the user does. */
  readonly hears: () => boolean;
  /** Whether it has prevented what would come of it; `followsEvent`: this itself came of an event that was told. */
  readonly tell: (
    event: UserEvent,
    fields: readonly FilledField[],
    followsEvent: boolean,
  ) => Promise<boolean>;
}

export interface PageEventOptions {
  readonly pageUrl: () => string;
  /** `null` where no page is shown. */
  readonly scripting: () => PageScripting | null;
  /** `followsEvent`: it comes of an event that script was told of. */
  readonly onlink: (href: string, target: string, followsEvent: boolean) => void;
  readonly onsubmit: (form: SubmittedForm, followsEvent: boolean) => void;
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
  const isPrevented = async (event: UserEvent, followsEvent = false): Promise<boolean> =>
    (await script()?.tell(event, filledFields(target), followsEvent)) ?? false;
  /** Whether the form is being sent because a press of its button, which script was told of, was not prevented. */
  let isPressed = false;

  target.addEventListener('click', (event) => {
    const element = event.target as HTMLElement;
    const link = element.closest<HTMLElement>('[data-destination]');
    const button = script() === null ? null : submitterAt(element);
    if (link ?? button) event.preventDefault();
    const go = (followsEvent: boolean): void => {
      if (link)
        onlink(link.dataset['destination'] ?? '', link.dataset['target'] ?? '', followsEvent);
      else if (button) {
        isPressed = true;
        button.form?.requestSubmit(button);
        isPressed = false;
      }
    };
    if (script() === null) return go(false);
    void isPrevented({ type: 'click', path: pathOf(element), submitter: null }).then(
      (prevented) => {
        if (!prevented) go(true);
      },
    );
  });

  target.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { submitter } = event;
    const sent = submittedForm(form, submitter, pageUrl());
    const followsEvent = isPressed;
    if (script() === null) return onsubmit(sent, followsEvent);
    const told = { path: pathOf(form), submitter: submitter && pathOf(submitter) };
    void isPrevented({ type: 'submit', ...told }, followsEvent).then((prevented) => {
      if (!prevented) onsubmit(sent, true);
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
