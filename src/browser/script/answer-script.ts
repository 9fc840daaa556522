import type { ScriptAccess, ScriptResult } from '../script-access.ts';
import type { FromRealm, RealmAnswer, RealmQuestion, ToRealm } from './protocol.ts';

type Asked = Extract<FromRealm, { type: 'asked' }>;

/** Does for script what it asks for; what there is to answer, `null` where it does not wait for an answer. */
export async function answerScript(
  access: ScriptAccess,
  message: FromRealm,
): Promise<ToRealm | null> {
  if (message.type === 'asked') return answerQuestion(access, message);
  switch (message.type) {
    case 'cookies-read':
      access.readCookie();
      break;
    case 'body-written':
      access.writeBody(message.body);
      break;
    case 'title-written':
      access.writeTitle(message.title);
      break;
    case 'navigate':
      await access.navigate(message.url, { replace: message.replace });
      break;
    case 'reload':
      await access.reload();
      break;
    case 'travel':
      await access.travel(message.distance);
      break;
    case 'submit':
      await access.submitForm(message.form);
      break;
    case 'storage-set':
    case 'storage-removed':
    case 'storage-cleared':
      changeStorage(access, message);
  }
  return null;
}

async function answerQuestion(access: ScriptAccess, { id, question }: Asked): Promise<ToRealm> {
  return { type: 'answer', id, answer: await answerTo(access, question) };
}

async function answerTo(access: ScriptAccess, question: RealmQuestion): Promise<RealmAnswer> {
  switch (question.api) {
    case 'fetch': {
      const { url, init } = question;
      // A browser does not tell script why: that would tell it about the other origin.
      return answerOf(await access.fetch(url, init), () => 'Failed to fetch');
    }
    case 'image':
      return { ok: true, value: await access.loadImage(question.url) };
    case 'cookieStore.get':
      return answerOf(access.cookieStore.get(question.query));
    case 'cookieStore.getAll':
      return answerOf(access.cookieStore.getAll(question.query));
    case 'cookieStore.set':
      return answerOf(access.cookieStore.set(question.setting));
    case 'cookieStore.delete':
      return answerOf(access.cookieStore.delete(question.deletion));
  }
}

function answerOf(
  result: ScriptResult<unknown>,
  messageOf: (code: string) => string = (code) => code,
): RealmAnswer {
  if (result.ok) return result;
  return { ok: false, exception: result.exception, message: messageOf(result.code) };
}

function changeStorage(
  access: ScriptAccess,
  message: Extract<FromRealm, { type: `storage-${string}` }>,
): void {
  const storage = access.storage(message.storage);
  if (!storage.ok) return;
  if (message.type === 'storage-set') storage.value.setItem(message.key, message.value);
  else if (message.type === 'storage-removed') storage.value.removeItem(message.key);
  else storage.value.clear();
}
