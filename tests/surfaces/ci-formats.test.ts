import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Finding, LintResult } from '#linter/types.js';
import { violated } from '#rules/types.js';
import { formatGithub } from '#surfaces/formatters/github.js';
import { formatGitlab } from '#surfaces/formatters/gitlab.js';
import { formatJunit } from '#surfaces/formatters/junit.js';
import { formatMarkdown } from '#surfaces/formatters/markdown.js';
import { formatSarif } from '#surfaces/formatters/sarif.js';
import { element, xmlText } from '#surfaces/xml.js';
import { fakeResult, plainContext } from '../support/fake-result.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('\n', '\r', ':', '::', ',', '%', '#', '@a', '##[', '`', '|', '*', '_', '<', '>', '&', '&lt;', ']]>', '"', "'", '\\', '[', '](', ')', '!', '\u001b', '\u0000', '\u2028', '\u202e', '\ufffe', '\ud800', 'x', ' ', '~~', 'https://x.y', '1. ', '- ', '+ ') }),
);

/** A result in which every text of the analysed code is this one. */
function everywhere(text: string): LintResult {
  const site = { file: text, line: 1, column: 1 };
  const finding: Finding = {
    ruleId: 'require-breaker',
    severity: 'error',
    verdict: violated(site, { message: text, remedy: text, trace: [{ site, text }], related: [{ site, text }], entryPoints: [text, 'GET /'] }),
  };
  return {
    ...fakeResult,
    findings: [finding, { ...finding, suppressed: { reason: text, line: 1 } }],
    skipped: [{ path: text, reason: 'too-large', detail: text }],
    notes: [{ path: text, line: 1, message: text }],
    incidents: [{ where: text, message: text }],
  };
}

/** Names and texts of a document; throws where it is not well-formed. */
function parseXml(xml: string) {
  const texts: string[] = [];
  const names = new Map<string, number>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text));
  parser.on('opentag', ({ name, attributes }) => {
    names.set(name, (names.get(name) ?? 0) + 1);
    texts.push(...Object.values(attributes));
  });
  parser.write(xml).close();
  return { texts, names };
}

describe('github', () => {
  const text = formatGithub(fakeResult, plainContext);

  test('annotates errors first, each at its place in the repository', () => {
    const kinds = [...text.matchAll(/^::(\w+) (.*)$/gm)].map(([, kind = '']) => kind);
    expect(kinds).toEqual(['error', 'error', 'warning', 'warning', 'notice', 'notice', 'notice']);
    expect(text).toContain('::error file=src/db.ts,line=5,col=13,title=seamlint%3A require-acquire-timeout::GET /users/:id can wait forever');
    expect(formatGithub(fakeResult, { ...plainContext, uriPrefix: 'services/shop/' })).toContain('file=services/shop/src/db.ts,');
  });

  test('ends with what was found and what was not looked at', () => {
    for (const part of ['2 errors and 2 warnings', 'src/huge.ts', 'no lockfile', 'rule shutdown-order']) expect(text).toContain(part);
  });

  test('says so where GitHub would show only a part', () => {
    const many = { ...fakeResult, findings: Array.from({ length: 11 }, () => fakeResult.findings[1] as Finding) };
    expect(formatGithub(many, plainContext)).toContain('GitHub shows 10 of 11 errors as annotations');
  });

  test('gives commands of its own only, whatever the code holds', () => {
    fc.assert(
      fc.property(anyText, (hostile) => {
        const lines = formatGithub(everywhere(hostile), plainContext).split('\n');
        const commands = lines.filter((line) => /^\s*::/.test(line));
        expect(commands).toHaveLength(3);
        for (const line of commands) expect(line).toMatch(/^::(?:error|notice) (?:\w+=[^:,\n]*(?:,|(?=::)))+::[^\n]*$/);
        for (const line of lines) expect(line).not.toMatch(/##\[|[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
      }),
    );
  });
});

describe('gitlab', () => {
  type Issue = { fingerprint: string; check_name: string; description: string; severity: string; location: { path: string; lines: { begin: number } } };
  const issues = JSON.parse(formatGitlab(fakeResult, plainContext)) as Issue[];

  test('has what GitLab asks for, and no two entries alike', () => {
    for (const { check_name, description, severity, location } of issues) {
      expect(check_name).not.toBe('');
      expect(description).not.toBe('');
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location.path).not.toMatch(/^\.?\//);
      expect(location.lines.begin).toBeGreaterThan(0);
    }
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test('leaves silenced findings out, and nothing that was skipped', () => {
    expect(issues.filter(({ check_name }) => check_name === 'require-breaker')).toHaveLength(2);
    expect(issues.map(({ check_name }) => check_name)).toEqual(expect.arrayContaining(['seamlint/incident', 'seamlint/skipped/too-large', 'seamlint/skipped/test', 'seamlint/note']));
  });

  test('reads back whatever the code holds', () => {
    fc.assert(fc.property(anyText, (hostile) => (JSON.parse(formatGitlab(everywhere(hostile), plainContext)) as Issue[])[0]?.location.path === hostile));
  });
});

describe('junit', () => {
  test('has a suite for each rule, and a failure for each finding', () => {
    const { names, texts } = parseXml(formatJunit(fakeResult, plainContext));
    expect(names.get('testsuite')).toBe(fakeResult.rules.length + 1);
    expect(names.get('failure')).toBe(4);
    for (const part of ['tracked in OPS-12', 'src/huge.ts', 'no lockfile']) expect(texts.some((text) => text.includes(part))).toBe(true);
  });

  test('is well-formed, and has no element of the code, whatever it holds', () => {
    const plain = parseXml(formatJunit(everywhere('x'), plainContext)).names;
    fc.assert(fc.property(anyText, (hostile) => void expect(parseXml(formatJunit(everywhere(hostile), plainContext)).names).toEqual(plain)));
  });

  test('what XML can say reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { texts } = parseXml(xmlText(element('a', { b: text }, text)));
        const sayable = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
        // The ends of the first and the last line are texts too.
        expect(texts.join('')).toBe(`\n${sayable}${sayable}\n`);
      }),
    );
  });
});

describe('markdown', () => {
  const text = formatMarkdown(fakeResult, plainContext);

  test('prints what it printed before', async () => {
    await expect(text).toMatchFileSnapshot('golden/markdown.txt');
  });

  test('fits a comment', () => {
    const many = { ...fakeResult, findings: Array.from({ length: 5000 }, () => fakeResult.findings[1] as Finding) };
    const long = formatMarkdown(many, plainContext);
    expect(long.length).toBeLessThan(65_536);
    expect(long).toMatch(/\d+ more are not listed here/);
  });

  test('calls nobody and links to no issue', () => {
    const hostile = formatMarkdown(everywhere('@acme/owners #12 GH-3 ![](https://x.y/z.png) <img src=x>'), plainContext);
    const words = hostile.replace(/`[^`]*`/g, '');
    expect(words).not.toMatch(/@acme|#12|GH-3|(?<!\\)!\[|(?<!\\)<img/);
  });

  test('has no heading, list, link, picture or HTML of the code, whatever it holds', () => {
    const plain = blocksOf(formatMarkdown(everywhere('x'), plainContext));
    fc.assert(fc.property(anyText, (hostile) => void expect(blocksOf(formatMarkdown(everywhere(hostile), plainContext))).toEqual(plain)));
  });
});

function blocksOf(markdown: string): string[] {
  const types: string[] = [];
  const waiting: { type: string; children?: unknown[] }[] = [fromMarkdown(markdown)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    // Addresses become links on purpose, to where they say.
    if (!['text', 'inlineCode', 'emphasis', 'break', 'link'].includes(node.type)) types.push(node.type);
    waiting.push(...((node.children ?? []) as typeof waiting));
  }
  return types;
}

test('sarif holds URIs and JSON only, whatever the code holds', () => {
  fc.assert(
    fc.property(anyText, (hostile) => {
      const log = JSON.parse(formatSarif(everywhere(hostile), plainContext)) as { runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
      expect(log.runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toMatch(/^[\w.~%/-]*$/);
    }),
  );
});
