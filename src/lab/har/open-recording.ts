import { fieldValue } from '../../http/fields.ts';
import type { PublicSuffixes } from '../../http/public-suffixes.ts';
import { joinRecording } from './join-recording.ts';
import { readHar } from './read-har.ts';
import { recognise, type Recognised } from './recognise.ts';
import type { RecordedExchange } from './recorded-exchange.ts';
import type { HarRefusal, LeftOut } from './recording.ts';
import { replayCookies } from './replay-cookies.ts';
import { signInStory, type Sentence } from './sign-in-story.ts';

/** What a whole recording comes to. */
export interface RecordingSummary {
  readonly madeBy: string;
  readonly count: number;
  readonly leftOut: LeftOut;
  /** Whether it shows any cookie or `Authorization` at all: browsers leave them out unless told otherwise. */
  readonly showsKeys: boolean;
  readonly recognised: readonly Recognised[];
  /** Empty where no sign-in was found. */
  readonly story: readonly Sentence[];
}

export interface OpenedRecording {
  readonly ok: true;
  readonly summary: RecordingSummary;
  /** In the order in which they began. */
  readonly exchanges: readonly RecordedExchange[];
}

export type OpeningPhase = 'parsing' | 'replaying' | 'recognising';

/** Reads a recording, walks it through a cookie jar, and looks for what signs somebody in. */
export function openRecording(
  text: string,
  suffixes: PublicSuffixes,
  progress: (phase: OpeningPhase) => void = () => undefined,
): OpenedRecording | HarRefusal {
  progress('parsing');
  const read = readHar(text);
  if (!read.ok) return read;
  progress('replaying');
  const exchanges = joinRecording(read.entries, replayCookies(read.entries, suffixes));
  progress('recognising');
  const recognised = recognise(exchanges);
  const summary = {
    madeBy: read.head.madeBy,
    count: exchanges.length,
    leftOut: read.leftOut,
    showsKeys: exchanges.some(showsKeys),
    recognised,
    story: signInStory(exchanges, recognised, suffixes),
  };
  return { ok: true, summary, exchanges: exchanges.map(shortened) };
}

function showsKeys({ exchange: { request, response } }: RecordedExchange): boolean {
  return (
    ['Cookie', 'Authorization'].some((name) => fieldValue(request.fields, name) !== null) ||
    fieldValue(response?.fields ?? [], 'Set-Cookie') !== null
  );
}

/** Code units of a message's content that are shown. */
const SHOWN_REQUEST = 8192;
const SHOWN_RESPONSE = 2048;

/** Without what is not shown: a page need not hold a hundred megabytes of pictures and scripts. */
function shortened(recorded: RecordedExchange): RecordedExchange {
  const { exchange } = recorded;
  const { request, response } = exchange;
  if (request.content.length <= SHOWN_REQUEST && (response?.content.length ?? 0) <= SHOWN_RESPONSE)
    return recorded;
  return {
    ...recorded,
    exchange: {
      ...exchange,
      request: { ...request, content: request.content.slice(0, SHOWN_REQUEST) },
      response: response && { ...response, content: response.content.slice(0, SHOWN_RESPONSE) },
    },
  };
}
