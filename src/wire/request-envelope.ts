import type { HttpRequest } from '../http/message.ts';
import type { Connection } from '../server/context.ts';
import { canBeBody } from './body.ts';
import { ENVELOPE_HEADER, type CarriedRequest } from './carried.ts';
import { checkedFields, checkedMethod } from './checked-fields.ts';
import { requireThat } from './envelope-error.ts';
import { fromEnvelopeText, plainObject, requireMembers, toEnvelopeText } from './envelope-text.ts';
import { mappedUrl } from './mapped-url.ts';
import { mirroredHeaders } from './mirrored-headers.ts';

/** A request on its way, with what the other end has to know of the connection. */
export interface Sending {
  readonly exchangeId: string;
  readonly connection: Connection;
  readonly request: HttpRequest;
}

/** Methods that Fetch sends as they are, with content or without (Fetch §2.2.1). */
const FETCH_METHODS: ReadonlySet<string> = new Set([
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
]);
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Puts a request into its envelope. Throws an `EnvelopeError` for what is no HTTP request. */
export function sealRequest({ exchangeId, connection, request }: Sending): CarriedRequest {
  const { method, targetUri, fields, content } = request;
  const carriedMethod = FETCH_METHODS.has(method) ? method : 'POST';
  const inBody = !WITHOUT_BODY.has(carriedMethod) && canBeBody(content);
  const envelope = toEnvelopeText({
    exchangeId,
    connection: {
      id: connection.id,
      remoteAddress: connection.remoteAddress,
      secure: connection.secure,
    },
    method: checkedMethod(method),
    targetUri: checkedTargetUri(targetUri),
    fields: checkedFields(fields),
    ...(inBody ? {} : { content }),
  });
  return {
    url: mappedUrl(targetUri),
    method: carriedMethod,
    headers: [...mirroredHeaders(fields), [ENVELOPE_HEADER, envelope]],
    body: inBody ? content : null,
  };
}

/** Takes a request out of its envelope. Throws an `EnvelopeError` for an envelope that is none of ours. */
export function openRequest(envelope: string, body: string): Sending {
  const members = fromEnvelopeText(
    envelope,
    ['exchangeId', 'connection', 'method', 'targetUri', 'fields'],
    ['content'],
  );
  const { exchangeId, content = body } = members;
  requireThat(typeof exchangeId === 'string', 'exchangeId is no text');
  requireThat(typeof content === 'string', 'content is no text');
  return {
    exchangeId,
    connection: checkedConnection(members['connection']),
    request: {
      method: checkedMethod(members['method']),
      targetUri: checkedTargetUri(members['targetUri']),
      fields: checkedFields(members['fields']),
      content,
    },
  };
}

function checkedTargetUri(value: unknown): string {
  requireThat(typeof value === 'string' && URL.canParse(value), 'targetUri is no absolute URL');
  const { protocol } = new URL(value);
  requireThat(protocol === 'https:' || protocol === 'http:', `targetUri with scheme ${protocol}`);
  requireThat(!value.includes('#'), 'targetUri with a fragment');
  return value;
}

function checkedConnection(value: unknown): Connection {
  const connection = plainObject(value, 'connection');
  requireMembers(connection, ['id', 'remoteAddress', 'secure'], [], 'connection');
  const { id, remoteAddress, secure } = connection;
  requireThat(typeof id === 'string', 'connection.id is no text');
  requireThat(typeof remoteAddress === 'string', 'connection.remoteAddress is no text');
  requireThat(typeof secure === 'boolean', 'connection.secure is neither true nor false');
  return { id, remoteAddress, secure };
}
