import type { HttpRequest, HttpResponse } from '../../../src/http/message.ts';

/** An exchange as the shop has them: a page of two kilobytes, a cookie each way. */
export const request: HttpRequest = {
  method: 'GET',
  targetUri: 'https://shop.example/cart',
  fields: [
    ['Host', 'shop.example'],
    ['Accept', 'text/html'],
    ['Accept-Language', 'en'],
    ['Cookie', 'session=0123456789abcdef0123456789abcdef'],
  ],
  content: '',
};

export const response: HttpResponse = {
  status: 200,
  fields: [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Cache-Control', 'no-store'],
    ['Set-Cookie', 'session=0123456789abcdef0123456789abcdef; Path=/; HttpOnly; SameSite=Lax'],
  ],
  content: `<!doctype html><title>Cart</title>${'<p>Sourdough, one loaf</p>'.repeat(80)}`,
};
