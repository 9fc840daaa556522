import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import * as m from '../../src/messages/compiled/messages.js';
import { freePort, listening } from '../e2e/support/ports.js';
import { basePath, siteServer } from '../e2e/support/serve.js';
import { WebDriver } from './web-driver.js';

/**
 * Whether the built site works at all in WebKit: in WebKitGTK's MiniBrowser, driven by WebKitWebDriver on a screen
 * that nobody sees. Debian has them as `webkit2gtk-driver` and `xvfb`.
 */

const locale = { locale: 'en' };
const named = (tag, name) => `//${tag}[normalize-space()="${name}" or @aria-label="${name}"]`;
const button = (name) => named('button', name);
const says = (text) => `/descendant-or-self::*[contains(normalize-space(), "${text}")]`;
const shop = '//iframe[contains(@sandbox, "allow-same-origin")]';
const address = `//input[@aria-label="${m.stage_address({}, locale)}"]`;

/** A page is in the window when its tab has the name: only then may its frame be entered. */
const tabOf = (title) => `//button[@aria-pressed="true"]${says(`${title} · Crumb`)}`;

async function signIn(driver) {
  await driver.fill(address, 'shop.example/login', { enter: true });
  await driver.find(tabOf(m.shop_sign_in({}, locale)));
  await driver.enterFrame(shop);
  await driver.click(button(m.shop_sign_in({}, locale)));
  await driver.enterFrame(null);
  await driver.find(tabOf(m.shop_cart_title({}, locale)));
}

const tests = {
  'the first page opens': async (driver, site) => {
    await driver.goTo(`${site}en/`);
    await driver.find(`//h1[normalize-space()="${m.first_sentence({}, locale)}"]`);
    await driver.enterFrame(shop);
    const product = m.shop_product_salt_bread({}, locale);
    await driver.click(button(m.shop_add_named({ product }, locale)));
    await driver.enterFrame(null);
    await driver.click(button(m.first_let_it_remember({}, locale)));
  },
  'who signs in has a cookie in the jar and a row in the table': async (driver, site) => {
    await driver.goTo(`${site}en/lab/`);
    await signIn(driver);
    await driver.find(`//*[@data-place="cookies"]${says('HttpOnly')}`);
    await driver.find(`//*[@data-place="sessions"]${says('Alice')}`);
  },
  'a service worker carries the messages': async (driver, site) => {
    await driver.goTo(`${site}en/lab/`);
    await driver.find(says(m.stage_carrier_service_worker({}, locale)));
  },
  'the console runs script': async (driver, site) => {
    await driver.goTo(`${site}en/lab/`);
    await signIn(driver);
    await driver.click(`//button[@role="tab"][normalize-space()="${m.console_name({}, locale)}"]`);
    await driver.fill(`//textarea[@aria-label="${m.console_input({}, locale)}"]`, '6 * 7', {
      enter: true,
    });
    await driver.find('//*[@role="log"]//code[normalize-space()="42"]');
  },
  'the goals of a step are reached by what is done': async (driver, site) => {
    await driver.goTo(`${site}en/client-server/#ask-and-answer`);
    await driver.fill(address, 'shop.example', { enter: true });
    await driver.find(tabOf(m.shop_products_title({}, locale)));
    await driver.enterFrame(shop);
    await driver.click('//main//a[contains(@data-destination, "/products/")]');
    await driver.enterFrame(null);
    await driver.find(`(//li[.//*[normalize-space()="${m.stage_goal_reached({}, locale)}"]])[2]`);
  },
  'the workbench verifies a token': async (driver, site) => {
    await driver.goTo(`${site}en/tools/jwt/`);
    await driver.click(button(m.workbench_example_session({}, locale)));
    await driver.find(says(m.workbench_verified({}, locale)));
  },
};

function miniBrowser() {
  const libraries = '/usr/lib';
  const found = readdirSync(libraries)
    .flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) =>
        join(libraries, folder, version, 'MiniBrowser'),
      ),
    )
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error('no MiniBrowser: install webkit2gtk-driver and xvfb');
  return found;
}

async function driverAt(origin) {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      await fetch(`${origin}/status`);
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error('WebKitWebDriver does not answer');
}

async function main() {
  const binary = miniBrowser();
  if (spawnSync('which', ['xvfb-run', 'WebKitWebDriver']).status !== 0)
    throw new Error('no WebKitWebDriver: install webkit2gtk-driver and xvfb');
  const dist =
    process.env['REMEMBER_ME_SITE'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const server = siteServer(`${dist}/`);
  const site = `http://localhost:${await listening(server)}${basePath}`;
  const port = await freePort();
  const screen = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
  });
  const origin = `http://127.0.0.1:${port}`;
  let failed = 0;
  try {
    await driverAt(origin);
    for (const [name, test] of Object.entries(tests)) {
      const driver = await WebDriver.open(origin, {
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      });
      try {
        await test(driver, site);
        console.log(`passed: ${name}`);
      } catch (error) {
        failed += 1;
        console.error(`FAILED: ${name}\n  ${error.message}`);
      } finally {
        await driver.close();
      }
    }
  } finally {
    process.kill(-screen.pid);
    server.close();
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
