import type { Library } from './schema.js';

export const library: Library = {
  package: '@modelcontextprotocol/sdk',
  modules: [
    '@modelcontextprotocol/sdk/client/index.js', '@modelcontextprotocol/sdk/client', '@modelcontextprotocol/sdk/server/mcp.js', '@modelcontextprotocol/sdk/server/index.js',
    '@modelcontextprotocol/sdk/server',
  ],
  name: 'Model Context Protocol',
  source: '@modelcontextprotocol/sdk@1.32.2 dist/esm/shared/protocol.js, client/index.d.ts, server/mcp.d.ts',
  checkedOn: ['@modelcontextprotocol/sdk@1.32.2'],
  types: { Client: 'Client()', McpServer: 'McpServer()' },
  operations: [
    {
      call: 'Client().*', members: ['listTools', 'listPrompts', 'listResources', 'listResourceTemplates', 'readResource', 'getPrompt', 'complete', 'ping'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['1.signal'], unit: 'signal', default: 'never', see: '@modelcontextprotocol/sdk 1.32.2' },
        { limits: 'total', at: ['1.timeout'], default: 60000, see: '@modelcontextprotocol/sdk 1.32.2 DEFAULT_REQUEST_TIMEOUT_MSEC' },
      ],
      see: '@modelcontextprotocol/sdk 1.32.2',
    },
    {
      call: 'Client().callTool', is: 'outbound', effect: 'idempotent',
      limits: [
        { limits: 'total', at: ['2.signal'], unit: 'signal', default: 'never', see: '@modelcontextprotocol/sdk 1.32.2' },
        { limits: 'total', at: ['2.timeout'], default: 60000, note: 'begins anew with each progress where `resetTimeoutOnProgress` is set', see: '@modelcontextprotocol/sdk 1.32.2 DEFAULT_REQUEST_TIMEOUT_MSEC' },
      ],
      see: '@modelcontextprotocol/sdk 1.32.2: what a tool does is not known here',
    },
    {
      call: 'Client().connect', is: 'outbound', effect: 'none', limits: [{ limits: 'total', at: ['1.timeout'], default: 60000, see: '@modelcontextprotocol/sdk 1.32.2' }],
      see: '@modelcontextprotocol/sdk 1.32.2: asks the server who it is',
    },
  ],
};
