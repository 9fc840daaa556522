import type { Frame, Page, Tab } from './tab.ts';

/** Where a document stands: in a tab, or in a frame of another document. */
export interface DocumentPlace {
  readonly tabId: string;
  readonly page: Page;
  /** The documents above it, the one at the top first; empty for that one itself. */
  readonly ancestors: readonly Page[];
  /** The frames that hold it, outermost first; as many as there are ancestors. */
  readonly frames: readonly Frame[];
}

/** Where a frame stands. */
export interface FramePlace {
  readonly tabId: string;
  readonly frame: Frame;
  /** The documents above it, the one at the top first, the one that holds it last. */
  readonly ancestors: readonly Page[];
  /** The frames down to this one, outermost first. */
  readonly frames: readonly Frame[];
}

/** All documents that a tab shows: a document before those in its frames. */
export function documentsOf(tab: Tab): readonly DocumentPlace[] {
  return tab.page === null ? [] : within(tab.id, tab.page, [], []);
}

function within(
  tabId: string,
  page: Page,
  ancestors: readonly Page[],
  frames: readonly Frame[],
): DocumentPlace[] {
  const inner = page.frames.flatMap((frame) =>
    frame.page === null ? [] : within(tabId, frame.page, [...ancestors, page], [...frames, frame]),
  );
  return [{ tabId, page, ancestors, frames }, ...inner];
}

/** All frames of a tab, at whatever depth. */
export function framesOf(tab: Tab): readonly FramePlace[] {
  return documentsOf(tab).flatMap(({ tabId, page, ancestors, frames }) =>
    page.frames.map((frame) => ({
      tabId,
      frame,
      ancestors: [...ancestors, page],
      frames: [...frames, frame],
    })),
  );
}

/** The page with the document of that id in it changed, at whatever depth. */
export function withDocument(page: Page, id: string, changed: (page: Page) => Page): Page {
  if (page.id === id) return changed(page);
  return mapFrames(page, (frame) =>
    frame.page === null ? frame : holding(frame, withDocument(frame.page, id, changed)),
  );
}

/** The page with the frame of that id in it changed, at whatever depth. */
export function withFrame(page: Page, id: string, changed: (frame: Frame) => Frame): Page {
  return mapFrames(page, (frame) => {
    if (frame.id === id) return changed(frame);
    return frame.page === null ? frame : holding(frame, withFrame(frame.page, id, changed));
  });
}

/** What has not changed stays the same record, so that nothing is shown anew without need. */
function mapFrames(page: Page, changed: (frame: Frame) => Frame): Page {
  const frames = page.frames.map(changed);
  return frames.every((frame, place) => frame === page.frames[place]) ? page : { ...page, frames };
}

function holding(frame: Frame, page: Page): Frame {
  return frame.page === page ? frame : { ...frame, page };
}
