import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { traceCodes } from '../../../src/server/trace-codes.ts';
import english from '../../../src/messages/en/trace.json';
import korean from '../../../src/messages/ko/trace.json';

const root = new URL('../../../src/', import.meta.url).pathname;

const serverFiles = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => join('server', path));

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every `path#marker` that the servers tell. */
const sources = [
  ...new Set(
    serverFiles.flatMap((path) =>
      [...textOf(path).matchAll(/'(server\/[\w/-]+\.ts#[a-z-]+)'/g)].map(
        ([, source = '']) => source,
      ),
    ),
  ),
];

describe('every step can show the code that ran', () => {
  test('there are some', () => {
    expect(sources.length).toBeGreaterThan(25);
  });

  test.each(sources)('%s', (source) => {
    const [path = '', marker = ''] = source.split('#');
    expect(
      textOf(path)
        .split('\n')
        .filter((line) => line.trim() === `// #marker: ${marker}`),
    ).toHaveLength(1);
  });

  test('and no marker stands idle', () => {
    const markers = serverFiles.flatMap((path) =>
      [...textOf(path).matchAll(/\/\/ #marker: ([a-z-]+)/g)].map(
        ([, name]) => `${path}#${name ?? ''}`,
      ),
    );
    expect(markers.filter((marker) => !sources.includes(marker))).toEqual([]);
  });
});

describe('every step has a sentence in both languages', () => {
  const keys = Object.keys(traceCodes).map((code) => `trace_${code.replaceAll('-', '_')}`);

  test.each([
    ['en', english],
    ['ko', korean],
  ])('%s', (_language, catalogue) => {
    expect(Object.keys(catalogue).toSorted()).toEqual(keys.toSorted());
  });

  test('every code is told somewhere', () => {
    const told = serverFiles
      .filter((path) => !path.endsWith('trace-codes.ts'))
      .map(textOf)
      .join('\n');
    expect(Object.keys(traceCodes).filter((code) => !told.includes(`'${code}'`))).toEqual([]);
  });
});
