// Fills in the pages that the shop has sent, with what the API tells about whoever is signed in.

const main = document.getElementById('main');

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}

function say(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function won(amount) {
  return say(words.price, { amount: amount.toLocaleString('en') });
}

function fillIn(...elements) {
  document.getElementById('content').replaceChildren(...elements);
}

function button(look, label, more = {}) {
  return make('button', { class: look, type: 'submit', ...more }, label);
}

function form(look, action, ...children) {
  return make('form', { class: look, method: 'post', action }, ...children);
}

// Above every page: who it is, and how much is in the cart.

async function showWho() {
  const answer = await callApi('GET', '/me');
  if (answer === null) return null;
  const me = await answer.json();
  countPieces(me.cart_pieces);
  const name = make('a', { class: 'shop-who-name', href: '/account' }, me.name);
  const out = button('shop-link-button', words.signOut, { id: 'sign-out' });
  document.getElementById('who').replaceChildren(form('shop-who', '/logout', name, out));
  return me;
}

function countPieces(count) {
  document.getElementById('cart-link').textContent = say(words.cartWithCount, { count });
}

// The cart

async function showCart(me) {
  const answer = me && (await callApi('GET', '/cart'));
  fillInCart(answer === null ? { lines: [] } : await answer.json());
}

function fillInCart(cart) {
  if (cart.lines.length === 0) {
    fillIn(make('p', { class: 'shop-empty', id: 'cart-empty' }, words.cartEmpty), toProducts());
    return;
  }
  const order = button('shop-button', words.placeOrder, { id: 'place-order' });
  fillIn(
    make('ul', { class: 'shop-rows' }, ...cart.lines.map(cartRow)),
    total(cart.total, 'cart-total'),
    form('shop-form', '/orders', order),
  );
}

function cartRow(line) {
  const { product, name, quantity } = line;
  const named = { product: name };
  const which = () => make('input', { type: 'hidden', name: 'product', value: product });
  const id = `quantity-${product}`;
  const label = make('label', { class: 'shop-spoken', for: id }, say(words.quantityOf, named));
  const field = make('input', { class: 'shop-input-number', id, name: 'quantity', type: 'number' });
  for (const [limit, value] of Object.entries({ min: 1, max: 99, required: '', value: quantity }))
    field.setAttribute(limit, value);
  const change = { 'aria-label': say(words.changeNamed, named) };
  const remove = { 'aria-label': say(words.removeNamed, named) };
  const changing = [which(), label, field, button('shop-link-button', words.change, change)];
  const removing = [which(), button('shop-link-button', words.remove, remove)];
  const tools = make(
    'div',
    { class: 'shop-row-tools' },
    form('shop-row-form', '/cart/quantity', ...changing),
    form('shop-row-form', '/cart/remove', ...removing),
  );
  return row({ id: `cart-${product}` }, line, line.price, tools);
}

const pictures = {};

// A picture is loaded once, however often its row is made anew.
function picture(product) {
  const src = `/pictures/${product}.svg`;
  const size = { width: 40, height: 40 };
  return (pictures[product] ??= make('img', { class: 'shop-picture', src, alt: '', ...size }));
}

function row(more, { product, name, quantity }, price, ...tools) {
  const pieces = say(words.pieces, { count: quantity });
  return make(
    'li',
    { class: 'shop-row', ...more },
    picture(product),
    make('a', { class: 'shop-row-name', href: `/products/${product}` }, name),
    make('span', { class: 'shop-price' }, `${pieces} · ${won(price)}`),
    ...tools,
  );
}

function total(amount, id) {
  const sum = make('strong', { id }, won(amount));
  return make('p', { class: 'shop-total' }, make('span', {}, words.total), sum);
}

function toProducts() {
  return make('p', {}, make('a', { class: 'shop-button-quiet', href: '/' }, words.toProducts));
}

// The account, and the orders

async function showAccount(me) {
  const answer = me && (await callApi('GET', '/orders'));
  if (answer === null) return toSignIn();
  const { orders } = await answer.json();
  const id = 'sign-out-everywhere';
  const everywhere = button('shop-button-quiet', words.signOutEverywhere, { id });
  fillIn(
    make('p', { class: 'shop-greeting', id: 'greeting' }, say(words.greeting, me)),
    make('h2', { class: 'shop-subtitle', id: 'orders' }, words.orders),
    make('ul', { class: 'shop-rows' }, ...orders.map(orderRow)),
    form('shop-form', '/logout/everywhere', everywhere),
  );
}

function orderRow({ id, total: amount }) {
  const title = say(words.orderTitle, { id });
  return make(
    'li',
    { class: 'shop-row' },
    make('a', { class: 'shop-row-name', href: `/orders/${id}` }, title),
    make('span', { class: 'shop-price' }, won(amount)),
  );
}

async function showOrder(me, id) {
  const answer = me && (await callApi('GET', `/orders/${id}`));
  if (answer === null) return toSignIn();
  if (!answer.ok) return showProblem(answer.status);
  const order = await answer.json();
  const rows = order.lines.map((line) => row({}, line, line.quantity * line.unitPrice));
  fillIn(
    make('p', { class: 'shop-note', id: 'order-for' }, say(words.orderFor, me)),
    make('ul', { class: 'shop-rows' }, ...rows),
    total(order.total, 'order-total'),
    toProducts(),
  );
}

function showProblem(status) {
  const problem = words.problems[status] ?? words.problems[404];
  document.getElementById('title').textContent = problem.title;
  fillIn(
    make('p', { class: 'shop-problem', id: 'problem' }, problem.text),
    make('p', { class: 'shop-note' }, String(status)),
    toProducts(),
  );
}

function toSignIn() {
  location.assign(`/login?next=${location.pathname}`);
}
