import type { Turn } from '../turn.ts';
import { sessionBy } from './session.ts';
import type { SessionKey } from './session-key.ts';

const parameter = 'ticket';

/**
 * In the address, as `PHPSESSID` once stood there: the shop writes it into every link and form of each page.
 * Whoever gets the address gets the session: by a copied link, a bookmark, a log file, a `Referer` field.
 */
const inAddress: SessionKey = {
  read: async (turn) => {
    // #marker: read-ticket
    const ticket = turn.url.searchParams.get(parameter);
    if (ticket === null) {
      turn.trace.done('ticket-absent', 'server/shop/memory/url-ticket.ts#read-ticket', {});
      return undefined;
    }
    turn.trace.done('ticket-read', 'server/shop/memory/url-ticket.ts#read-ticket', { ticket });
    return ticket;
  },
  found: carry,
  hand: carry,
  takeBack: (turn) => {
    // #marker: drop-ticket
    turn.answer.rewriting = null;
    turn.trace.done('ticket-dropped', 'server/shop/memory/url-ticket.ts#drop-ticket', {});
  },
};

/** The server remembers in its table; the key travels in the address instead of a cookie. */
export const urlTicket = sessionBy(inAddress);

async function carry(turn: Turn, ticket: string): Promise<void> {
  turn.answer.rewriting = {
    page: (content) => intoPage(turn, content, ticket),
    path: (path) => into(path, ticket),
  };
}

/** Links and forms whose address is a path of this shop. What guests wrote is escaped, unless that hole is open. */
const address = /(<a\b[^>]*?\shref="|<form\b[^>]*?\saction=")(\/(?!\/)[^"]*)"/g;

function intoPage(turn: Turn, content: string, ticket: string): string {
  // #marker: write-ticket
  let addresses = 0;
  const written = content.replace(address, (_whole, before: string, path: string) => {
    addresses += 1;
    return `${before}${into(path.replaceAll('&amp;', '&'), ticket).replaceAll('&', '&amp;')}"`;
  });
  turn.trace.done('ticket-written', 'server/shop/memory/url-ticket.ts#write-ticket', {
    ticket,
    addresses,
  });
  return written;
}

/** The path with this ticket, instead of whatever ticket it had. */
function into(path: string, ticket: string): string {
  const url = new URL(path, 'https://shop.example');
  url.searchParams.set(parameter, ticket);
  return `${url.pathname}${url.search}${url.hash}`;
}
