import type { NetworkName } from '../wire/addresses.ts';

/** Who sits at which computer, and by which network it reaches the servers at first. */
export const computers = [
  { id: 'alice-laptop', name: 'Alice’s laptop', network: 'home' },
  { id: 'mallory-laptop', name: 'Mallory’s laptop', network: 'home' },
  { id: 'alice-phone', name: 'Alice’s phone', network: 'mobile' },
] as const satisfies readonly Computer[];

interface Computer {
  readonly id: string;
  readonly name: string;
  readonly network: NetworkName;
}

/** A browser of the lab: a computer's own, or the private window beside it. */
export interface LabBrowser {
  readonly id: string;
  readonly name: string;
  /** The computer's own browser, with which a private window shares line and address, and nothing else. */
  readonly computerId: string;
  readonly isPrivate: boolean;
}

/** Each computer's browser, and its private window right after it. */
export const labBrowsers: readonly LabBrowser[] = computers.flatMap(({ id, name }) => [
  { id, name, computerId: id, isPrivate: false },
  { id: privateWindowOf(id), name: `${name}, private`, computerId: id, isPrivate: true },
]);

/** The browser that is a computer's private window. */
export function privateWindowOf(computerId: string): string {
  return `${computerId}-private`;
}

export function labBrowser(id: string): LabBrowser {
  const found = labBrowsers.find((browser) => browser.id === id);
  if (found === undefined) throw new Error(`there is no browser ${id}`);
  return found;
}

/** The command line of Alice's laptop: a client without a window, on the same line and at the same address. */
export const terminalId = 'alice-terminal';

/** The computer at which a browser runs; one that is not of the lab, as those of a crowd, runs by itself. */
export function computerOf(browserId: string): string {
  if (browserId === terminalId) return computers[0].id;
  return labBrowsers.find(({ id }) => id === browserId)?.computerId ?? browserId;
}

/** The browsers there are now, a private window only while it is open. */
export function presentBrowsers(
  browsers: ReadonlyMap<string, { readonly open: boolean }>,
): readonly LabBrowser[] {
  return labBrowsers.filter(({ id, isPrivate }) => !isPrivate || browsers.get(id)?.open === true);
}
