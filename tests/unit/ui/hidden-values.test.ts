import { expect, test } from 'vitest';
import { lastLabelIsPublic } from '../../../src/http/origin.ts';
import { openRecording } from '../../../src/lab/har/open-recording.ts';
import { withoutValues } from '../../../src/ui/recording/hidden-values.ts';
import { recordingOf } from '../lab/har/har-file.ts';

test('no key is left where values are hidden, and everything else is', () => {
  const opened = openRecording(
    recordingOf(
      {
        received: [
          ['Set-Cookie', 'sid=k3y; Path=/; HttpOnly'],
          ['Set-Cookie', 'k3y'],
        ],
      },
      {
        at: 100,
        method: 'POST',
        url: 'https://shop.example/cb?state=short&code=k3y-k3y-k3y-k3y',
        sent: [
          ['Cookie', 'sid=k3y; k3y; other=k3y'],
          ['Authorization', 'Bearer k3y'],
          ['Referer', 'https://shop.example/?token=k3y-k3y-k3y-k3y'],
          ['Accept', '*/*'],
        ],
        content: 'password=k3y',
        received: [
          ['Location', '/?code=k3y-k3y-k3y-k3y'],
          ['set-cookie', 'sid=k3y2; Secure'],
          ['Set-Cookie', 'bad=k3y; Domain=elsewhere.example'],
        ],
        text: 'k3y',
      },
    ),
    lastLabelIsPublic,
  );
  if (!opened.ok) throw new Error(opened.code);
  const hidden = opened.exchanges.map(({ exchange }) => withoutValues(exchange));
  expect(JSON.stringify(hidden)).not.toContain('k3y');
  expect(hidden[1]).toMatchObject({
    request: { targetUri: 'https://shop.example/cb?state=short&code=******' },
    response: { fields: [{}, ['set-cookie', 'sid=••••••; Secure'], {}] },
  });
  expect(hidden[1]?.request.fields).toContainEqual(['Accept', '*/*']);
});
