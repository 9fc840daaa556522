import * as v from 'valibot';
import { entrySchema, logSchema } from './har-schema.ts';
import { jsonBreak } from './json-break.ts';
import { readEntry } from './read-entry.ts';
import type { HarRefusal, ReadRecording, RecordedEntry } from './recording.ts';

/** So many exchanges of a file are looked at. */
const ENTRY_LIMIT = 20_000;

/** Reads a recording in the HTTP Archive format, 1.1 or 1.2, as browsers write it. Never throws, whatever the text. */
export function readHar(file: string): ReadRecording | HarRefusal {
  const text = file.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { ok: false, code: 'empty' };
  const json = parsed(text);
  if (json === undefined) return refuseText(text);
  const read = v.safeParse(logSchema, json);
  if (!read.success) return { ok: false, code: 'not-har' };
  const { creator, browser, pages, entries } = read.output.log;
  if (entries.length === 0) return { ok: false, code: 'no-entries' };
  const { found, notWeb, unreadable } = readEntries(entries);
  if (found.length === 0)
    return unreadable > notWeb
      ? { ok: false, code: 'not-har' }
      : { ok: false, code: 'no-web-entries', count: entries.length };
  return {
    ok: true,
    head: {
      madeBy: [...new Set([nameOf(browser), nameOf(creator)])].filter(Boolean).join(' · '),
      pages: new Map(pages.map(({ id, title }) => [id, title.slice(0, 500)])),
    },
    entries: found,
    leftOut: { notWeb, unreadable, tooMany: Math.max(entries.length - ENTRY_LIMIT, 0) },
  };
}

function readEntries(entries: readonly unknown[]) {
  const found: RecordedEntry[] = [];
  let notWeb = 0;
  let unreadable = 0;
  let earlier = 0;
  for (const [index, one] of entries.slice(0, ENTRY_LIMIT).entries()) {
    const entry = v.safeParse(entrySchema, one);
    const reading = entry.success
      ? readEntry(entry.output, index, earlier)
      : ({ ok: false, code: 'unreadable' } as const);
    if (reading.ok) {
      earlier = reading.entry.startedAt;
      found.push(reading.entry);
    } else if (reading.code === 'not-web') notWeb += 1;
    else unreadable += 1;
  }
  // Firefox and Safari write them as they end. Sorting is stable: of one moment, the file's order holds.
  found.sort((a, b) => a.startedAt - b.startedAt);
  return { found, notWeb, unreadable };
}

function nameOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name} ${version}`.trim().slice(0, 100);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Why a text is no JSON, and where. */
function refuseText(text: string): HarRefusal {
  const broken = jsonBreak(text);
  // A parser may give up on what the grammar allows, for its depth.
  if (broken === null) return { ok: false, code: 'not-har' };
  const before = text.slice(0, broken.offset);
  const line = before.split('\n').length;
  if (broken.truncated && /^\s*[{[]/.test(text)) {
    const [log, entries, whole] = broken.path;
    const isAmong = log === 'log' && entries === 'entries' && typeof whole === 'number';
    return { ok: false, code: 'truncated', line, whole: isAmong ? whole : null };
  }
  return {
    ok: false,
    code: 'not-json',
    line,
    column: broken.offset - before.lastIndexOf('\n'),
    near: text.slice(Math.max(broken.offset - 20, 0), broken.offset + 20),
  };
}
