import { expect, test } from 'vitest';
import { lastLabelIsPublic } from '../../../../src/http/origin.ts';
import { exampleRecording } from '../../../../src/lab/har/example-recording.ts';
import { openRecording } from '../../../../src/lab/har/open-recording.ts';
import { inPortions } from '../../../../src/lab/har/reading/in-portions.ts';
import { readHere } from '../../../../src/lab/har/reading/read-here.ts';
import { FILE_LIMIT } from '../../../../src/lab/har/reading/recording-reader.ts';
import { recordingOf } from './har-file.ts';

const reading = (file: Blob, signal = new AbortController().signal) => {
  const phases: string[] = [];
  const outcome = readHere({
    file,
    signal,
    progress: ({ phase, done }) => phases.push(`${phase} ${done}`),
  });
  return outcome.then((read) => ({ read, phases }));
};

test('a file is read with progress, and tells what it tells as a text', async () => {
  const text = recordingOf({ received: [['Set-Cookie', 'name=café']] });
  const file = new Blob([text]);
  const { read, phases } = await reading(file);
  expect(read).toMatchObject({
    ok: true,
    exchanges: [{ changes: [{ cookie: { value: 'café' } }] }],
  });
  expect(phases.slice(-3)).toEqual([
    `parsing ${file.size}`,
    `replaying ${file.size}`,
    `recognising ${file.size}`,
  ]);
  expect(phases[0]).toBe(`reading ${file.size}`);
});

test('one that is called off, too large, or cannot be read', async () => {
  const calledOff = new AbortController();
  calledOff.abort();
  const file = new Blob([recordingOf({})]);
  expect((await reading(file, calledOff.signal)).read).toBeNull();
  const large = { size: FILE_LIMIT + 1 } as Blob;
  expect((await reading(large)).read).toMatchObject({ code: 'too-large' });
  const gone = {
    size: 1,
    stream: () => new ReadableStream({ start: (control) => control.error(new Error('gone')) }),
  } as unknown as Blob;
  expect((await reading(gone)).read).toMatchObject({ code: 'unreadable' });
});

test('portions are small, and together all', () => {
  const drafts = Array.from({ length: 3000 }, (_, at) => ({ at, text: 'x'.repeat(500) }));
  const opened = openRecording(recordingOf(...drafts), lastLabelIsPublic);
  if (!opened.ok) throw new Error(opened.code);
  const portions = [...inPortions(opened.exchanges)];
  expect(portions.flat()).toEqual(opened.exchanges);
  expect(portions.length).toBeGreaterThan(10);
});

test('the example is a recording with a sign-in, from the lab itself', async () => {
  const text = await exampleRecording(
    (count) => crypto.getRandomValues(new Uint8Array(count)),
    'ko',
  );
  const opened = openRecording(text, lastLabelIsPublic);
  if (!opened.ok) throw new Error(opened.code);
  const codes = opened.summary.story.map(({ code }) => code);
  expect(codes).toContain('posted');
  expect(codes).toContain('signed-out');
  expect(opened.exchanges.flatMap(({ differences }) => differences)).toEqual([]);
});
