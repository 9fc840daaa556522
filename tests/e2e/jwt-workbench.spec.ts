import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import * as m from '../../src/messages/compiled/messages.js';
import { allowClipboard } from './support/allow-clipboard.ts';
import { languages, Stage } from './support/stage.ts';
import { Workbench } from './support/workbench.ts';

const locale = { locale: 'en' } as const;
const say = {
  accepted: m.workbench_accepted({}, locale),
  refused: m.workbench_refused({}, locale),
  verified: m.workbench_verified({}, locale),
  invalid: m.workbench_signature_invalid({}, locale),
  unverified: m.workbench_unverified({}, locale),
  sign: m.workbench_sign_again({}, locale),
  session: m.workbench_example_session({}, locale),
  idToken: m.workbench_example_id_token({}, locale),
};

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${encoded({ alg: 'HS256' })}.${encoded({ sub: 'carol' })}.c2lnbmF0dXJl`;

async function opened(page: Page, fragment = ''): Promise<Workbench> {
  const workbench = new Workbench(page, 'en');
  await workbench.open(fragment);
  return workbench;
}

/**
 * Whatever goes over the network from now on, but for the site's own fonts: their files are cut by letters, and a
 * word with a letter that was not there before wants the next of them.
 */
function watchNetwork(page: Page): readonly string[] {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    const isFont = /^http:\/\/localhost:\d+\/remember-me\/assets\/[\w.-]+\.woff2$/.test(
      request.url(),
    );
    if (!isFont) asked.push(`${request.method()} ${request.url()}`);
  });
  page.on('websocket', (socket) => asked.push(socket.url()));
  return asked;
}

test('a whole run of it asks the network for nothing, and keeps nothing', async ({
  page,
  context,
}) => {
  test.slow();
  await allowClipboard(context);
  const workbench = await opened(page);
  await page.waitForLoadState('networkidle');
  const asked = watchNetwork(page);
  await workbench.token.fill(`Authorization: Bearer ${token}`);
  await expect(workbench.claims).toHaveValue(/carol/);
  for (const example of [
    say.session,
    m.workbench_example_expired({}, locale),
    m.workbench_example_unsigned({}, locale),
    m.workbench_example_encrypted({}, locale),
    say.idToken,
  ]) {
    await workbench.press(m.workbench_clear({}, locale));
    await workbench.example(example);
    await expect(workbench.token).toHaveValue(/^eyJ/);
    await expect(workbench.steps).toBeVisible();
  }
  await expect(workbench.trust(say.verified)).toBeVisible();
  const algorithm = page.getByRole('combobox', { name: m.workbench_generate_for({}, locale) });
  for (const name of ['HS512', 'PS256', 'ES384', 'Ed25519', 'RS256']) {
    await algorithm.selectOption(name);
    await workbench.press(m.workbench_generate({}, locale));
    await expect(workbench.header).toHaveValue(new RegExp(`"alg": "${name}"`));
    await workbench.press(say.sign);
    await expect(workbench.trust(say.verified)).toBeVisible();
  }
  for (const copy of [
    m.workbench_copy_token({}, locale),
    m.workbench_copy_json({}, locale),
    m.workbench_copy_curl({}, locale),
    m.workbench_public_half_pem({}, locale),
  ])
    await workbench.press(copy);
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^-----BEGIN PUBLIC KEY-----/);
  await workbench.press(m.workbench_share({}, locale));
  await workbench.press(m.workbench_share_copy({}, locale));
  const privatePart = /"d": "([\w-]+)"/.exec(await workbench.key.inputValue())?.[1];
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('/en/tools/jwt/#token=eyJ');
  expect(privatePart).toBeTruthy();
  expect(link).not.toContain(privatePart);
  expect(page.url()).not.toContain('#');
  const kept = await page.evaluate(async () => [
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    document.cookie,
    ...(await indexedDB.databases()).map(({ name }) => name),
  ]);
  expect(kept.join()).not.toMatch(/eyJ|"d"/);
  expect(asked).toEqual([]);
});

for (const language of languages) {
  test(`an edited claim breaks the signature; it is signed again, and all of it undone, in ${language}`, async ({
    page,
  }) => {
    const workbench = new Workbench(page, language);
    const words = { locale: language };
    await workbench.open();
    await workbench.example(m.workbench_example_session({}, words));
    const before = await workbench.token.inputValue();
    await expect(workbench.trust(m.workbench_verified({}, words))).toBeVisible();
    await workbench.expectOverall(m.workbench_accepted({}, words));

    const claims = await workbench.claims.inputValue();
    await workbench.claims.fill(claims.replace('alice', 'mallory'));
    await expect(workbench.trust(m.workbench_signature_invalid({}, words))).toBeVisible();
    await workbench.expectOverall(m.workbench_refused({}, words));
    expect(await workbench.token.inputValue()).not.toBe(before);

    await workbench.press(m.workbench_sign_again({}, words));
    await workbench.expectOverall(m.workbench_accepted({}, words));
    await expect(workbench.claims).toHaveValue(/mallory/);

    await workbench.claims.press('Control+z');
    await expect(workbench.trust(m.workbench_signature_invalid({}, words))).toBeVisible();
    await workbench.press(m.workbench_undo({}, words));
    await expect(workbench.token).toHaveValue(before);
    await workbench.press(m.workbench_redo({}, words));
    await expect(workbench.claims).toHaveValue(/mallory/);
  });
}

test('half a token shows what can be read, and says what is missing', async ({ page }) => {
  const workbench = await opened(page);
  const [header, payload] = token.split('.');
  await workbench.token.fill(`${header!}.${payload!.slice(0, 10)}`);
  await expect(workbench.header).toHaveValue(/HS256/);
  await expect(workbench.claims).toHaveValue('{"sub":');
  await expect(page.getByText(m.workbench_part_cut_off({}, locale))).toBeVisible();
  const parts = `${m.jwt_payload({}, locale)}, ${m.jwt_signature({}, locale)}`;
  await expect(page.getByText(m.workbench_unfinished({ parts }, locale))).toBeVisible();
  await expect(workbench.trust(say.unverified)).toBeVisible();
});

test('what was expected decides: algorithm, audience, time and leeway', async ({ page }) => {
  const workbench = await opened(page);
  await workbench.example(say.idToken);
  await workbench.expectOverall(say.accepted);
  const audience = page.getByRole('textbox', { name: m.workbench_audience({}, locale) });
  await audience.fill('another-app');
  await workbench.expectOverall(say.refused);
  await expect(workbench.step('aud')).toContainText('another-app');
  await audience.fill('crumb-web');
  await page.getByText(m.workbench_algorithms({}, locale)).click();
  await page.getByRole('checkbox', { name: 'RS256' }).uncheck();
  await expect(workbench.step(m.workbench_step_algorithm({}, locale))).toContainText(
    m.workbench_algorithm_not_allowed({ alg: 'RS256' }, locale),
  );
  await page.getByRole('checkbox', { name: 'RS256' }).check();
  await workbench.expectOverall(say.accepted);
  const now = page.getByRole('combobox', { name: m.workbench_moment({}, locale) });
  await now.selectOption(m.workbench_moment_set({}, locale));
  await page.getByLabel(m.workbench_moment_at({}, locale)).fill('2099-01-01T00:00:00');
  await page.keyboard.press('Tab');
  await workbench.expectOverall(say.refused);
  await page
    .getByRole('spinbutton', { name: m.workbench_leeway({}, locale) })
    .fill(String(80 * 366 * 86_400));
  await workbench.expectOverall(say.accepted);
});

test('a key that does not serve says what to do', async ({ page }) => {
  const workbench = await opened(page);
  await workbench.example(say.session);
  await workbench.key.fill('-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----');
  await expect(page.getByText(m.workbench_key_pem_is_no_secret({}, locale))).toBeVisible();
  await workbench.key.fill('short');
  await expect(workbench.steps).toContainText(m.workbench_key_secret_too_short({}, locale));
  await workbench.press(m.workbench_clear({}, locale));
  await workbench.example(m.workbench_example_expired({}, locale));
  await workbench.press(say.sign);
  await expect(page.getByText(m.workbench_sign_private_half_missing({}, locale))).toBeVisible();
});

test('a link opens its token, and coming back finds what was there', async ({ page }) => {
  const workbench = await opened(page, `#token=${token}`);
  await expect(workbench.claims).toHaveValue(/carol/);
  await page.reload();
  await expect(workbench.claims).toHaveValue(/carol/);
  await workbench.claims.fill('{"sub":"dave"}');
  await page.getByRole('link', { name: m.app_lab({}, locale), exact: true }).click();
  await expect(page).toHaveURL(/\/en\/lab\/$/);
  await page.goBack();
  await expect(workbench.claims).toHaveValue('{"sub":"dave"}');
  await page.getByRole('link', { name: '한국어' }).click();
  await expect(new Workbench(page, 'ko').claims).toHaveValue('{"sub":"dave"}');
});

test('a token of the stage is opened here, and one from here is used in the lab', async ({
  page,
}) => {
  test.slow();
  const stage = new Stage(page, 'en');
  await page.goto('en/lab/');
  await stage.rememberBy(m.stage_remember_jwt_cookie({}, locale));
  await stage.signIn();
  const row = stage.cookies.getByRole('row').filter({ hasText: 'token' });
  await row.getByRole('button', { name: /^Decode/ }).click();
  await stage.cookies.getByRole('link', { name: m.workbench_open({}, locale) }).click();
  const workbench = new Workbench(page, 'en');
  await expect(workbench.claims).toHaveValue(/alice/);
  expect(page.url()).not.toContain('#');

  await workbench.claims.fill('{"sub":"bob"}');
  await workbench.press(m.workbench_use_in_lab({}, locale));
  await workbench.press(m.workbench_use_in_lab_go({}, locale));
  await expect(page).toHaveURL(/\/en\/lab\/$/);
  await stage.settled();
  // The shop looked at the signature, and has forgotten its visitor.
  await expect(stage.shop.getByRole('link', { name: m.shop_sign_in({}, locale) })).toBeVisible();
});

test('a token from here is sent to the API as bearer token by the page’s script', async ({
  page,
}) => {
  test.slow();
  const workbench = await opened(page);
  await workbench.example(say.session);
  await workbench.press(m.workbench_use_in_lab({}, locale));
  await workbench.press(m.workbench_use_as_bearer_go({}, locale));
  await expect(page).toHaveURL(/\/en\/lab\/$/);
  const stage = new Stage(page, 'en');
  await stage.settled();
  await page.getByRole('tab', { name: m.storage_name({}, locale) }).click();
  const kept = page.getByRole('textbox', { name: m.storage_edit({ key: 'access_token' }, locale) });
  await expect(kept).toHaveValue(/^eyJ/);
  // The API has looked at it, and knows no such key: to the shop its visitor is a stranger.
  await expect(page.getByRole('button', { name: /^GET \/me → 401/ }).first()).toBeAttached();
  await expect(stage.shop.getByRole('link', { name: m.shop_sign_in({}, locale) })).toBeVisible();
});

test('by keyboard alone: from the example to a new signature', async ({ page }) => {
  const workbench = await opened(page);
  const tabTo = async (name: string) => {
    const target = page.getByRole('button', { name, exact: true });
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(target).toBeFocused({ timeout: 1 });
    }).toPass({ intervals: [1] });
  };
  await tabTo(say.session);
  await page.keyboard.press('Enter');
  await expect(workbench.trust(say.verified)).toBeVisible();
  await workbench.claims.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('{"sub":"erin"}');
  await expect(workbench.trust(say.invalid)).toBeVisible();
  await tabTo(say.sign);
  await page.keyboard.press('Enter');
  await expect(workbench.trust(say.verified)).toBeVisible();
});

test('a megabyte is taken, edited and verified', async ({ page }) => {
  test.slow();
  // Finding anything by its name beside a megabyte of text takes the test longer than the page.
  const patience = { timeout: 60_000 };
  const workbench = await opened(page);
  await workbench.example(say.session);
  await workbench.claims.fill(JSON.stringify({ sub: 'alice', blob: 'x'.repeat(750_000) }));
  await expect(workbench.trust(say.invalid)).toBeVisible(patience);
  await workbench.press(say.sign);
  await expect(workbench.trust(say.verified)).toBeVisible(patience);
  expect((await workbench.token.inputValue()).length).toBeGreaterThan(1_000_000);
  expect(await page.locator('main *').count()).toBeLessThan(1000);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    test.describe(`${colorScheme}, ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height } });

      test('fits, and axe finds no fault: empty, accepted, refused', async ({ page }) => {
        const workbench = await opened(page);
        const expectNoFault = async () => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual(
            [],
          );
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow).toBe(0);
        };
        await expectNoFault();
        await workbench.example(say.session);
        await workbench.expectOverall(say.accepted);
        await expectNoFault();
        await workbench.header.fill('{"alg":"none"}');
        await workbench.expectOverall(say.refused);
        await workbench.press(m.workbench_share({}, locale));
        await expectNoFault();
      });
    });
  }
}
