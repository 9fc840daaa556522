import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The first of these files that can be executed: `known` paths, then the `names` in the folders of `PATH`, then
 * `elsewhere`.
 *
 * @param {{ known?: readonly string[], names: readonly string[], elsewhere?: readonly string[] }} sought
 * @returns {string | null}
 */
export function findExecutable({ known = [], names, elsewhere = [] }) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const system = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...known, ...system, ...elsewhere].find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
