import { describe, expect, test } from 'vitest';
import { attacks } from '../../../src/lab/attacks/attacks.ts';
import { rowOf } from '../../unit/lab/attacks/row.ts';
import { expected } from '../../unit/lab/attacks/expected.ts';
import { labWithScript } from './lab-with-script.ts';

/** In a real sandbox: those that a script carries out. */
const withScript = attacks.filter(({ needsScript }) => needsScript);

describe('each attack works without defence, and fails by those alone that stop it', () => {
  test.each(withScript)('$id', { timeout: 120_000 }, async (attack) => {
    const row = await rowOf(attack, labWithScript);
    expect(row.stopped).toEqual(expected[attack.id]);
    expect(row.undefended).toBe(true);
  });
});
