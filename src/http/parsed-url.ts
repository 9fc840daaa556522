/** The parts of a URL that rules ask for, as `URL` writes them. */
export interface ParsedUrl {
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly origin: string;
}

/** So many URLs are remembered: the rules of one decision all ask for the same few. */
const REMEMBERED = 16;
const remembered = new Map<string, ParsedUrl | null>();

/** Takes a URL apart; `null` for what is no valid URL. */
export function parsedUrl(url: string): ParsedUrl | null {
  const known = remembered.get(url);
  if (known !== undefined) return known;
  const parsed = parse(url);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(url, parsed);
  return parsed;
}

function parse(url: string): ParsedUrl | null {
  try {
    const { protocol, host, hostname, pathname, origin } = new URL(url);
    return { protocol, host, hostname, pathname, origin };
  } catch {
    // Asking `URL.canParse` first would parse every valid one twice.
    return null;
  }
}
