import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));

/**
 * Who may import whom. The directions carry the lesson itself: browser and server share nothing but HTTP
 * messages. Everybody may import `messages`; `main.ts`, which stands in no room, may import everything.
 */
const below = new Map([
  ['http', []],
  ['cookies', ['http']],
  ['jwt', ['http']],
  ['browser', ['http', 'cookies', 'jwt']],
  ['server', ['http', 'cookies', 'jwt']],
  ['wire', ['http', 'cookies', 'jwt', 'browser', 'server']],
  ['lab', ['http', 'cookies', 'jwt', 'browser', 'server', 'wire']],
  ['tutorial', ['http', 'cookies', 'jwt', 'browser', 'server', 'wire', 'lab']],
  ['ui', ['http', 'cookies', 'jwt', 'browser', 'server', 'wire', 'lab', 'tutorial']],
]);

/** Packages that only some rooms know. */
const packages = new Map([
  ['msw', ['wire']],
  ['svelte', ['lab', 'tutorial', 'ui']],
]);

/** @param {string} path */
function roomOf(path) {
  const [room, ...rest] = relative(source, path).split(sep);
  return room === undefined || room === '..' || rest.length === 0 ? null : room;
}

/**
 * Why a file may not import something; `null` when it may.
 *
 * @param {string} file absolute path of the importing file
 * @param {string} specifier
 */
function forbiddenImport(file, specifier) {
  const room = roomOf(file);
  const known = room === null ? undefined : below.get(room);
  if (known === undefined) return null;
  if (!specifier.startsWith('.')) {
    const [name = ''] = specifier.split('/');
    const allowed = packages.get(name)?.includes(room) ?? true;
    return allowed ? null : `${room} does not know ${name}.`;
  }
  const other = roomOf(resolve(dirname(file), specifier));
  if (other === null) return `${room} imports only what stands in a room.`;
  if (other === room || other === 'messages' || known.includes(other)) return null;
  return `${room} does not import ${other}: only ${[...known, 'messages'].join(', ')}.`;
}

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const check = (node, target) => {
      const message =
        typeof target?.value === 'string' ? forbiddenImport(context.filename, target.value) : null;
      if (message !== null) context.report({ node, message });
    };
    const checkSource = (node) => check(node, node.source);
    return {
      ImportDeclaration: checkSource,
      ExportAllDeclaration: checkSource,
      ExportNamedDeclaration: checkSource,
      ImportExpression: checkSource,
      TSImportType: checkSource,
      TSExternalModuleReference: (node) => check(node, node.expression),
    };
  },
};

export const importDirections = {
  files: ['src/**/*.{ts,svelte}'],
  plugins: { rooms: { rules: { directions: rule } } },
  rules: { 'rooms/directions': 'error' },
};
