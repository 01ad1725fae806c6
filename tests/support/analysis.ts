import { collectFacts } from '#facts/collect-facts.js';
import { decodeFacts, encodeFacts, FACTS_VERSION } from '#facts/serialise.js';
import { assembleAnalysis } from '#linter/analysis.js';
import { buildModel } from '#model/build-model.js';
import { linkProgram } from '#program/link-program.js';
import { loadProject } from '#project/load-project.js';
import { rules } from '#rules/registry.js';

/** The real layers, imported from the sources that are being tested. */
export const realAnalysis = assembleAnalysis({
  loadProject,
  FACTS_VERSION,
  encodeFacts,
  decodeFacts,
  rules,
  collect: () => collectFacts,
  link: () => linkProgram,
  build: () => buildModel,
});
