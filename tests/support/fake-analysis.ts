import type { FileFacts } from '#facts/types.js';
import type { Analysis } from '#linter/analysis.js';
import type { ServiceModel } from '#model/types.js';
import { loadProject } from '#project/load-project.js';
import { defineRule, unproven, violated, type Rule } from '#rules/types.js';

/** Layers made by hand: every file with the word `bad` in it is violated on that line; counts what it is asked to do. */
export interface FakeAnalysis extends Analysis {
  readonly collected: string[];
}

const EMPTY: Omit<FileFacts, 'path' | 'hash' | 'lines'> = {
  functions: [], classes: [], bindings: [], types: [], requests: [], exports: [], directives: [], suppressions: [], errors: [], gaps: [],
};

interface FakeModel {
  readonly bad: readonly { readonly file: string; readonly line: number; readonly unknown: boolean }[];
}

/** A rule over the hand-made model. */
export function wordRule(id: string, severity: 'error' | 'warn' = 'error', recommended = true): Rule {
  return defineRule({
    id, concern: 'pool', question: 'Is it bad?', consequence: 'It hurts.', severity, recommended,
    *judge(model) {
      for (const { file, line, unknown } of (model as unknown as FakeModel).bad) {
        const site = { file, line, column: 1 };
        yield unknown ? unproven(site, 'nobody knows') : violated(site, { message: `${file} is bad`, remedy: 'Make it good', trace: [] });
      }
    },
  });
}

/** A rule that breaks after its first verdict. */
export const crashingRule = defineRule({
  ...wordRule('crashing'),
  *judge(model) {
    yield* [...wordRule('crashing').judge(model)].slice(0, 1);
    throw new Error('no such word');
  },
});

/** An analysis for tests of the pipeline alone. */
export function fakeAnalysis(rules: readonly Rule[] = [wordRule('no-bad')]): FakeAnalysis {
  const collected: string[] = [];
  return {
    rules,
    collected,
    factsVersion: '1',
    loadProject: (options, configuration, unsaved) => loadProject(options.paths, { cwd: options.cwd, ignore: configuration.ignores, ...(unsaved === undefined ? {} : { unsaved }) }),
    prepareParser: () => undefined,
    collectFacts(path, text, hash) {
      collected.push(path);
      if (text.includes('explode')) throw new Error('cannot be read');
      return { ...EMPTY, path, hash, lines: [0], directives: text.split('\n').map((line) => (line.startsWith('//') ? '' : (/bad|unknown/.exec(line)?.[0] ?? ''))), suppressions: suppressionsIn(text) };
    },
    encodeFacts: (facts) => JSON.stringify(facts),
    decodeFacts(text) {
      const facts = JSON.parse(text) as FileFacts;
      return Array.isArray(facts.directives) && Array.isArray(facts.suppressions) ? facts : undefined;
    },
    link: (_project, files) => () => modelOf(files),
    summarise: () => [{ id: 'GET /', name: 'GET /', kind: 'http', file: 'src/a.ts', line: 1, middleware: [] }],
  };
}

function modelOf(files: ReadonlyMap<string, FileFacts>): ServiceModel {
  const bad = [...files].flatMap(([file, { directives }]) => directives.flatMap((word, index) => (word === '' ? [] : [{ file, line: index + 1, unknown: word === 'unknown' }])));
  const coverage = { files: files.size, lines: 0, entryPoints: 1, calls: { total: 0, resolved: 0 }, timeouts: { total: 0, resolved: 0 } };
  return { bad, coverage, incidents: [], unheard: [] } as unknown as ServiceModel;
}

function suppressionsIn(text: string): FileFacts['suppressions'] {
  return text.split('\n').flatMap((line, index) => {
    const found = /\/\/ seamlint-(disable-next-line|disable-line|disable|enable) ?([\w/-]*) ?(?:-- (.*))?$/.exec(line);
    if (found === null) return [];
    return [{ kind: found[1] as 'disable', rules: found[2] === '' || found[2] === undefined ? [] : [found[2]], reason: found[3] ?? '', line: index + 1, at: 0 }];
  });
}
