import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/terminus',
  name: 'Nest Terminus',
  source: '@nestjs/terminus@12.1.0 dist/health-indicator; ran',
  checkedOn: ['@nestjs/terminus@12.1.0'],
  types: {
    HealthCheckService: 'HealthCheckService()', HttpHealthIndicator: 'HttpHealthIndicator()', TypeOrmHealthIndicator: 'TypeOrmHealthIndicator()', SequelizeHealthIndicator: 'SequelizeHealthIndicator()',
    MongooseHealthIndicator: 'MongooseHealthIndicator()', MikroOrmHealthIndicator: 'MikroOrmHealthIndicator()', PrismaHealthIndicator: 'PrismaHealthIndicator()',
    MicroserviceHealthIndicator: 'MicroserviceHealthIndicator()', GRPCHealthIndicator: 'GRPCHealthIndicator()',
  },
  callbacks: [{ call: 'HealthCheckService().check', callback: '0[]', runs: 'now' }],
  operations: [
    {
      call: 'HttpHealthIndicator().pingCheck', is: 'outbound', effect: 'read',
      limits: [{ limits: 'attempt', at: ['2.timeout'], default: 'never', offAt: [0], see: '@nestjs/terminus 12.1.0: the options of axios; ran' }], partnerAt: ['1'], see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'TypeOrmHealthIndicator().pingCheck', is: 'statement', effect: 'read', limits: [{ limits: 'total', at: ['1.timeout'], default: 1000, note: 'what was asked goes on', see: '@nestjs/terminus 12.1.0; ran with Prisma' }],
      see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'SequelizeHealthIndicator().pingCheck', is: 'statement', effect: 'read', limits: [{ limits: 'total', at: ['1.timeout'], default: 1000, note: 'what was asked goes on', see: '@nestjs/terminus 12.1.0; ran with Prisma' }],
      see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'MongooseHealthIndicator().pingCheck', is: 'statement', effect: 'read', limits: [{ limits: 'total', at: ['1.timeout'], default: 1000, note: 'what was asked goes on', see: '@nestjs/terminus 12.1.0; ran with Prisma' }],
      see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'MikroOrmHealthIndicator().pingCheck', is: 'statement', effect: 'read', limits: [{ limits: 'total', at: ['1.timeout'], default: 1000, note: 'what was asked goes on', see: '@nestjs/terminus 12.1.0; ran with Prisma' }],
      see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'PrismaHealthIndicator().pingCheck', is: 'statement', effect: 'read', limits: [{ limits: 'total', at: ['2.timeout'], default: 1000, note: 'what was asked goes on', see: '@nestjs/terminus 12.1.0; ran with Prisma' }],
      see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'MicroserviceHealthIndicator().pingCheck', is: 'outbound', effect: 'read', limits: [{ limits: 'total', at: ['1.timeout'], default: 1000, see: '@nestjs/terminus 12.1.0' }],
      see: '@nestjs/terminus 12.1.0',
    },
    {
      call: 'GRPCHealthIndicator().checkService', is: 'outbound', effect: 'read', limits: [{ limits: 'total', at: ['2.timeout'], default: 1000, see: '@nestjs/terminus 12.1.0' }],
      see: '@nestjs/terminus 12.1.0',
    },
  ],
  provisions: [{ call: 'HealthCheckService().check', is: 'health' }],
};
