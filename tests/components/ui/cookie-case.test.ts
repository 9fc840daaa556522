import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { CookieCaseBench } from '../../../src/ui/cookie-case/cookie-case-bench.svelte.ts';
import CookieCaseScreen from '../../../src/ui/cookie-case/CookieCaseScreen.svelte';
import { Navigation } from '../../../src/ui/shell/navigation.svelte.ts';
import { NOW, suffixes } from '../../unit/lab/cookie-case/case-of.ts';

afterEach(cleanup);

function open(fragment = '') {
  const bench = new CookieCaseBench({ now: () => NOW, suffixes });
  const { container } = render(CookieCaseScreen, {
    bench,
    route: { name: 'cookie-case', language: 'en', fragment },
    navigation: new Navigation('/'),
    language: 'en',
  });
  return { bench, container };
}

const answer = () => screen.findByRole('region', { name: 'What the browser does' });
const field = (name: string) => screen.getByRole('textbox', { name });

test('a field that is pasted is told of, and one click makes it work; undo takes it back', async () => {
  open();
  await userEvent.click(field('Set-Cookie, or the whole response'));
  await userEvent.paste('Set-Cookie: sid=1; SameSite=None');
  expect(field('Address of the request')).toHaveAccessibleDescription('An address is needed here.');
  await userEvent.type(field('Address of the request'), 'api.payments.io');
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'credentials' }),
    'include, withCredentials',
  );
  expect(await within(await answer()).findByText('Not stored, so not sent')).toBeVisible();
  expect(within(await answer()).getByRole('link', { name: '6265bis §5.7' })).toBeVisible();
  expect(await screen.findByText('Add Secure')).toBeVisible();
  await userEvent.click(screen.getAllByRole('button', { name: 'Make this change' })[0]!);
  expect(field('Set-Cookie, or the whole response')).toHaveValue(
    'Set-Cookie: sid=1; SameSite=None; Secure',
  );
  expect(
    await within(await answer()).findByText('Sent', { selector: '[role=status]' }),
  ).toBeVisible();
  expect(screen.queryByRole('region', { name: 'The smallest change that helps' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await within(await answer()).findByText('Not stored, so not sent')).toBeVisible();
});

test('an example fills the fields', async () => {
  open();
  await userEvent.click(
    screen.getByRole('button', { name: 'localhost:3000 calls localhost:8080' }),
  );
  expect(field('Address of the page')).toHaveValue('http://localhost:3000/');
  expect(
    await screen.findByText(
      "Ask with credentials: 'include' (axios: withCredentials: true), when signing in too",
    ),
  ).toBeVisible();
});

test('a link brings its case', async () => {
  open('#case={"paste":"a=1; Path=/admin","requestUrl":"localhost:3000/","requestBy":"link"}');
  expect(
    await screen.findByText('Stored, but not sent', { selector: '[role=status]' }),
  ).toBeVisible();
});

test('what is pasted stays text, whatever it is', async () => {
  const payload = '<img src=x onerror=alert(1)>';
  const { container } = open();
  await userEvent.click(field('Set-Cookie, or the whole response'));
  await userEvent.paste(`${payload}=${payload}; Path=/${payload}; ${payload}`);
  await userEvent.type(field('Address of the request'), 'localhost');
  expect(await within(await answer()).findByRole('status')).toBeVisible();
  expect(container.querySelector('img, script, iframe')).toBeNull();
});

test('what is no Set-Cookie is told as what it is', async () => {
  open();
  const paste = field('Set-Cookie, or the whole response');
  await userEvent.click(paste);
  await userEvent.paste('Cookie: sid=1');
  expect(paste).toHaveAccessibleDescription(/a Cookie field is what was sent/);
  expect(paste).toBeInvalid();
});

test('the cookie itself is read for its security, and written as code', async () => {
  open(
    '#case={"paste":"JSESSIONID=31d4; Path=/","requestUrl":"localhost:3000/","requestBy":"link"}',
  );
  const itself = await screen.findByRole('region', { name: 'About the cookie itself' });
  expect(within(itself).getByText(/^No HttpOnly: script in the page can read/)).toBeVisible();
  expect(within(itself).getByRole('link', { name: 'ASVS 5.0 §3.3.4' })).toBeVisible();
  await userEvent.click(within(itself).getByRole('tab', { name: 'As code' }));
  const code = () => within(itself).getByText(/JSESSIONID/, { selector: 'code' });
  expect(code().textContent).toBe("res.cookie('JSESSIONID', '31d4', {\n  path: '/',\n});");
  await userEvent.selectOptions(
    within(itself).getByRole('combobox', { name: 'Framework' }),
    'Spring Boot 3.5',
  );
  expect(code().textContent).toContain('server.servlet.session.cookie.name=JSESSIONID');
  await userEvent.click(within(itself).getByRole('tab', { name: 'Security reading' }));
  await userEvent.click(
    within(
      within(itself)
        .getByText(/^No HttpOnly/)
        .closest('li')!,
    ).getByRole('button', {
      name: 'Make this change',
    }),
  );
  expect(field('Set-Cookie, or the whole response')).toHaveValue(
    'JSESSIONID=31d4; Path=/; HttpOnly',
  );
});

test('an expiry that lies in the past says by how much', async () => {
  open();
  await userEvent.click(
    screen.getByRole('button', { name: 'Expires converted twice: ended nine hours ago' }),
  );
  expect(await within(await answer()).findByText('Not stored · already over')).toBeVisible();
  expect(
    within(await answer()).getByText(/its expiry lies 8 hours 30 minutes in the past/),
  ).toBeVisible();
});
