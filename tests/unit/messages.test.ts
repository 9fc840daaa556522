import { expect, test } from 'vitest';
import * as m from '../../src/messages/compiled/messages.js';
test('compiled', () => {
  expect(m.app_name()).toBe('Remember Me');
});
