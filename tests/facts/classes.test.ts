import { expect, test } from 'vitest';
import { factsOf, printExpression, printed } from './printed.js';

test('a class lists its members; fields belong to its initializers', () => {
  const facts = factsOf(`
    class A<T> extends base(B)<T> implements C, D.E<T> {
      static #count = next(); field: Map<string, T> = make(); arrow = async () => this.field;
      static { boot(); }
      get size() { return 1; } set size(value) {}
      over(a: string): void; over(a: unknown) {}
      [Symbol.dispose]() {} 'quoted-name'() {}
      abstract todo(): Promise<T>;
    }`);
  const [klass] = facts.classes;
  expect(klass!.members.map(({ name, kind, static: isStatic }) => `${isStatic === true ? 'static ' : ''}${kind} ${name}`)).toEqual([
    'static field #count',
    'field field',
    'field arrow',
    'getter size',
    'setter size',
    'method over',
    'method [Symbol.dispose]',
    'method quoted-name',
    'method todo',
  ]);
  expect(printExpression(facts, klass!.extends!)).toBe('~base(~B)');
  expect(klass!.implements).toMatchObject([{ name: 'C' }, { name: 'D.E', arguments: [{ name: 'T' }] }]);
  expect(klass!.typeParameters).toEqual(['T']);
  expect(facts.functions[klass!.staticInitializer]).toMatchObject({ kind: 'initializer', static: true, body: [{ is: 'expression' }] });
  expect(facts.functions.find(({ name }) => name === 'arrow')).toMatchObject({ parent: klass!.initializer, async: true });
  expect(facts.functions.find(({ name, bodiless }) => name === 'over' && bodiless !== true)!.parent).toBe(0);
  expect(printed(facts)).toEqual(['class A']);
});

test('a class without a constructor does not inherit the one of Object', () => {
  expect(factsOf('class A {}').classes[0]!.constructor).toBeUndefined();
});

test('constructor parameters with modifiers are fields; decorators are expressions', () => {
  const facts = factsOf(`@Injectable({ scope: 1 }) class A { constructor(private readonly db: Db, @Inject(TOKEN) b: B, c = 1) {} @Get(':id') find(@Param('id') id: string) {} @Column() name!: string }`);
  const [klass] = facts.classes;
  const { parameters } = facts.functions[klass!.constructor!]!;
  expect(parameters).toMatchObject([{ property: 'db' }, { decorators: [{ is: 'call' }] }, { default: { value: 1 } }]);
  expect(parameters[1]!.property).toBeUndefined();
  expect(klass!.decorators!.map((one) => printExpression(facts, one))).toEqual(['~Injectable({ scope: 1 })']);
  expect(klass!.members.map(({ decorators }) => printExpression(facts, decorators![0]!))).toEqual(['~Get(":id")', '~Column()']);
  expect(facts.functions[klass!.members[0]!.function!]!.parameters[0]!.decorators).toHaveLength(1);
});

test('a function declared several times has the value of the one with a body', () => {
  const facts = factsOf('function f(a: string): void; function f(a: number): void; function f(a: unknown) {} declare function g(): void;');
  expect(facts.functions.map(({ bodiless }) => bodiless)).toEqual([undefined, true, true, undefined, true]);
  expect(facts.bindings.filter(({ kind }) => kind === 'function').map(({ values }) => values.map(({ value }) => value))).toEqual([[{ is: 'function', index: 3 }], [{ is: 'function', index: 4 }]]);
});
