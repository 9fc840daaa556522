import type { AnyNode, Pattern } from 'acorn';

/** Whether the program waits for something outside of every function. */
export function awaits(node: AnyNode): boolean {
  if (/Function/.test(node.type)) return false;
  if (node.type === 'AwaitExpression') return true;
  if (node.type === 'ForOfStatement' && node.await) return true;
  return childrenOf(node).some(awaits);
}

/** The statements that a statement holds, not those of functions in it. */
export function blockStatements(statement: AnyNode): readonly AnyNode[] {
  switch (statement.type) {
    case 'BlockStatement':
      return statement.body;
    case 'IfStatement':
      return [statement.consequent, ...(statement.alternate ? [statement.alternate] : [])];
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return [statement.body];
    case 'TryStatement':
      return [statement.block, ...(statement.handler ? [statement.handler.body] : [])];
    case 'SwitchStatement':
      return statement.cases.flatMap(({ consequent }) => consequent);
    default:
      return [];
  }
}

/** The names that a pattern binds. */
export function namesIn(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'MemberExpression':
      return [];
  }
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return Object.values(node as object).flatMap((value: unknown): readonly AnyNode[] => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

function isNode(value: unknown): value is AnyNode {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'type') === 'string'
  );
}
