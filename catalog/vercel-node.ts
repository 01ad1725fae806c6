import type { Library } from './schema.js';

export const library: Library = {
  package: '@vercel/node',
  name: 'Vercel',
  source: '@vercel/node@24.0.0 dist/index.d.ts; Vercel docs configuring-functions/duration',
  checkedOn: ['@vercel/node@24.0.0'],
  answersBy: ['VercelResponse()'],
  entryPoints: [
    {
      kind: 'http', file: { paths: ['api/**/[^_.]*.{ts,js,mts,mjs}', '{apps,packages,services}/*/api/**/[^_.]*.{ts,js,mts,mjs}'], exports: ['default'], route: 'pages' },
      method: 'ALL', answersAt: ['1'], repeats: 'client', answers: true, see: 'Vercel docs functions/runtimes/node-js: files of the folder api, without those that begin with _ or a dot',
    },
  ],
  budgets: [
    {
      call: 'vercel.json', covers: 'route', globs: { files: ['vercel.json'], at: 'functions', limitAt: 'functions.*.maxDuration' },
      limit: { limits: 'total', at: [], unit: 's', default: 'unknown', unrun: 'it is what the platform sets; needs one', note: 'the function is ended', see: 'Vercel docs configuring-functions/duration: the code of the function, then vercel.json, then the project' },
    },
  ],

  remarks: [{ options: ['maxDuration'], default: 'by plan and project', unit: 's', says: 'of a function in vercel.json: the platform ends it and answers 504', see: 'Vercel docs configuring-functions/duration' }],
};
