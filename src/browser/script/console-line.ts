import { parse, type AnyNode, type Program, type VariableDeclaration } from 'acorn';
import type { ConsoleScript } from './protocol.ts';
import { awaits, blockStatements, namesIn } from './syntax-tree.ts';

/** A text to put in the place of another one. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Rewrites what was typed as consoles do: an object literal is one, the last statement's value is the
 * line's, `await` may stand anywhere, and what is declared stays, and may be declared again by a later
 * line. A text that does not parse stays as it is, for the language's own words about it.
 */
export function consoleScript(typed: string, place: string): ConsoleScript {
  if (typed.trimStart().startsWith('{')) {
    const expression = `(\n${typed}\n);`;
    const asObject = parsed(expression);
    if (asObject !== null) return rewritten(asObject, expression, place);
  }
  const program = parsed(typed);
  return program === null
    ? { text: typed, place, isAsync: false }
    : rewritten(program, typed, place);
}

function parsed(source: string): Program | null {
  try {
    return parse(source, { ecmaVersion: 'latest', allowAwaitOutsideFunction: true });
  } catch {
    return null;
  }
}

function rewritten(program: Program, source: string, place: string): ConsoleScript {
  const isAsync = awaits(program);
  const { body } = program;
  const values = body.flatMap((statement) => valueEdits(statement, source, `${place}.value`));
  if (!isAsync)
    return { place, isAsync, text: applied(source, [...values, ...body.flatMap(declareAgain)]) };
  const hoisted = body.map((statement) => hoist(statement, source));
  const names = hoisted.flatMap(({ declared }) => declared);
  const text = applied(source, [...values, ...hoisted.flatMap(({ edits }) => edits)]);
  const before = [
    ...(names.length === 0 ? [] : [`var ${names.join(', ')};`]),
    ...hoisted.map((one) => one.functions),
  ];
  return {
    place,
    isAsync,
    text: `${before.join('\n')}\n${place}.promise = (async () => {\n${text}\n})();`,
  };
}

/** A statement of a script: a class that is declared there has a name. */
type Statement = Program['body'][number];

/** Every value that a statement comes to is noted, so that the last one is left. */
function valueEdits(statement: AnyNode, source: string, place: string): readonly Edit[] {
  if (statement.type !== 'ExpressionStatement')
    return blockStatements(statement).flatMap((inner) => valueEdits(inner, source, place));
  const { start, end, expression, directive } = statement;
  if (directive !== undefined && /^use strict$/.test(directive)) return [];
  const text = source.slice(expression.start, expression.end);
  return [{ start, end, text: `${place} = (${text});` }];
}

/** `let`, `const` and classes become `var`: a later line may declare the same name again. */
function declareAgain(statement: Statement): readonly Edit[] {
  const { start } = statement;
  if (statement.type === 'VariableDeclaration' && statement.kind !== 'var')
    return [{ start, end: start + statement.kind.length, text: 'var' }];
  if (statement.type !== 'ClassDeclaration') return [];
  return [
    { start, end: start, text: `var ${statement.id.name} = ` },
    { start: statement.end, end: statement.end, text: ';' },
  ];
}

interface Hoisted {
  readonly declared: readonly string[];
  readonly functions: string;
  readonly edits: readonly Edit[];
}

/** What is declared beside an `await` must not stay within the function that waits. */
function hoist(statement: Statement, source: string): Hoisted {
  const { start, end } = statement;
  const text = source.slice(start, end);
  if (statement.type === 'VariableDeclaration') {
    const declared = statement.declarations.flatMap(({ id }) => namesIn(id));
    return {
      declared,
      functions: '',
      edits: [{ start, end, text: assignments(statement, source) }],
    };
  }
  if (statement.type === 'ClassDeclaration') {
    const { name } = statement.id;
    return { declared: [name], functions: '', edits: [{ start, end, text: `${name} = ${text};` }] };
  }
  if (statement.type === 'FunctionDeclaration')
    return { declared: [], functions: text, edits: [{ start, end, text: '' }] };
  return { declared: [], functions: '', edits: [] };
}

function assignments({ declarations }: VariableDeclaration, source: string): string {
  const each = declarations.map(({ id, init }) => {
    const value = init ? source.slice(init.start, init.end) : 'undefined';
    return `(${source.slice(id.start, id.end)} = ${value})`;
  });
  return `void (${each.join(', ')});`;
}

/** In one pass: a pasted text may have many thousands of statements. */
function applied(source: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  const pieces = inOrder.map(
    ({ start, text }, place) => source.slice(inOrder[place - 1]?.end ?? 0, start) + text,
  );
  return pieces.join('') + source.slice(inOrder.at(-1)?.end ?? 0);
}
