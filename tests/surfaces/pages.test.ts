import { existsSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadConfiguration } from '#linter/config.js';
import { defaultOptions } from '#linter/options.js';
import { rules } from '#rules/registry.js';
import { seamlint } from '../support/command.js';
import { readOwn, TOP } from '../support/own-files.js';
import { blocks, ofKind, pages } from '../support/page-blocks.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('configurations in pages', () => {
  const BASES = { 'node_modules/@acme/seamlint-config/package.json': '{"name":"@acme/seamlint-config","main":"index.json"}', 'node_modules/@acme/seamlint-config/index.json': '{}', 'seamlint.base.json': '{}' };

  test.each(ofKind('config'))('%i, of %s, is one', (_index, _path, { language, body }) => {
    const name = language === 'ts' || language === 'js' ? `seamlint.config.${language}` : `.seamlintrc.${language}`;
    const configuration = loadConfiguration(defaultOptions(temporaryFolder({ '.git/HEAD': '', 'package.json': '{"name":"x"}', 'a.ts': '', ...BASES, [name]: body })));
    expect(configuration.path).toContain(name);
    for (const { id } of configuration.namedRules) expect(rules.map((rule) => rule.id)).toContain(id);
  });

  test('every JSON block that looks like one is checked', () => {
    const unchecked = blocks.filter(({ language, kind, body, path }) => kind === '' && /^(?:json|yaml)$/.test(language) && /"?(?:preset|overrides|ignores|extends)"?\s*:/.test(body) && path !== 'docs/catalog.md');
    expect(unchecked.map(({ path, body }) => `${path}: ${body}`)).toEqual([]);
  });
});

describe('CI in pages', () => {
  test.each(ofKind('workflow'))('workflow %i, of %s, has jobs that run seamlint and no more rights than it needs', (_index, _path, { body }) => {
    const { permissions, jobs, on } = parse(body) as { on: object; permissions: Record<string, string>; jobs: Record<string, { steps: { uses?: string; run?: string; with?: object }[] }> };
    expect(on).toBeTruthy();
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    expect(steps.some(({ run }) => run?.includes('npx seamlint'))).toBe(true);
    expect(permissions['contents']).toBe('read');
    expect(permissions['security-events'] === 'write').toBe(steps.some(({ uses }) => uses?.includes('upload-sarif')));
    for (const step of steps) expect(step.uses ?? step.run).toMatch(step.uses === undefined ? /^(?:npm|npx|cat) / : /^[\w-]+\/[\w/-]+@v\d+$/);
  });

  test.each([...ofKind('gitlab'), ...ofKind('lefthook'), ...ofKind('pre-commit')])('%i, of %s, reads back', (_index, _path, { body }) => {
    expect(JSON.stringify(parse(body))).toContain('npx seamlint');
  });
});

test('the hook for pre-commit is there, and runs a command that is', () => {
  const hooks = parse(readOwn('.pre-commit-hooks.yaml') ?? '') as Record<string, unknown>[];
  const { bin } = JSON.parse(readOwn('package.json') ?? '') as { bin: Record<string, string> };
  expect(hooks).toEqual([expect.objectContaining({ id: 'seamlint', language: 'system', pass_filenames: false, require_serial: true })]);
  const [npx, install, command = '', ...options] = String(hooks[0]?.['entry']).split(' ');
  expect([npx, install, existsSync(join(TOP, bin[command] ?? '-'))]).toEqual(['npx', '--no-install', true]);
  const help = seamlint(TOP, 'check', '--help').stdout;
  for (const option of options.filter((one) => one.startsWith('--'))) expect(help).toContain(option);
  const [used] = ofKind('pre-commit-repository');
  expect((parse(used?.[2].body ?? '') as { repos: { hooks: { id: string }[] }[] }).repos[0]?.hooks).toEqual([{ id: hooks[0]?.['id'] }]);
});

test('every option of a seamlint command in a page is one', () => {
  const help = new Map<string, string>();
  const helpOf = (...names: string[]) => {
    const key = names.join(' ');
    if (!help.has(key)) help.set(key, seamlint(TOP, ...names, '--help').stdout);
    return help.get(key) ?? '';
  };
  const commands = [...helpOf().matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = '']) => name);
  const calls = blocks.flatMap(({ path, body }) => [...body.matchAll(/\bseamlint( [^\n#>&|"]*)?/g)].map(([, rest = '']) => ({ path, words: rest.trim().split(/\s+/) })));
  for (const { path, words } of calls) {
    const command = commands.includes(words[0] ?? '') ? [words[0] ?? ''] : ['check'];
    if (command[0] === 'baseline') command.push(/^[a-z]+$/.test(words[1] ?? '') ? (words[1] ?? '') : 'update');
    for (const word of words.filter((one) => /^--[a-z]/.test(one))) expect(helpOf(...command), `${word} in ${path}`).toContain(`${word.split('=')[0]}`);
  }
});

describe('links', () => {
  test.each(pages.map(({ path, text }) => [path, text] as const))('of %s lead somewhere', (path, text) => {
    const words = text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`]*`/g, '');
    const targets = [...words.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    for (const target of targets) {
      if (/^https:\/\/[\w.-]+\//.test(target) || /^https:\/\/[\w.-]+$/.test(target)) continue;
      const [file = '', anchor] = target.split('#');
      const aim = file === '' ? path : posix.join(dirname(path), file);
      expect(existsSync(join(TOP, aim)) && (statSync(join(TOP, aim)).isFile() || anchor === undefined), `${target} in ${path}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(readOwn(aim) ?? ''), `${target} in ${path}`).toContain(anchor);
    }
  });

  test('every page for people can be reached from README', () => {
    const reached = new Set<string>();
    const waiting = ['README.md'];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (reached.has(path)) continue;
      reached.add(path);
      for (const [, target = ''] of (readOwn(path) ?? '').matchAll(/\]\(([^)\s#]+\.md)(?:#[^)]*)?\)/g)) if (!target.startsWith('http')) waiting.push(posix.join(dirname(path), target));
    }
    const lonely = pages.map(({ path }) => path).filter((path) => !reached.has(path) && !path.startsWith('docs/rules/'));
    expect(lonely).toEqual([]);
  });
});

function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'));
}
