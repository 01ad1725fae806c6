import { toolVersion } from '#linter/fingerprint.js';
import { rules } from '#rules/registry.js';
import { stateOf } from './answer-for.js';
import { cacheState } from './cache-state.js';
import { ruleModuleOf } from './rule-module.js';
import type { Config, Plugin } from './types.js';

type Levels = Config['rules'];

const plugin: Plugin = {
  meta: {
    name: 'seamlint',
    get version() {
      return toolVersion() + cacheState(stateOf);
    },
    namespace: 'seamlint',
  },
  rules: Object.fromEntries(rules.map((rule) => [rule.id, ruleModuleOf(rule)])),
  configs: {},
};

Object.assign(plugin.configs, {
  recommended: preset('recommended', levelsOf((rule) => rule.recommended)),
  strict: preset('strict', levelsOf(() => true)),
  all: preset('all', levelsOf(() => true)),
  off: preset('off', Object.fromEntries(rules.map(({ id }) => [`seamlint/${id}`, 'off' as const]))),
  ...Object.fromEntries(rules.map(({ id }) => [id, preset(id, levelsOf((rule) => rule.id === id))])),
});

/** The ESLint plugin: every rule, the presets, and one configuration for each single rule. */
export default plugin;

function preset(name: string, levels: Levels): Config {
  return { name: `seamlint/${name}`, plugins: { seamlint: plugin }, rules: levels };
}

function levelsOf(isWanted: (rule: (typeof rules)[number]) => boolean): Levels {
  return Object.fromEntries(rules.filter(isWanted).map((rule) => [`seamlint/${rule.id}`, rule.severity]));
}
