import { Lab, type LabOptions } from '../../../src/lab/lab.svelte.ts';

/** A lab without a page: time passes only by hand, and its random numbers are the same every time. */
export function testLab(options: Partial<LabOptions> = {}): Lab {
  return new Lab({
    randomBytes: repeatableBytes(),
    acceptLanguage: () => 'en',
    monotonicNow: () => 0,
    ...options,
  });
}

export async function signIn(lab: Lab, id = 'alice', password = 'butter'): Promise<void> {
  await lab.visit('https://shop.example/login');
  await lab.submitForm({
    action: '/login',
    method: 'post',
    entries: [
      ['username', id],
      ['password', password],
    ],
  });
}

function repeatableBytes(): (count: number) => Uint8Array {
  let state = 1;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}
