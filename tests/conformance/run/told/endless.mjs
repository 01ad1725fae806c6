/** Work for a pool of threads that never ends. */
export default () => new Promise(() => undefined);
