import type { Lab } from '../../lab/lab.svelte.ts';
import { saveFile } from '../parts/save-file.ts';

/** Saves what one browser of the lab sent and received as a recording that DevTools open (HAR 1.2). */
export async function saveRecording(lab: Lab, browserId: string): Promise<void> {
  const { writeHar } = await import('../../lab/har/write-har.ts');
  const har = writeHar({
    exchanges: lab.exchanges.filter((exchange) => exchange.browserId === browserId),
    log: lab.log,
    creator: { name: 'Remember Me', version: '1' },
  });
  saveFile(`remember-me-${browserId}.har`, JSON.stringify(har, null, 2));
}
