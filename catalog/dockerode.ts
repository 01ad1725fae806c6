import type { Library } from './schema.js';

export const library: Library = {
  package: 'dockerode',
  name: 'Docker Engine',
  source: 'dockerode@5.0.1; docker-modem lib/modem.js',
  checkedOn: ['dockerode@5.0.1', '@types/dockerode@4.0.2'],
  same: [{ path: 'default', is: '' }],
  types: { Docker: '()', Container: '().getContainer()', Image: '().getImage()', Exec: '().getContainer().exec()' },
  operations: [
    {
      call: '().*', members: ['ping', 'info', 'version', 'listContainers', 'listImages', 'listServices', 'listNodes', 'listTasks', 'listNetworks', 'listVolumes', 'df', 'searchImages'],
      is: 'outbound', effect: 'read', leavesWith: ['creation:0.host'], partnerAt: ['creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5: request.setTimeout, then destroy' }], see: 'dockerode 5.0.1',
    },
    {
      call: '().*', members: ['createContainer', 'createService', 'createVolume'],
      is: 'outbound', effect: 'write', leavesWith: ['creation:0.host'], partnerAt: ['creation:0.host'], keys: ['0.name', '0.Name'],
      limits: [{ limits: 'attempt', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5' }], see: 'dockerode 5.0.1; Docker Engine API 1.47: a second container or service of a name is refused (409), a volume of the name is given again',
    },
    {
      call: '().*', members: ['createNetwork', 'run'],
      is: 'outbound', effect: 'write', leavesWith: ['creation:0.host'], partnerAt: ['creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5' }], see: 'dockerode 5.0.1',
    },
    {
      call: '().*', members: ['createImage', 'pull', 'buildImage', 'swarmInit', 'pruneImages', 'pruneContainers'],
      is: 'outbound', effect: 'idempotent', leavesWith: ['creation:0.host'], partnerAt: ['creation:0.host'],
      limits: [{ limits: 'attempt', at: ['creation:0.timeout'], default: 'never', offAt: [0], note: 'socket inactivity', see: 'docker-modem 5' }], see: 'dockerode 5.0.1; Docker Engine API 1.47: what is there already is not fetched, built under another name or pruned again',
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
