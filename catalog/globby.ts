import type { Library } from './schema.js';

export const library: Library = {
  package: 'globby',
  source: 'globby@16.2.4 exports',
  checkedOn: ['globby@16.2.4', 'globby@11.1.0'],
  same: [{ path: 'default', is: '' }],
  blocking: [
    {
      calls: ['globbySync', 'sync', 'isGitIgnoredSync', 'generateGlobTasksSync', 'isIgnoredByIgnoreFilesSync'], blocks: 'disk', cost: 'high', instead: 'the asynchronous form',
      see: 'globby@16.2.4',
    },
  ],
};
