import { expect, test } from 'vitest';
import { HTTP_VERSIONS } from '../../../../src/http/http-version.ts';
import { lastLabelIsPublic } from '../../../../src/http/origin.ts';
import type { Exchange } from '../../../../src/lab/exchange.ts';
import { openRecording } from '../../../../src/lab/har/open-recording.ts';
import { jarAt } from '../../../../src/lab/har/recorded-exchange.ts';
import { writeHar } from '../../../../src/lab/har/write-har.ts';
import type { Lab } from '../../../../src/lab/lab.svelte.ts';
import { signIn, testLab } from '../test-lab.ts';

const creator = { name: 'Remember Me', version: '1' };

function reopened(lab: Lab) {
  const har = writeHar({ exchanges: lab.exchanges, log: lab.log, creator });
  const opened = openRecording(JSON.stringify(har), lastLabelIsPublic);
  if (!opened.ok) throw new Error(opened.code);
  return { har, opened };
}

/** What the browser decided, in words that a recording can tell. */
function decisions({ cookies, setCookies }: Exchange) {
  return {
    sent: cookies.sent.map(({ cookie }) => `${cookie.name}=${cookie.value}`),
    withheld: cookies.withheld
      .filter(({ code }) => code !== 'domain')
      .map(({ code, cookie }) => `${code} ${cookie.name}`),
    set: setCookies.map(({ code, fieldValue }) => `${code} ${fieldValue}`),
  };
}

test.each(HTTP_VERSIONS)(
  'over HTTP/%s the lab’s own recording, opened, tells what the lab did',
  async (httpVersion) => {
    const lab = testLab();
    lab.changeConnections({ httpVersion });
    await signIn(lab);
    await lab.visit('https://news.example/');
    await lab.visit('https://shop.example/cart');
    await lab.visit('http://shop.example/');
    const { har, opened } = reopened(lab);
    const exchanges = opened.exchanges.map(({ exchange }) => exchange);
    expect(exchanges.map(decisions)).toEqual(lab.exchanges.map(decisions));
    expect(opened.exchanges.flatMap(({ differences }) => differences)).toEqual([]);
    // Written once more, it is the same file but for what is shown of long contents.
    const again = writeHar({ exchanges, log: [], creator });
    const told = ({ log }: typeof har) =>
      log.entries.map(({ request, response }) => ({
        request,
        response: { ...response, content: null, bodySize: null },
      }));
    expect(told(again)).toEqual(told(har));
    const jar = jarAt(opened.exchanges, Infinity).map(({ cookie }) => cookie.value);
    expect(jar).toEqual(lab.browser.jar.all().map(({ value }) => value));
    expect(opened.summary.story.map(({ code }) => code)).toEqual([
      'form-opened',
      'posted',
      'redirected',
      'cookie-set',
      'protected',
      'cookie-carried',
    ]);
  },
);
