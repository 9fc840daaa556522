import { expect, test } from 'vitest';
import { linkTerms } from '../../../build/link-terms.ts';
import type { ChapterProse, Prose, ProseNode } from '../../../src/tutorial/prose.ts';

const paragraph = (...children: Prose): ProseNode => ({ type: 'paragraph', children });

function chapter(opening: Prose, body: Prose): ChapterProse {
  const step = {
    title: 'Session',
    body,
    goals: {},
    questions: {},
    wrongTurns: {},
    hint: [],
    found: [],
    myth: null,
  };
  return { title: '', description: '', opening, steps: { one: step }, summary: [] };
}

/** Text with its links as [text](slug). */
function shown(prose: Prose): string {
  return prose
    .map((node): string => {
      if (typeof node === 'string') return node;
      if (node.type === 'link')
        return `[${shown(node.children)}](${node.href.split('#')[1] ?? ''})`;
      if (node.type === 'code') return `\`${node.text}\``;
      return 'children' in node ? shown(node.children) : '';
    })
    .join('');
}

test.each([
  ['en', 'A session ID is no session.', 'A [session ID](session-id) is no [session](session).'],
  ['en', 'Cookies, and the cookie jar.', '[Cookies](cookie), and the [cookie jar](cookie-jar).'],
  ['en', 'A safe, secure and obsessional thing.', 'A safe, secure and obsessional thing.'],
  ['en', 'JWTs and a JWT.', '[JWTs](jwt) and a JWT.'],
  ['ko', '쿠키를 세션 ID로 찾아요.', '[쿠키](cookie)를 [세션 ID](session-id)로 찾아요.'],
  ['ko', '인증서는 인증과 달라요.', '인증서는 [인증](authentication)과 달라요.'],
  ['ko', '무엇인가요? 인가예요.', '무엇인가요? [인가](authorisation)예요.'],
] as const)('in %s, "%s"', (language, text, linked) => {
  const { opening } = linkTerms(chapter([paragraph(text)], []), language);
  expect(shown(opening)).toBe(linked);
});

test('only the first mention in a chapter is linked; code, links and titles never', () => {
  const link: ProseNode = { type: 'link', href: 'https://example.com', children: ['session'] };
  const before = chapter(
    [
      paragraph({ type: 'code', text: 'session' }, ' ', link, ' ', {
        type: 'strong',
        children: ['session'],
      }),
    ],
    [paragraph('session')],
  );
  const { opening, steps } = linkTerms(before, 'en');
  expect(shown(opening)).toBe('`session` [session]() [session](session)');
  expect(shown(steps['one']?.body ?? [])).toBe('session');
  expect(steps['one']?.title).toBe('Session');
});
