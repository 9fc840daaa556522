import { openRecording } from '../open-recording.ts';
import { FILE_LIMIT, type Reading, type ReadRecording } from './recording-reader.ts';

/** Opens a recording in this thread, which does nothing else meanwhile. */
export const readHere: ReadRecording = async (reading) => {
  const { file, progress, signal } = reading;
  if (file.size > FILE_LIMIT)
    return { ok: false, code: 'too-large', octets: file.size, limit: FILE_LIMIT };
  const text = await textOf(reading).catch(() => null);
  if (signal.aborted) return null;
  if (text === null) return { ok: false, code: 'unreadable' };
  const { realPublicSuffixes } = await import('../../../http/real-public-suffixes.ts');
  return openRecording(text, realPublicSuffixes, (phase) =>
    progress({ phase, done: file.size, total: file.size }),
  );
};

/** The file's text, read piece by piece. */
async function textOf({ file, progress, signal }: Reading): Promise<string | null> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let done = 0;
  for (;;) {
    const { value, done: isOver } = await reader.read();
    if (isOver) break;
    if (signal.aborted) {
      await reader.cancel();
      return null;
    }
    pieces.push(decoder.decode(value, { stream: true }));
    done += value.length;
    progress({ phase: 'reading', done, total: file.size });
  }
  return pieces.join('') + decoder.decode();
}
