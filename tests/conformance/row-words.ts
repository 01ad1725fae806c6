/** Keys of rows whose texts are access paths. */
export const PATH_KEYS: ReadonlySet<string> = new Set(['create', 'decorator', 'classDecorator', 'token', 'unscopedBy', 'typed', 'typedSecond', 'calls', 'by', 'exits', 'on', 'parameters', 'plugin', 'registeredBy', 'as', 'cradles', 'emit', 'listen', 'ambient', 'verifies', 'inheritsFrom']);
/** Keys of rows whose texts are places; so is everything that ends in `At`. */
export const PLACE_KEYS: ReadonlySet<string> = new Set(['at', 'orAt', 'callback', 'handlers', 'before', 'failure', 'after', 'classBefore', 'function', 'policies', 'fallback', 'keys', 'uses', 'wraps', 'from', 'orFrom', 'cleanups', 'client', 'continues', 'of', 'to', 'writesAt', 'only', 'self', 'leavesWith', 'joins', 'unless']);
/** Here `call` is a method's name and `is` a word or a literal. */
export const NAMES_NOT_PATHS: ReadonlySet<string> = new Set(['close', 'runs']);
/** Keys that end like places and hold property names or values; within `settings` they are paths of a settings file. */
export const NOT_PLACES: ReadonlySet<string> = new Set(['offAt', 'classesAt', 'moduleAt', 'childrenAt']);
/** Places among the parameters of the user's function, not of the call. */
export const OF_THE_HANDLER: ReadonlySet<string> = new Set(['continues', 'answersAt', 'contextAt']);

/** Is the text under this key, in an object under that key, an access path? */
export function isPath(key: string, parent: string): boolean {
  return PATH_KEYS.has(key) || (key === 'call' && !NAMES_NOT_PATHS.has(parent)) || (parent === 'same' && (key === 'path' || key === 'is')) || ((parent === 'provides' || parent === 'injects') && key === 'gives') || parent === 'types';
}

/** Is the text under this key, in an object under that key, a place? */
export function isPlace(key: string, parent: string): boolean {
  return PLACE_KEYS.has(key) || (key.endsWith('At') && !NOT_PLACES.has(key) && parent !== 'settings');
}
