import type pc from 'picocolors';
import { hanging } from './formatters/text-layout.js';

type Colors = ReturnType<typeof pc.createColors>;

/** A Markdown page for a terminal: paragraphs fitted to its width, code and tables as they are. */
export function pageText(page: string, width: number, colors: Colors): string {
  const lines: string[] = [];
  let block: string[] = [];
  let inCode = false;
  const flush = () => {
    const [, lead = '', first = ''] = /^(\s*(?:[*-]|\d+\.) +)?(.*)$/s.exec(block[0] ?? '') ?? [];
    if (block.length > 0) lines.push(...hanging(lead, [first, ...block.slice(1).map((line) => line.trim())].join(' '), width).map((line) => inline(line, colors)));
    block = [];
  };
  for (const line of page.trimEnd().split('\n')) {
    const fence = line.startsWith('```');
    if (fence || inCode) {
      flush();
      if (fence) inCode = !inCode;
      else lines.push(`    ${line}`);
    } else if (line.trim() === '' || /^(?:#|\|)/.test(line)) {
      flush();
      lines.push(line.startsWith('#') ? colors.bold(line.replace(/^#+ /, '')) : line);
    } else {
      if (/^\s*(?:[*-]|\d+\.) /.test(line)) flush();
      block.push(line);
    }
  }
  flush();
  return `${lines.join('\n')}\n`;
}

// A link stays a link where its words are not its address; marks of emphasis go.
function inline(line: string, colors: Colors): string {
  return line
    .replace(/\*\*([^*]+)\*\*/g, (_, words: string) => colors.bold(words))
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, (_, words: string) => colors.cyan(words))
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_, words: string, url: string) => (url.includes(words) ? url : `${words} (${url})`));
}
