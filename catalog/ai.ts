import type { Library } from './schema.js';

export const library: Library = {
  package: 'ai',
  name: 'AI SDK',
  source: 'ai@6.0.326, 5.0.100, 4.3.19 dist/index.js, d.ts',
  checkedOn: ['ai@6.0.326'],
  same: [{ path: 'Experimental_Agent()', is: 'ToolLoopAgent()' }],
  types: { ToolLoopAgent: 'ToolLoopAgent()', Experimental_Agent: 'ToolLoopAgent()' },
  operations: [
    {
      call: '*',
      members: [
        'generateText', 'streamText', 'generateObject', 'streamObject', 'embed', 'embedMany', 'rerank', 'generateImage', 'experimental_generateImage', 'experimental_generateSpeech',
        'experimental_transcribe', 'experimental_generateVideo',
      ],
      is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: 'ai 6.0.326' },
        { limits: 'total', at: ['0.timeout.totalMs', '0.timeout'], default: 'never', versions: '>=6.0.0', see: 'ai 6.0.326 getTotalTimeoutMs' },
      ],
      retries: {
        at: ['0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 2000, factor: 2 },
        see: 'ai 6.0.326 prepareRetries: each request to the model twice more',
      },
      see: 'ai 6.0.326: the model asks its provider over HTTP; a completion changes nothing',
    },
    {
      call: 'ToolLoopAgent().*', members: ['generate', 'stream'], is: 'outbound', effect: 'read',
      limits: [
        { limits: 'total', at: ['0.abortSignal'], unit: 'signal', default: 'never', see: 'ai 6.0.326' },
        { limits: 'total', at: ['0.timeout.totalMs', '0.timeout'], default: 'never', versions: '>=6.0.0', see: 'ai 6.0.326 getTotalTimeoutMs' },
      ],
      retries: {
        at: ['creation:0.maxRetries'], counts: 'retries', default: 2, writes: true, delay: { default: 2000, factor: 2 },
        see: 'ai 6.0.326 prepareRetries: each request to the model twice more',
      },
      see: 'ai 6.0.326',
    },
  ],
};
