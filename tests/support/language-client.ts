import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** What a server says of a place, lines and characters from 0. */
export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** An edit as the protocol has it. */
export interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Action {
  readonly title: string;
  readonly command: { readonly command: string; readonly arguments: readonly unknown[] };
}

const require = createRequire(import.meta.url);

/** What an editor sets for the ESLint extension when its user sets nothing. */
const SETTINGS = {
  validate: 'on', packageManager: 'npm', useESLintClass: true, experimental: {}, run: 'onType', quiet: false, format: false, onIgnoredFiles: 'off', options: {}, nodePath: null,
  rulesCustomizations: [], problems: { shortenToSingleLine: false }, codeActionOnSave: { mode: 'all' }, workingDirectory: { mode: 'auto' },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
};

/** The language server of VS Code's ESLint extension in a process of its own, and an editor that has opened the folder. */
export async function openEditor(folder: string) {
  const server = spawn(process.execPath, [require.resolve('vscode-langservers-extracted/bin/vscode-eslint-language-server'), '--stdio'], {
    cwd: folder, stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, CI: '' },
  });
  onTestFinished(() => void server.kill('SIGKILL'));
  const ended = new Promise<number | null>((done) => server.once('exit', done));
  const waiting = new Map<number, (answer: Message) => void>();
  const edits: Edit[] = [];
  const workspaceFolder = { uri: pathToFileURL(folder).href, name: 'service' };
  let lastId = 0;
  let version = 0;

  function send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  }

  async function request<T>(method: string, params?: object): Promise<T> {
    const id = ++lastId;
    const answer = await new Promise<Message>((done) => {
      waiting.set(id, done);
      send({ id, method, ...(params === undefined ? {} : { params }) });
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as T;
  }

  // What the server asks of its editor.
  function answerTo({ method, params }: Message): unknown {
    if (method === 'workspace/configuration') return (params as { items: readonly unknown[] }).items.map(() => ({ ...SETTINGS, workspaceFolder }));
    if (method !== 'workspace/applyEdit') return null;
    const { edit } = params as { edit: { documentChanges: readonly { edits: readonly Edit[] }[] } };
    edits.push(...edit.documentChanges.flatMap((change) => change.edits));
    return { applied: true };
  }

  readMessages(server.stdout, (message) => {
    if (message.method === undefined) waiting.get(message.id ?? 0)?.(message);
    else if (message.id !== undefined) send({ id: message.id, result: answerTo(message) });
  });

  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const capabilities = {
    workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
    textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
  };
  await request('initialize', { processId: process.pid, rootUri: workspaceFolder.uri, workspaceFolders: [workspaceFolder], capabilities });
  send({ method: 'initialized', params: {} });

  return {
    open: (path: string, text: string) => send({ method: 'textDocument/didOpen', params: { textDocument: { uri: uriOf(path), languageId: path.endsWith('.ts') ? 'typescript' : 'javascript', version: ++version, text } } }),
    change: (path: string, text: string) => send({ method: 'textDocument/didChange', params: { textDocument: { uri: uriOf(path), version: ++version }, contentChanges: [{ text }] } }),
    save: (path: string) => send({ method: 'textDocument/didSave', params: { textDocument: { uri: uriOf(path) } } }),
    diagnosticsOf: async (path: string) => (await request<{ items: readonly Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: uriOf(path) } })).items,
    actionsAt: (path: string, { range, ...diagnostic }: Diagnostic) => request<readonly Action[]>('textDocument/codeAction', { textDocument: { uri: uriOf(path) }, range, context: { diagnostics: [{ range, ...diagnostic }], only: ['quickfix'] } }),
    /** The edits that the server asks the editor to make. */
    async run({ command }: Action): Promise<readonly Edit[]> {
      edits.length = 0;
      await request('workspace/executeCommand', command);
      return [...edits];
    },
    async close(): Promise<number | null> {
      await request('shutdown');
      send({ method: 'exit' });
      return await ended;
    },
  };
}

function readMessages(stream: NodeJS.ReadableStream, hear: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      const start = head + 4;
      const end = start + Number(/Content-Length: (\d+)/.exec(rest.subarray(0, Math.max(head, 0)).toString())?.[1] ?? NaN);
      if (!(rest.length >= end)) return;
      const body = rest.subarray(start, end).toString('utf8');
      rest = rest.subarray(end);
      hear(JSON.parse(body) as Message);
    }
  });
}
