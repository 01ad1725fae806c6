import type { CallExpression, Expression, NewExpression } from '#facts/types.js';
import type { ModelContext } from '../../context.js';
import type { Named } from '../named-calls.js';
import type { Origin, Origins } from '../origins.js';
import type { Source, Spot } from '../source.js';
import type { Sources } from '../sources.js';

const CONVERTS = /^(?:trim(?:Start|End)?|to(?:Locale)?(?:Lower|Upper)Case|to(?:String|ISOString|JSON|Fixed|HexString)|valueOf|getTime|normalize|replace(?:All)?|slice|substr(?:ing)?|split|join|concat|at|charAt|pad(?:Start|End)|digest|update|encode|decode)$/;
// `req.get('Idempotency-Key')`, `ctx.req.header('x-key')`.
const READS = /^(?:get|header|headers|param|query|cookie|field)$/;
const MAX_DEPTH = 8;

/** Tells values that reach a column as the request brought them, or by what gives the same for the same, from what somebody else made of them. */
export class Unchanged {
  readonly #context: ModelContext;
  readonly #sources: Sources;
  readonly #origins: Origins;
  readonly #named: Named;

  constructor(context: ModelContext, sources: Sources, origins: Origins, named: Named) {
    this.#context = context;
    this.#sources = sources;
    this.#origins = origins;
    this.#named = named;
  }

  /** The origin of a value; what a call in between gives is not known. */
  of(source: Source): Origin {
    const told = this.#origins.ofSource(source);
    return told.is !== 'request' || this.#isPassedOn(source, 0) ? told : { is: 'unknown', because: 'it is made by a call that may give something new each time' };
  }

  #isPassedOn(source: Source, depth: number): boolean {
    if (source.is === 'request') return true;
    if (depth > MAX_DEPTH || source.is === 'unknown') return false;
    if (source.is === 'expression') return this.#isMadeSo(source.expression, source.spot, depth);
    return source.set.values.every((value) => value.is !== 'library' || this.#named.isRequest(value) || value.call === undefined || this.#isMadeSo(value.call.expression, { ...source.spot, frame: value.call.frame }, depth + 1));
  }

  #isMadeSo(expression: Expression, spot: Spot, depth: number): boolean {
    switch (expression.is) {
      case 'template': return expression.values.every((part) => this.#isPart(part, spot, depth));
      case 'array': return expression.elements.every((part) => this.#isPart(part, spot, depth));
      case 'object': return expression.properties.every((property) => this.#isPart(property.value, spot, depth));
      case 'binary': return this.#isPart(expression.left, spot, depth) && this.#isPart(expression.right, spot, depth);
      case 'unary': return this.#isPart(expression.of, spot, depth);
      case 'call': case 'new': return this.#isConverted(expression, spot, depth);
      default: return true;
    }
  }

  #isConverted(expression: CallExpression | NewExpression, spot: Spot, depth: number): boolean {
    const { engine } = this.#context.program;
    const targets = engine.targets(engine.callInstance(expression, spot.frame)).flatMap((target) => (target.is === 'value' && target.value.is === 'library' ? [target.value] : []));
    if (targets.some((target) => this.#named.isRequest(target))) return true;
    const { callee } = expression;
    // Checks give what they are given.
    const checks = callee.is === 'member' && engine.libraries.words('checks').has(callee.name);
    const isOwn = targets.length > 0 && targets.every((target) => (target.module === 'global' || target.module.startsWith('node:')) && !this.#named.waits(target));
    const passes = targets.some((target) => engine.libraries.rows(target.module, target.path)?.values.some(({ gives }) => gives === 'argument') === true);
    if (callee.is === 'member' && READS.test(callee.name) && this.#sources.of(callee.of, spot).every(({ is }) => is === 'request')) return true;
    if (!isOwn && !passes && !(callee.is === 'member' && (CONVERTS.test(callee.name) || checks))) return false;
    const receiver = callee.is === 'member' && !isOwn && !checks ? [callee.of] : [];
    return [...receiver, ...expression.arguments.filter((argument) => argument.is !== 'function')].every((part) => this.#isPart(part, spot, depth));
  }

  #isPart(part: Expression, spot: Spot, depth: number): boolean {
    return this.#sources.of(part, spot).every((source) => this.#origins.ofSource(source).is === 'constant' || this.#isPassedOn(source, depth + 1));
  }
}
