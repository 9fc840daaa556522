/** Whether a canonical host, as `URL` writes it, is an IP literal: `192.0.2.1` or `[2001:db8::1]`. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

/** Whether a canonical host always means the machine itself: `localhost`, below it, 127/8 or `[::1]`. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/\.$/, '');
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}
