import { fieldValue } from '../../http/fields.ts';
import type { Exchange } from '../../lab/exchange.ts';
import * as m from '../../messages/compiled/messages.js';

/** What asked for the cookies, as far as SameSite makes a difference between them. */
export type Asking =
  | { readonly by: 'navigation' | 'frame' | 'image' | 'subresource' | 'fetch' }
  | { readonly by: 'unsafe-navigation'; readonly method: string }
  | { readonly by: 'script' };

const texts = {
  navigation: m.jar_request_navigation,
  frame: m.jar_request_frame,
  image: m.jar_request_image,
  subresource: m.jar_request_subresource,
  fetch: m.jar_request_fetch,
};

/** A cross-site request of that kind in words: "a cross-site POST". */
export function requestText(asking: Exclude<Asking, { readonly by: 'script' }>): string {
  if (asking.by === 'unsafe-navigation')
    return m.jar_request_unsafe_navigation({ method: asking.method });
  return texts[asking.by]();
}

/** What kind of request an exchange began with; its own `Sec-Fetch-Dest` tells what the answer is for. */
export function askingOf({ kind, request }: Exchange): Asking {
  const destination = fieldValue(request.fields, 'Sec-Fetch-Dest');
  if (destination === 'iframe') return { by: 'frame' };
  if (kind === 'subresource') return { by: destination === 'image' ? 'image' : 'subresource' };
  if (kind !== 'navigation') return { by: 'fetch' };
  return request.method === 'GET'
    ? { by: 'navigation' }
    : { by: 'unsafe-navigation', method: request.method };
}
