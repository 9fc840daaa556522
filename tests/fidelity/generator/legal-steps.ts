import { withoutMixedContent } from './mixed-content.ts';
import type { PageTarget, Scenario, Step } from '../scenario.ts';
import { combinedSandbox, sandboxAllows, sandboxTokens } from '../../../src/browser/sandbox.ts';

/** A document, as far as it decides what may be done from it. */
interface Shown {
  readonly isSecured: boolean;
  readonly sandbox: readonly string[] | null;
}

interface Entry {
  readonly documents: readonly Shown[];
  readonly isPosted: boolean;
  /** Whether going back there Chromium would ask for other things: what frames showed at last, nothing that it has. */
  readonly isRemembered: boolean;
}

interface Session {
  readonly entries: readonly Entry[];
  readonly index: number;
  /** Whether a frame has gone elsewhere: real histories remember that, the lab's does not. */
  readonly hasMovedFrame: boolean;
}

/**
 * The scenario without what the two browsers differ in on purpose (docs/decisions/0009), and with each depth
 * one at which there is a document.
 */
export function legalSteps(steps: readonly Step[]): Scenario {
  let session: Session = { entries: [], index: -1, hasMovedFrame: false };
  return steps.flatMap((step) => {
    const legal = legalStep(step, session);
    if (legal === null) return [];
    session = after(session, legal);
    return [legal];
  });
}

function legalStep(step: Step, session: Session): Step | null {
  switch (step.by) {
    case 'address':
      return { ...step, page: withoutMixedContent(step.page, false) };
    case 'reload':
      return current(session)?.isPosted === true || session.hasMovedFrame ? null : step;
    case 'back':
    case 'forward': {
      const entry = session.entries[session.index + distanceOf(step.by)];
      if (entry === undefined || entry.isPosted || entry.isRemembered) return null;
      return session.hasMovedFrame ? null : step;
    }
    case 'script':
      return { ...step, depth: existing(step.depth, session) };
    default: {
      const depth = existing(step.depth, session);
      const into = legalTarget(step, current(session)?.documents[depth]);
      const around = into === 'itself' ? (current(session)?.documents.slice(0, depth) ?? []) : [];
      const isSecured = around.some((document) => document.isSecured);
      return { ...step, depth, into, page: withoutMixedContent(step.page, isSecured) };
    }
  }
}

type Departure = Extract<Step, { into: unknown }>;

/** Script leads nowhere but its own document; a sandboxed document only where it may. */
function legalTarget({ by, into }: Departure, from: Shown | undefined): Departure['into'] {
  const sandbox = from?.sandbox ?? null;
  if (by === 'location') return 'itself';
  if (into === '_blank' && sandbox !== null) return 'itself';
  const token = 'allow-top-navigation-by-user-activation';
  return into === '_top' && !sandboxAllows(sandbox, token) ? 'itself' : into;
}

function existing(depth: number, session: Session): number {
  return Math.min(depth, (current(session)?.documents.length ?? 1) - 1);
}

function current({ entries, index }: Session): Entry | undefined {
  return entries[index];
}

function distanceOf(by: 'back' | 'forward'): number {
  return by === 'back' ? -1 : 1;
}

function after(session: Session, step: Step): Session {
  switch (step.by) {
    case 'reload':
    case 'script':
      return session;
    case 'back':
    case 'forward':
      return { ...session, index: session.index + distanceOf(step.by) };
    case 'address':
      return withEntry(session, entryOf(step));
    default: {
      if (step.into === '_blank') return withEntry(emptySession, entryOf(step));
      if (step.into === '_top' || step.depth === 0) return withEntry(session, entryOf(step));
      const entry = current(session);
      return entry === undefined ? session : withMovedFrame(session, entry, step);
    }
  }
}

const emptySession: Session = { entries: [], index: -1, hasMovedFrame: false };

function withEntry({ entries, index, hasMovedFrame }: Session, entry: Entry): Session {
  return { entries: [...entries.slice(0, index + 1), entry], index: index + 1, hasMovedFrame };
}

function entryOf(step: Extract<Step, { page: unknown }>): Entry {
  const top = { isSecured: false, sandbox: null };
  return {
    documents: documentsOf(step.page, top),
    isPosted: step.by === 'post-form',
    isRemembered: isRemembered(step.page),
  };
}

function withMovedFrame(session: Session, entry: Entry, { depth, page }: Departure): Session {
  const kept = entry.documents.slice(0, depth);
  const around = kept.at(-1) ?? { isSecured: false, sandbox: null };
  const sandbox = entry.documents[depth]?.sandbox ?? null;
  const documents = [...kept, ...documentsOf(page, { ...around, sandbox })];
  const entries = session.entries.with(session.index, { ...entry, documents });
  return { ...session, entries, hasMovedFrame: true };
}

function isRemembered({ embeds }: PageTarget): boolean {
  if (embeds?.as !== 'frame') return embeds !== null;
  return embeds.page.redirects.length > 0 || isRemembered(embeds.page);
}

/** The documents of a page, outermost first. `around`: what they inherit. */
function documentsOf({ url, embeds }: PageTarget, around: Shown): readonly Shown[] {
  const isSecured = around.isSecured || url.startsWith('https:');
  const own = { isSecured, sandbox: around.sandbox };
  if (embeds?.as !== 'frame') return [own];
  const asked = embeds.sandbox === null ? null : sandboxTokens(embeds.sandbox);
  const sandbox = combinedSandbox(own.sandbox, asked);
  return [own, ...documentsOf(embeds.page, { isSecured, sandbox })];
}
