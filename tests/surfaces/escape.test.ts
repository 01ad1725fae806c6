import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inert, jsonText, maskCredentials, uriOf, visible, visibleSource } from '#surfaces/escape.js';

const OBEYED = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }));

describe('text for people', () => {
  test('holds nothing that a terminal obeys, whatever comes in', () => {
    fc.assert(fc.property(anyText, (text) => !OBEYED.test(visible(text)) && !OBEYED.test(visibleSource(text))));
  });

  test('stays as it is when it is harmless', () => {
    expect(visible('GET /users/:id — größer, 中文, 🙂')).toBe('GET /users/:id — größer, 中文, 🙂');
  });

  test('shows what was there', () => {
    expect(visible('a\u001b[2Jb\u202ec')).toBe('a\\u{1b}[2Jb\\u{202e}c');
    expect(visibleSource('\tx')).toBe(' x');
  });

  test('is no command of a build server', () => {
    fc.assert(fc.property(anyText, (text) => !/^\s*::|##\[|##vso\[/.test(inert(visible(text)))));
    expect(inert('  ::set-env name=x::y')).toBe('  \\u{3a}:set-env name=x::y');
  });
});

describe('URIs', () => {
  test('lead back to the path, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (path) => decodeURIComponent(uriOf(path)) === path.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')));
  });

  test('hold only what a URI may', () => {
    fc.assert(fc.property(anyText, (path) => /^[\w.~%/-]*$/.test(uriOf(path))));
  });
});

test('JSON reads back as what it was, and prints nothing that a terminal obeys', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const printed = jsonText({ text });
      return (JSON.parse(printed) as { text: string }).text === text && !OBEYED.test(printed.replaceAll('\n', ''));
    }),
  );
  expect(jsonText({ a: Infinity, b: 1 })).toBe('{\n  "b": 1\n}\n');
});

test('credentials of URLs are hidden', () => {
  expect(maskCredentials("new Pool('postgres://admin:s3cret@db:5432/x')")).toBe("new Pool('postgres://***@db:5432/x')");
  // Would not end in a test's time if the pattern went back and forth.
  expect(maskCredentials(`://${'a'.repeat(100_000)}`.repeat(3))).not.toContain('***');
});
