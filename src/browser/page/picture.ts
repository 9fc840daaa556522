import type { HttpResponse } from '../../http/message.ts';
import { mediaTypeOf } from './media-type.ts';

/** A picture's `data:` URL, which the page can show without a request; `null` for what is no picture. */
export function pictureData(response: HttpResponse): string | null {
  const mediaType = mediaTypeOf(response);
  if (!/^image\/[\w.+-]+$/.test(mediaType)) return null;
  return `data:${mediaType};charset=utf-8,${encodeURIComponent(wellFormed(response.content))}`;
}

/** Lone surrogates, which have no octets, become U+FFFD. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
