// Two tokens. The access token goes along with every request to the API, and is good for minutes. The refresh
// token is good for longer, and for one thing only: to get another access token.

const api = 'https://api.shop.example';

// In a variable, the access token would be gone with every page: each new page would have to refresh first.
let tokenInMemory = null;
const store = { 'session-storage': sessionStorage, 'local-storage': localStorage }[accessTokenIn];

function accessToken() {
  return store ? store.getItem('access_token') : tokenInMemory;
}

function keepTokens(tokens) {
  if (store) store.setItem('access_token', tokens.access_token);
  else tokenInMemory = tokens.access_token;
  // Without one, the refresh token came in an HttpOnly cookie, of which this script sees nothing.
  if (tokens.refresh_token) localStorage.setItem('refresh_token', tokens.refresh_token);
  localStorage.setItem('signed_in', 'yes');
}

function forgetTokens() {
  tokenInMemory = null;
  sessionStorage.removeItem('access_token');
  for (const key of ['access_token', 'refresh_token', 'signed_in']) localStorage.removeItem(key);
}

// Asks the API, in the name of whoever is signed in. The answer is null where nobody is, any more.
async function callApi(method, path, content) {
  if (accessToken() === null && !(await refresh())) return null;
  let answer = await send(method, path, content, bearer());
  if (isInvalidToken(answer) && (await refresh())) {
    answer = await send(method, path, content, bearer());
  }
  return answer.status === 401 ? null : answer;
}

function bearer() {
  return { Authorization: `Bearer ${accessToken()}` };
}

function isInvalidToken(answer) {
  const challenge = answer.headers.get('WWW-Authenticate') ?? '';
  return answer.status === 401 && challenge.includes('error="invalid_token"');
}

// The cookie with the refresh token has Path=/refresh, but has to be set and deleted by the others too.
const pathsWithCookie = ['/token', '/refresh', '/revoke'];

function send(method, path, content, headers = {}) {
  return fetch(api + path, {
    method,
    headers: content ? { ...headers, 'Content-Type': 'application/json' } : headers,
    body: content ? JSON.stringify(content) : null,
    credentials: pathsWithCookie.includes(path) ? 'include' : 'omit',
  });
}

// Whoever wants a fresh token while one is being fetched waits for that one: a refresh token is good only once.
let refreshing = null;

function refresh() {
  refreshing ??= fetchTokens().finally(() => (refreshing = null));
  return refreshing;
}

async function fetchTokens() {
  if (localStorage.getItem('signed_in') === null) return false;
  const token = localStorage.getItem('refresh_token');
  const answer = await send('POST', '/refresh', token === null ? {} : { refresh_token: token });
  if (answer.ok) keepTokens(await answer.json());
  else forgetTokens();
  return answer.ok;
}

async function signIn(username, password) {
  const answer = await send('POST', '/token', { username, password });
  if (answer.ok) keepTokens(await answer.json());
  return answer.ok;
}

// Forgetting the tokens is not enough: a copy would still be good. The API has to take them back.
async function signOut(everywhere) {
  await callApi('POST', '/revoke', { everywhere });
  forgetTokens();
}
