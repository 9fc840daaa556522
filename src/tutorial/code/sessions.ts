import type { StepCode } from './frameworks.ts';

/** What each step of the chapter looks like in a server's code. */
export const sessionsCode: Readonly<Record<string, StepCode>> = {
  'sign-in': {
    spring: `@Bean
SecurityFilterChain security(HttpSecurity http) throws Exception {
  return http
      .authorizeHttpRequests(requests -> requests
          .requestMatchers("/account", "/orders/**").authenticated()
          .anyRequest().permitAll())
      .formLogin(form -> form.defaultSuccessUrl("/cart"))
      .build();
}`,
    express: `app.post('/login', async (req, res, next) => {
  const user = await checkPassword(req.body.username, req.body.password);
  if (!user) return res.redirect('/login');
  req.session.regenerate((error) => {
    if (error) return next(error);
    req.session.userId = user.id;
    res.redirect('/cart');
  });
});`,
    plain: `const user = await checkPassword(form.get('username'), form.get('password'));
if (!user) return response.writeHead(403).end();
const sid = randomBytes(16).toString('hex');
sessions.set(sid, { userId: user.id, lastSeenAt: Date.now() });
response.writeHead(303, {
  'Set-Cookie': \`sid=\${sid}; Path=/; HttpOnly; Secure; SameSite=Lax\`,
  Location: '/cart',
}).end();`,
  },
  'look-up': {
    spring: `@GetMapping("/account")
String account(@AuthenticationPrincipal UserDetails user, Model model) {
  model.addAttribute("name", user.getUsername());
  return "account";
}`,
    express: `app.use(session({ store, secret, resave: false, saveUninitialized: false }));

app.get('/account', (req, res) => {
  const user = users.get(req.session.userId);
  if (!user) return res.redirect('/login');
  res.render('account', { user });
});`,
    plain: `const sid = cookiesOf(request).get('sid');
const session = sessions.get(sid);
const user = session && users.get(session.userId);
if (!user) return response.writeHead(303, { Location: '/login' }).end();`,
  },
  authorisation: {
    spring: `@PostAuthorize("returnObject.userId == authentication.name")
public Order find(long id) {
  return orders.findById(id).orElseThrow();
}`,
    express: `app.get('/orders/:id', (req, res) => {
  const order = orders.get(req.params.id);
  if (!order) return res.sendStatus(404);
  if (order.userId !== req.session.userId) return res.sendStatus(403);
  res.render('order', { order });
});`,
    plain: `const order = orders.get(id);
if (!order) return response.writeHead(404).end();
if (order.userId !== session.userId) return response.writeHead(403).end();
response.end(orderPage(order));`,
  },
  'close-and-copy': {
    spring: `# application.properties
server.servlet.session.cookie.http-only=true
server.servlet.session.cookie.secure=true
server.servlet.session.cookie.same-site=lax
server.servlet.session.timeout=30m`,
    express: `app.use(session({
  store,
  secret,
  resave: false,
  saveUninitialized: false,
  cookie: { httpOnly: true, secure: true, sameSite: 'lax' },
}));`,
    plain: `response.setHeader(
  'Set-Cookie',
  \`sid=\${sid}; Path=/; HttpOnly; Secure; SameSite=Lax\`,
);
sessions.set(sid, { userId, idleExpiresAt: Date.now() + 30 * 60_000 });`,
  },
  'two-clocks': {
    spring: `// application.properties: server.servlet.session.timeout=30m
long age = System.currentTimeMillis() - session.getCreationTime();
if (age >= Duration.ofHours(8).toMillis()) {
  session.invalidate();
  response.sendRedirect("/login");
}`,
    express: `app.use(session({ ...options, rolling: true, cookie: { maxAge: 30 * 60_000 } }));

app.use((req, res, next) => {
  const { signedInAt } = req.session;
  if (!signedInAt || Date.now() - signedInAt < 8 * 3_600_000) return next();
  req.session.destroy(() => res.redirect('/login'));
});`,
    plain: `const now = Date.now();
if (now - session.lastSeenAt >= 30 * 60_000 || now - session.createdAt >= 8 * 3_600_000) {
  sessions.delete(sid);
  return response.writeHead(303, { Location: '/login' }).end();
}
session.lastSeenAt = now;`,
  },
  'sign-out': {
    spring: `http.logout(logout -> logout
    .logoutUrl("/logout")
    .invalidateHttpSession(true)
    .deleteCookies("JSESSIONID")
    .logoutSuccessUrl("/login?logout"));`,
    express: `app.post('/logout', (req, res, next) => {
  req.session.destroy((error) => {
    if (error) return next(error);
    res.clearCookie('connect.sid');
    res.redirect('/');
  });
});`,
    plain: `sessions.delete(sid);
response.writeHead(303, {
  'Set-Cookie': 'sid=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax',
  Location: '/',
}).end();`,
  },
  'new-key': {
    spring: `http.sessionManagement(session -> session
    .sessionFixation(fixation -> fixation.changeSessionId()));`,
    express: `const { cart } = req.session;
req.session.regenerate((error) => {
  if (error) return next(error);
  Object.assign(req.session, { cart, userId: user.id });
  res.redirect('/cart');
});`,
    plain: `const { cart } = sessions.get(oldSid) ?? { cart: {} };
sessions.delete(oldSid);
const sid = randomBytes(16).toString('hex');
sessions.set(sid, { cart, userId: user.id, lastSeenAt: Date.now() });
response.setHeader('Set-Cookie', \`sid=\${sid}; Path=/; HttpOnly; Secure; SameSite=Lax\`);`,
  },
};
