import type { Field, HttpResponse } from '../../http/message.ts';
import { file, withoutContent } from '../response.ts';
import { answerWithPage } from './answer.ts';
import { fileOf } from './files.ts';
import { memoryFor } from './memory/memories.ts';
import type { Admit } from './protection/guarded.ts';
import { changedProtection } from './protection/settings.ts';
import { routeOf } from './routes.ts';
import type { Turn } from './turn.ts';

/** *Crumb*, the bakery. One request in, one response out; what it remembers, it remembers elsewhere. */
export async function shop(turn: Turn): Promise<HttpResponse> {
  const response = await answerGuarded(turn);
  return turn.request.method === 'HEAD' ? withoutContent(response) : response;
}

/** Loads the defences only where one is up, or a hole is open. */
async function answerGuarded(turn: Turn): Promise<HttpResponse> {
  if (changedProtection(turn.settings.protection).length === 0) return answer(turn, everybody);
  const { guarded } = await import('./protection/guarded.ts');
  return guarded(turn, answer);
}

const everybody: Admit = async () => null;

async function answer(turn: Turn, admit: Admit): Promise<HttpResponse> {
  const { method } = turn.request;
  const path = turn.url.pathname;
  if (method === 'GET' || method === 'HEAD') {
    // #marker: send-file
    const found = fileOf(path, turn.now);
    if (found !== null) {
      turn.trace.done('file-sent', 'server/shop/shop.ts#send-file', { path });
      return found;
    }
  }
  if (path === '/app.js' && (method === 'GET' || method === 'HEAD')) return sendScript(turn);
  const memory = await memoryFor(turn.settings.remember);
  const visitor = await memory.recall(turn);
  const refused = await admit(turn, visitor);
  if (refused !== null) return refused;
  // #marker: find-route
  const route = routeOf(method, path, turn.settings.protection);
  if (route.found) return route.handler(turn, visitor, route.parameters);
  const { problemPage } = await import('./pages/problem-page.ts');
  if (route.allowed.length === 0) {
    const rule = { document: 'RFC9110', section: '15.5.5' } as const;
    turn.trace.refused('route-unknown', 'server/shop/shop.ts#find-route', rule, { path });
    return answerWithPage(turn, visitor, 404, problemPage(404, turn.language));
  }
  const rule = { document: 'RFC9110', section: '15.5.6' } as const;
  turn.trace.refused('method-refused', 'server/shop/shop.ts#find-route', rule, { method });
  return answerWithPage(
    turn,
    visitor,
    405,
    problemPage(405, turn.language, [['Allow', route.allowed.join(', ')]]),
  );
}

/** The pages' script speaks the language of whoever asks, and goes by the shop's settings: no cache may keep it. */
async function sendScript(turn: Turn): Promise<HttpResponse> {
  // #marker: send-script
  const { language, now, settings, trace, url } = turn;
  const { appScript } = await import('./script/app-script.ts');
  trace.done('file-sent', 'server/shop/shop.ts#send-script', { path: url.pathname });
  const fields: readonly Field[] = [
    ['Content-Language', language],
    ['Cache-Control', 'no-store'],
  ];
  return file('text/javascript', appScript(language, settings), { now, fields });
}
