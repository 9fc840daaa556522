import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { documentTextOf } from '../../../src/ui/shell/document-text.ts';
import OpeningScreens from '../fixtures/OpeningScreens.svelte';

const wait = 'Opening the lab…';
const text = () => document.querySelector('main.document');

function openedAt(path: { now: string }) {
  const main = document.createElement('main');
  main.className = 'document';
  main.textContent = 'To be read without script.';
  document.body.append(main);
  return documentTextOf(document, () => path.now);
}

function later<Value>() {
  let settle: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, settle: (value: Value) => settle(value) };
}

afterEach(() => text()?.remove());

test('the document’s text stays until the last part of its screen is there', async () => {
  const [outer, inner] = [later<string>(), later<string>()];
  const documentText = openedAt({ now: '/en/cookies/' });
  render(OpeningScreens, { documentText, outer: outer.promise, inner: inner.promise });
  expect(screen.getByText('To be read without script.')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent(wait);
  outer.settle('outer');
  await expect.poll(() => screen.queryByText('outer')).not.toBeNull();
  expect(text()).not.toBeNull();
  inner.settle('inner');
  await expect.poll(() => screen.queryByText('inner')).not.toBeNull();
  await expect.poll(text).toBeNull();
});

test('it goes when another screen is opened meanwhile', async () => {
  const path = { now: '/en/cookies/' };
  const documentText = openedAt(path);
  const props = { documentText, outer: later<string>().promise, inner: later<string>().promise };
  const { rerender } = render(OpeningScreens, props);
  path.now = '/en/lab/';
  await rerender({ ...props, outer: later<string>().promise });
  await expect.poll(text).toBeNull();
  expect(screen.getByRole('main')).toHaveTextContent(wait);
});

test('where no screen is awaited it goes at once', async () => {
  openedAt({ now: '/en/' });
  await expect.poll(text).toBeNull();
});
