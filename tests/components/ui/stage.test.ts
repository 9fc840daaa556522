import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { StageState } from '../../../src/ui/stage/stage-state.svelte.ts';
import Stage from '../../../src/ui/stage/Stage.svelte';
import { signIn, testLab } from '../../unit/lab/test-lab.ts';

afterEach(cleanup);

async function showStage(width: number) {
  const lab = testLab();
  await lab.visit('https://shop.example/');
  const stage = new StageState(lab);
  const { baseElement } = render(Stage, { lab, stage, language: 'en' });
  const place = baseElement.firstElementChild as HTMLElement;
  const resize = (wide: number) => {
    place.style.width = `${wide}px`;
  };
  resize(width);
  return { lab, stage, resize };
}

const rooms = ['Browser', 'Wire', 'Server'] as const;
const columns = () => rooms.filter((name) => screen.queryByRole('region', { name }) !== null);
const strip = (name: string) => screen.findByRole('button', { name: new RegExp(`^${name}`) });

test.each([
  [1000, ['Browser', 'Wire', 'Server']],
  [700, ['Browser', 'Wire']],
  [400, ['Browser']],
])('at %i px as many columns are open as fit', async (width, open) => {
  await showStage(width);
  await waitFor(() => expect(columns()).toEqual(open));
  expect(
    screen.queryAllByRole('button', { expanded: false, name: /^(Browser|Wire|Server)/ }),
  ).toHaveLength(3 - open.length);
});

test('columns shrink and grow with the room there is', async () => {
  const { resize } = await showStage(1000);
  await waitFor(() => expect(columns()).toHaveLength(3));
  resize(400);
  await waitFor(() => expect(columns()).toHaveLength(1));
  resize(1000);
  await waitFor(() => expect(columns()).toHaveLength(3));
});

test('a strip opens with a click, and another column makes room', async () => {
  await showStage(700);
  await userEvent.click(await strip('Server'));
  expect(columns()).toEqual(['Browser', 'Server']);
  expect(await strip('Wire')).toHaveAttribute('aria-expanded', 'false');
});

test.each(['{Enter}', ' '])('a strip opens with the key “%s”', async (key) => {
  await showStage(400);
  (await strip('Server')).focus();
  await userEvent.keyboard(key);
  expect(columns()).toEqual(['Server']);
});

test('a shrunk server still says that it is careless', async () => {
  const { lab } = await showStage(400);
  lab.changeSettings({ remember: 'jwt-cookie' });
  lab.changeCarelessness({ skipExpiry: true });
  expect(await screen.findByText(/Careless: 1/)).toBeVisible();
  expect(await strip('Server')).toHaveAttribute('aria-expanded', 'false');
  lab.undo();
  await waitFor(() => expect(screen.queryByText(/Careless: 1/)).toBeNull());
});

test('strips count along', async () => {
  const { lab } = await showStage(400);
  await userEvent.click(await strip('Wire'));
  expect(await strip('Browser')).toHaveTextContent('Browser 0 cookies');
  expect(await strip('Server')).toHaveTextContent('Server 0 sessions');
  await signIn(lab);
  await waitFor(async () => expect(await strip('Browser')).toHaveTextContent('Browser 1 cookie'));
  expect(await strip('Server')).toHaveTextContent('Server 1 session');
});

test('a chosen message is shown in the trace until the next click', async () => {
  const { lab, stage } = await showStage(1000);
  const trace = await screen.findByRole('region', { name: 'Trace' });
  stage.choose(lab.exchanges[0]!.id);
  await within(trace).findByText('GET /');
  await lab.visit('https://shop.example/cart');
  await within(trace).findByText('GET /cart');
});
