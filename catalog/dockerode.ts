import type { Library } from './schema.js';

export const library: Library = {
  package: 'dockerode',
  name: 'Docker Engine',
  source: 'dockerode@5.0.1; docker-modem lib/modem.js',
  same: [{ path: 'default', is: '' }],
  types: { Docker: '()', Container: '().getContainer()', Image: '().getImage()', Exec: '().getContainer().exec()' },
  operations: [
    {
      call: '().*', members: ['ping', 'info', 'version', 'listContainers', 'listImages', 'listServices', 'listNodes', 'listTasks', 'listNetworks', 'listVolumes', 'df', 'searchImages'],
      is: 'outbound', effect: 'read', leavesWith: ['creation:0.host'], partnerAt: ['creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5: request.setTimeout, then destroy' }], see: 'dockerode 5.0.1',
    },
    {
      call: '().*', members: ['createContainer', 'createService', 'createNetwork', 'createVolume', 'createImage', 'pull', 'buildImage', 'run', 'swarmInit', 'pruneImages', 'pruneContainers'],
      is: 'outbound', effect: 'write', leavesWith: ['creation:0.host'], partnerAt: ['creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5' }], see: 'dockerode 5.0.1',
    },
    {
      call: '().getContainer().*', members: ['inspect', 'stats', 'top', 'logs', 'wait'], is: 'outbound', effect: 'read', leavesWith: ['creation:creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5' }],
      see: 'dockerode 5.0.1: wait() lasts as long as the container',
    },
    {
      call: '().getContainer().*', members: ['start', 'stop', 'restart', 'kill', 'pause', 'unpause', 'remove', 'rename', 'update'], is: 'outbound', effect: 'idempotent', leavesWith: ['creation:creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5' }],
      see: 'dockerode 5.0.1: a container that is started or gone already is an error of its own',
    },
  ],
};
