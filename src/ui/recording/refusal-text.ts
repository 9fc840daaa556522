import type { HarRefusal } from '../../lab/har/recording.ts';
import * as m from '../../messages/compiled/messages.js';

/** Why a file was not opened, and what helps. */
export function refusalText(refusal: HarRefusal, language: string): string {
  switch (refusal.code) {
    case 'empty':
      return m.recording_refused_empty();
    case 'unreadable':
      return m.recording_refused_unreadable();
    case 'not-har':
      return m.recording_refused_not_har();
    case 'no-entries':
      return m.recording_refused_no_entries();
    case 'no-web-entries':
      return m.recording_refused_no_web_entries({ count: refusal.count });
    case 'too-large': {
      const size = (octets: number) => megabytes(octets, language);
      return m.recording_refused_too_large({
        size: size(refusal.octets),
        limit: size(refusal.limit),
      });
    }
    case 'not-json': {
      const { line, column, near } = refusal;
      return m.recording_refused_not_json({ line, column, near });
    }
    case 'truncated':
      return refusal.whole === null
        ? m.recording_refused_truncated({ line: refusal.line })
        : m.recording_refused_truncated_after({ line: refusal.line, whole: refusal.whole });
  }
}

/** A size in megabytes of a million octets, as file managers tell it. */
export function megabytes(octets: number, language: string): string {
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: octets < 10e6 ? 1 : 0,
  });
  return format.format(octets / 1e6);
}
