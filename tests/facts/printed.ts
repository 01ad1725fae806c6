import { collectFacts } from '#facts/collect-facts.js';
import type { Expression, FileFacts, Property, Statement, Type } from '#facts/types.js';

/** The facts of a piece of TypeScript. */
export function factsOf(text: string, path = 'file.ts'): FileFacts {
  return collectFacts(path, text, 'hash');
}

/** The statements of a function as short lines; names carry the index of their binding. */
export function printed(facts: FileFacts, name = ''): string[] {
  const found = facts.functions.find((one) => one.name === name);
  return found === undefined ? [] : found.body.map((statement) => printStatement(facts, statement));
}

/** Everything that gives a name its value. */
export function valuesOf(facts: FileFacts, name: string): string[] {
  return facts.bindings.filter((one) => one.name === name).flatMap(({ values }) => values.map(({ value }) => printExpression(facts, value)));
}

/** The declared type of a name. */
export function typeOf(facts: FileFacts, name: string): string {
  const type = facts.bindings.find((one) => one.name === name)?.type;
  return type === undefined ? 'none' : printType(facts, type);
}

function printAll(facts: FileFacts, statements: readonly Statement[]): string {
  return statements.map((statement) => printStatement(facts, statement)).join('; ');
}

function printStatement(facts: FileFacts, statement: Statement): string {
  switch (statement.is) {
    case 'expression':
      return printExpression(facts, statement.value);
    case 'declare':
      return `${nameOf(facts, statement.binding)} := ${printExpression(facts, statement.value)}`;
    case 'return':
      return statement.value === undefined ? 'return' : `return ${printExpression(facts, statement.value)}`;
    case 'throw':
      return `throw ${printExpression(facts, statement.value)}`;
    case 'if':
      return `if ${printExpression(facts, statement.test)} { ${printAll(facts, statement.then)} } { ${printAll(facts, statement.else)} }`;
    case 'loop': {
      const over = statement.over === undefined ? '' : ` ${printExpression(facts, statement.over)}`;
      return `${statement.form}(${printAll(facts, statement.before)})${over} { ${printAll(facts, statement.body)} }`;
    }
    case 'try':
      return `try { ${printAll(facts, statement.body)} } { ${printAll(facts, statement.handler ?? [])} } { ${printAll(facts, statement.finalizer ?? [])} }`;
    case 'switch':
      return `switch ${printExpression(facts, statement.value)} ${statement.cases.map(({ body }) => `{ ${printAll(facts, body)} }`).join(' ')}`;
    case 'class':
      return `class ${facts.classes[statement.index]!.name}`;
    default:
      return statement.is;
  }
}

/** An expression in a few characters. */
export function printExpression(facts: FileFacts, value: Expression): string {
  const print = (inner: Expression) => printExpression(facts, inner);
  switch (value.is) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'variable':
      return nameOf(facts, value.binding);
    case 'global':
      return `~${value.name}`;
    case 'member':
      return `${print(value.of)}.${value.name}`;
    case 'element':
      return `${print(value.of)}[${print(value.index)}]`;
    case 'call':
      return `${print(value.callee)}${value.optional === true ? '?' : ''}(${value.arguments.map(print).join(', ')})`;
    case 'new':
      return `new ${print(value.callee)}(${value.arguments.map(print).join(', ')})`;
    case 'assign':
      return `${print(value.target)} ${value.operator} ${print(value.value)}`;
    case 'default':
      return `(${print(value.value)} or ${print(value.fallback)})`;
    case 'rest':
      return `${print(value.of)}.rest(${value.from ?? value.without.join()})`;
    case 'each':
      return `${value.keys ? 'key' : 'each'} ${print(value.of)}`;
    case 'object':
      return `{ ${value.properties.map((property) => printProperty(facts, property)).join(', ')} }`;
    case 'array':
      return `[${value.elements.map(print).join(', ')}]`;
    case 'sequence':
      return `(${value.all.map(print).join(', ')})`;
    case 'logical':
    case 'binary':
      return `(${print(value.left)} ${value.operator} ${print(value.right)})`;
    case 'unary':
      return `${value.operator} ${print(value.of)}`;
    case 'await':
    case 'yield':
      return `${value.is} ${print(value.of)}`;
    case 'spread':
      return `...${print(value.value)}`;
    case 'cast':
      return `<${printType(facts, value.type)}>${print(value.of)}`;
    default:
      return printRareExpression(facts, value);
  }
}

function printRareExpression(facts: FileFacts, value: Expression): string {
  const print = (inner: Expression) => printExpression(facts, inner);
  switch (value.is) {
    case 'function':
      return `fn ${facts.functions[value.index]!.name}`;
    case 'class':
      return `class ${facts.classes[value.index]!.name}`;
    case 'require':
    case 'import':
      return `${value.is} ${value.specifier}`;
    case 'meta':
      return value.path;
    case 'opaque':
      return `opaque ${value.why} [${value.parts.map(print).join(', ')}]`;
    case 'conditional':
      return `(${print(value.test)} ? ${print(value.then)} : ${print(value.else)})`;
    case 'template':
      return `\`${value.texts.map((text, index) => (index === 0 ? text : `\${${print(value.values[index - 1]!)}}${text}`)).join('')}\``;
    default:
      return value.is;
  }
}

/** A type in a few characters. */
export function printType(facts: FileFacts, type: Type): string {
  const print = (inner: Type) => printType(facts, inner);
  const withArguments = (name: string, all: readonly Type[]) => (all.length === 0 ? name : `${name}<${all.map(print).join(', ')}>`);
  switch (type.is) {
    case 'reference':
      return withArguments([nameOf(facts, type.binding), ...type.path].join('.'), type.arguments);
    case 'global':
      return withArguments(`~${type.name}`, type.arguments);
    case 'primitive':
      return type.name;
    case 'literal':
      return JSON.stringify(type.value);
    case 'object':
      return `{ ${type.members.map(({ name, type: inner, optional }) => `${name}${optional === true ? '?' : ''}: ${print(inner)}`).join(', ')} }`;
    case 'function':
      return `(${type.parameters.map(print).join(', ')}) => ${print(type.returns)}`;
    case 'union':
    case 'intersection':
      return `(${type.of.map(print).join(type.is === 'union' ? ' | ' : ' & ')})`;
    case 'array':
      return `${print(type.element)}[]`;
    case 'tuple':
      return `[${type.elements.map(print).join(', ')}]`;
    case 'typeof':
      return `typeof ${printExpression(facts, type.value)}`;
    case 'indexed':
      return `${print(type.of)}['${type.name}']`;
    case 'import':
      return withArguments(['import', type.specifier, ...type.path].join(' '), type.arguments);
    default:
      return 'unknown';
  }
}

function printProperty(facts: FileFacts, property: Property): string {
  if (property.is === 'spread') return `...${printExpression(facts, property.value)}`;
  const key = property.is === 'named' ? `${property.accessor === undefined ? '' : `${property.accessor} `}${property.name}` : `[${printExpression(facts, property.key)}]`;
  return `${key}: ${printExpression(facts, property.value)}`;
}

function nameOf(facts: FileFacts, binding: number): string {
  return `${facts.bindings[binding]!.name}#${binding}`;
}
