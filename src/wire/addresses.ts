/** By which network a browser reaches the servers: its own line, or one that it shares with others. */
export const NETWORKS = ['home', 'cafe', 'mobile'] as const;

export type NetworkName = (typeof NETWORKS)[number];

/**
 * The address by which servers see a browser, of those that RFC 5737 reserves for documentation. Everybody
 * in the café comes from the café's one address; at home and on the air each has their own.
 */
export function addressOf(network: NetworkName, browserNumber: number): string {
  switch (network) {
    case 'home':
      return `203.0.113.${String((browserNumber % 254) + 1)}`;
    case 'cafe':
      return '198.51.100.7';
    case 'mobile':
      return `192.0.2.${String((browserNumber % 254) + 1)}`;
  }
}
