import { expect, test } from 'vitest';
import type { Rule } from '../../../src/http/rule.ts';
import { ruleCitation } from '../../../src/ui/wire/rule-link.ts';

test.each<[Rule, string, string | null]>([
  [
    { document: 'RFC6265bis', section: '5.7' },
    '6265bis §5.7',
    'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22#section-5.7',
  ],
  [
    { document: 'RFC7519', section: '4.1.4' },
    'RFC 7519 §4.1.4',
    'https://www.rfc-editor.org/rfc/rfc7519.html#section-4.1.4',
  ],
  [{ document: 'RFC9110' }, 'RFC 9110', 'https://www.rfc-editor.org/rfc/rfc9110.html'],
  [{ document: 'Chromium' }, 'Chromium', 'https://www.chromium.org/updates/same-site/'],
  [{ document: 'Shop' }, 'Crumb', null],
])('%o is cited as %s', (rule, label, href) => {
  expect(ruleCitation(rule)).toEqual({ label, href });
});
