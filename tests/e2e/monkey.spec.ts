import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumLaunch } from '../../build/find-chromium.js';
import { Choices } from './support/monkey/choices.ts';
import { Complaints } from './support/monkey/complaints.ts';
import { LabWatch } from './support/monkey/lab-watch.ts';
import { Monkey } from './support/monkey/monkey.ts';

// `npm run monkey -- --minutes 5 --seed 7`
const minutes = Number(process.env['MONKEY_MINUTES'] ?? 0.5);
const seed = Number(process.env['MONKEY_SEED'] ?? 1);

// No link that it follows leads out of this machine.
const { args, ...launch } = chromiumLaunch();
test.use({
  launchOptions: {
    ...launch,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  },
});

/** Addresses of all documents that were built, below the site's own; the lab more often, where there is most to do. */
function documents(): readonly [string, ...string[]] {
  const built = fileURLToPath(new URL('../../dist/', import.meta.url));
  const found = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^(?:en|ko)\b.*index\.html$/.test(path))
    .map((path) => `${dirname(path).replaceAll('\\', '/')}/`);
  const labs = Array.from({ length: 8 }, () => ['en/lab/', 'ko/lab/']).flat();
  return ['en/lab/', ...labs, ...found.toSorted()];
}

test('anything at random: no error, and the lab never contradicts itself', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(minutes * 60_000 + 120_000);
  const complaints = new Complaints(page);
  context.on('page', (other) => void other.close());
  const lab = await LabWatch.of(page);
  const monkey = new Monkey(page, new Choices(seed), baseURL ?? '', documents());
  await page.goto('en/lab/');
  const end = Date.now() + minutes * 60_000;
  const found: string[] = [];
  while (Date.now() < end && found.length < 20) {
    await monkey.act();
    const problems = [...(await lab.problems()), ...complaints.take()];
    if (problems.length === 0) continue;
    found.push(`${problems.join('\n')}\n  after ${monkey.deeds.slice(-12).join('; ')}`);
  }
  expect(found, `seed ${seed}`).toEqual([]);
  expect(lab.looks).toBeGreaterThan(0);
  console.log(`seed ${seed}: ${monkey.deeds.length} actions, ${lab.looks} states of the lab`);
});
