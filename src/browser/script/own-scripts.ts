import { checkScript } from '../content-security-policy.ts';
import { sandboxAllows } from '../sandbox.ts';
import type { Page, PageNode } from '../tab.ts';
import type { ScriptHost } from './script-host.ts';

/** Whether a page has script that runs by itself or when something happens in it. */
export function bringsScript({ scripts, bodyHandlers, body, sandbox }: Page): boolean {
  if (!sandboxAllows(sandbox, 'allow-scripts')) return false;
  return scripts.length > 0 || Object.keys(bodyHandlers).length > 0 || body.some(hasHandler);
}

/**
 * Runs the scripts of a page in document order, once the page has been read and they have arrived: as if
 * each were marked `defer`. Then tells it that everything has been loaded.
 */
export async function runOwnScripts(host: ScriptHost, page: Page): Promise<void> {
  for (const script of page.scripts) {
    const { url, text } = script;
    const source = url ?? 'page';
    if (script.isModule === true) {
      const rule = { document: 'HTML', section: '8.1.4' } as const;
      host.tellBlocked({ code: 'module-not-run', rule, values: {}, source, text: shortened(text) });
      continue;
    }
    const verdict = checkScript(page, script);
    if (!verdict.ok) host.tellBlocked({ ...verdict, source, text: shortened(text) });
    else if (text !== null) await host.run(text, source);
  }
  await host.finishLoading();
}

function shortened(text: string | null): string {
  return (text ?? '').trim().slice(0, 200);
}

function hasHandler(node: PageNode): boolean {
  if (typeof node === 'string') return false;
  return node.handlers !== undefined || node.children.some(hasHandler);
}
