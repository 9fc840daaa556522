import { getContext, setContext } from 'svelte';

/** What a document says before, and without, its script; it can be read until its screen is there. */
export interface DocumentText {
  /**
   * For whoever waits for a screen: while somebody does, the text stays where it stands. `null` when it has
   * gone, or belongs to another screen. Else gives how to end the waiting.
   */
  hold(): (() => void) | null;
}

/** `pathOf` gives the path of the screen that is opened. Where nobody holds the text, it goes before long. */
export function documentTextOf(document: Document, pathOf: () => string): DocumentText {
  const ownPath = pathOf();
  let text = document.querySelector('main.document');
  let held = 0;

  function go(): void {
    text?.remove();
    text = null;
  }

  function goUnlessHeld(): void {
    // One part of a screen may wait for the next.
    queueMicrotask(() => {
      if (held === 0) go();
    });
  }

  // Only to be seen: who listens, or goes by the keyboard, would have it taken away amid a sentence.
  text?.setAttribute('inert', '');
  text?.setAttribute('aria-hidden', 'true');
  goUnlessHeld();
  return {
    hold() {
      if (pathOf() !== ownPath) go();
      if (text === null) return null;
      held += 1;
      return () => {
        held -= 1;
        goUnlessHeld();
      };
    },
  };
}

const key = Symbol('document text');

/** For the screens below the calling component. */
export function setDocumentText(text: DocumentText): void {
  setContext(key, text);
}

export function getDocumentText(): DocumentText | undefined {
  return getContext<DocumentText | undefined>(key);
}
