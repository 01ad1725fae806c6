import { setFlagsFromString } from 'node:v8';

/**
 * How much a function runs before V8 compiles it again for speed. Its own number in Node 20, 135,168, pays off for servers; most of an analysis
 * is over by then: a fifth less CPU, no slower. Later ones have a cheaper compiler in between, and no such setting.
 */
const BUDGET = 500_000;
const BUDGET_OF_NODE = 135_168;

/** Lets V8 compile for speed later than usual, in all threads of the process, until what is given back is called. */
export function compileLater(): () => void {
  const isSetByUser = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((option) => option.includes('interrupt-budget'));
  if (!process.versions.v8.startsWith('11.') || isSetByUser) return () => undefined;
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  let isOver = false;
  return () => {
    if (!isOver) setFlagsFromString(`--interrupt-budget=${BUDGET_OF_NODE}`);
    isOver = true;
  };
}
