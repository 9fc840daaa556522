import type { HttpResponse } from '../../http/message.ts';
import { file } from '../response.ts';
import { favicon } from './pictures/favicon.ts';
import { pictures } from './pictures/pictures.ts';
import { styleSheet } from './style-sheet.ts';

/** The shop's style sheet and pictures, which are the same whoever asks; `null` for any other path. */
export function fileOf(path: string, now: number): HttpResponse | null {
  if (path === '/style.css') return file('text/css', styleSheet, { now });
  if (path === '/favicon.svg') return file('image/svg+xml', favicon, { now });
  const [, slug = ''] = /^\/pictures\/([a-z-]+)\.svg$/.exec(path) ?? [];
  const picture = pictures.get(slug);
  return picture === undefined ? null : file('image/svg+xml', picture, { now });
}
