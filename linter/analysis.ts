import { createRequire } from 'node:module';
import type { FileFacts } from '#facts/types.js';
import type { UnsavedTexts } from '#project/load-project.js';
import type { ServiceModel } from '#model/types.js';
import type { Watcher } from '#program/questions.js';
import type { Project } from '#project/types.js';
import type { Rule } from '#rules/types.js';
import type { Configuration } from './config.js';
import { declarationsOf } from './declarations-of.js';
import type { LintOptions } from './options.js';
import type { EntryPointSummary } from './types.js';

/** The layers below, as `lint()` calls them; tests put their own in their place. */
export interface Analysis {
  readonly rules: readonly Rule[];
  /** Changes whenever stored facts can no longer be used. */
  readonly factsVersion: string;
  /** `unsaved` holds texts of open files by project-relative path. */
  loadProject(options: LintOptions, configuration: Configuration, unsaved?: UnsavedTexts): Project;
  /** Loads the parser, so that the first file's time is its own. */
  prepareParser(): void;
  collectFacts(path: string, text: string, hash: string): FileFacts;
  encodeFacts(facts: FileFacts): string;
  /** Throws or gives nothing where the text is not what `encodeFacts` wrote. */
  decodeFacts(encoded: string): FileFacts | undefined;
  /** Facts to service model, in two steps so that progress can be told. `watcher` is told what is read of them. */
  link(project: Project, files: ReadonlyMap<string, FileFacts>, configuration: Configuration, watcher?: Watcher): () => ServiceModel;
  summarise(model: ServiceModel): readonly EntryPointSummary[];
}

const require = createRequire(import.meta.url);

/** The real layers. The parser is loaded with the first file that must be parsed, so that a cached run never pays for it. */
export function loadAnalysis(): Analysis {
  const { loadProject } = require('#project/load-project.js') as typeof import('#project/load-project.js');
  const serialise = require('#facts/serialise.js') as typeof import('#facts/serialise.js');
  const { rules } = require('#rules/registry.js') as typeof import('#rules/registry.js');
  const collect = () => (require('#facts/collect-facts.js') as typeof import('#facts/collect-facts.js')).collectFacts;
  const link = () => (require('#program/link-program.js') as typeof import('#program/link-program.js')).linkProgram;
  const build = () => (require('#model/build-model.js') as typeof import('#model/build-model.js')).buildModel;
  return assembleAnalysis({ loadProject, ...serialise, rules, collect, link, build });
}

/** The functions of the layers, the late ones behind a call that loads them. */
export interface Layers {
  readonly loadProject: typeof import('#project/load-project.js').loadProject;
  readonly FACTS_VERSION: string | number;
  readonly encodeFacts: typeof import('#facts/serialise.js').encodeFacts;
  readonly decodeFacts: typeof import('#facts/serialise.js').decodeFacts;
  readonly rules: readonly Rule[];
  collect(): typeof import('#facts/collect-facts.js').collectFacts;
  link(): typeof import('#program/link-program.js').linkProgram;
  build(): typeof import('#model/build-model.js').buildModel;
}

/** Fits the layers to what `lint()` asks of them; the one place that knows their signatures. */
export function assembleAnalysis(layers: Layers): Analysis {
  return {
    rules: layers.rules,
    factsVersion: String(layers.FACTS_VERSION),
    loadProject: (options, configuration, unsaved) =>
      layers.loadProject(options.paths, {
        cwd: options.cwd,
        ignore: configuration.ignores,
        ...(options.tsconfig === undefined ? {} : { tsconfig: options.tsconfig }),
        ...(unsaved === undefined ? {} : { unsaved }),
      }),
    prepareParser: () => void layers.collect(),
    collectFacts: (path, text, hash) => layers.collect()(path, text, hash),
    encodeFacts: layers.encodeFacts,
    decodeFacts: layers.decodeFacts,
    link: (project, files, configuration, watcher) => {
      const program = layers.link()({ project, files, extraLibraries: configuration.catalog, watcher });
      return () => layers.build()(program, declarationsOf(project.root, configuration));
    },
    summarise: (model) =>
      model.entryPoints.map(({ id, name, kind, site, middleware }) => ({ id, name, kind, file: site.file, line: site.line, middleware })),
  };
}
