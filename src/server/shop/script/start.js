// What each page begins with, and what its forms do.

const pages = [
  [/^\/cart$/, showCart],
  [/^\/account$/, showAccount],
  [/^\/orders\/([^/]+)$/, showOrder],
];

async function start() {
  const me = await showWho();
  for (const [path, show] of pages) {
    const found = path.exec(location.pathname);
    if (found) await show(me, ...found.slice(1));
  }
}

// Forms that this script sends in its own way. All others the browser sends by itself.

const forms = {
  '/login': async (fields) => {
    if (!(await signIn(fields.username, fields.password))) return showWrongPassword();
    const wanted = sessionStorage.getItem('wanted');
    sessionStorage.removeItem('wanted');
    if (wanted !== null) await callApi('POST', '/cart', { product: wanted });
    location.assign(fields.next || '/cart');
  },
  '/logout': async () => {
    await signOut(false);
    location.assign('/');
  },
  '/logout/everywhere': async () => {
    await signOut(true);
    location.assign('/');
  },
  '/cart': async ({ product }) => {
    const answer = await callApi('POST', '/cart', { product });
    // The API keeps carts of those it knows: a stranger's bread waits here until they have signed in.
    if (answer === null) sessionStorage.setItem('wanted', product);
    location.assign(answer === null ? '/login?next=/cart' : '/cart');
  },
  '/cart/quantity': ({ product, quantity }) => changeCart(product, Number(quantity)),
  '/cart/remove': ({ product }) => changeCart(product, 0),
  '/orders': async () => {
    const answer = await callApi('POST', '/orders', {});
    if (answer === null) return toSignIn();
    if (!answer.ok) return location.assign('/cart');
    location.assign(`/orders/${(await answer.json()).id}`);
  },
};

async function changeCart(product, quantity) {
  const answer = await callApi('POST', '/cart', { product, quantity });
  if (answer === null) return toSignIn();
  if (!answer.ok) return showProblem(answer.status);
  const cart = await answer.json();
  countPieces(cart.pieces);
  fillInCart(cart);
}

function showWrongPassword() {
  const problem = document.getElementById('problem');
  problem.textContent = words.signInWrong;
  problem.hidden = false;
}

// Tells everybody who looks or listens that the page is not ready, until it is.
async function whileBusy(work) {
  main.setAttribute('aria-busy', 'true');
  document.getElementById('unreachable')?.remove();
  try {
    await work();
  } catch (error) {
    console.error(error);
    main.append(make('p', { class: 'shop-problem', id: 'unreachable' }, words.unreachable));
  }
  main.removeAttribute('aria-busy');
}

document.addEventListener('submit', (event) => {
  const send = forms[new URL(event.target.action, location.href).pathname];
  if (send === undefined) return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  whileBusy(() => send(fields));
});

whileBusy(start);
