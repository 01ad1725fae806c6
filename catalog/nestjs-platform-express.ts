import type { Library } from './schema.js';

export const library: Library = {
  package: '@nestjs/platform-express',
  source: '@nestjs/platform-express@12.5.1 multer/interceptors: multer without limits of its own',
  checkedOn: ['@nestjs/platform-express@12.5.1'],
  types: { NestExpressApplication: '@nestjs/core|NestFactory.create()' },
  bodies: [
    { call: 'MulterModule.register', covers: 'route', limit: { limits: 'body', at: ['0.limits.fileSize'], unit: 'bytes', default: 'unknown', offAt: ['Infinity'], see: 'multer 2.5.0' } },
    { call: 'MulterModule.registerAsync', covers: 'route', limit: { limits: 'body', at: [], unit: 'bytes', default: 'unknown', see: 'multer 2.5.0' } },
    {
      call: 'FileInterceptor', covers: 'route', inheritsFrom: ['MulterModule.register', 'MulterModule.registerAsync'],
      limit: { limits: 'body', at: ['1.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], see: 'multer 2.5.0: 20 MiB accepted (ran)' },
    },
    {
      call: 'FilesInterceptor', covers: 'route', inheritsFrom: ['MulterModule.register', 'MulterModule.registerAsync'],
      limit: { limits: 'body', at: ['2.limits.fileSize', '1.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], see: 'multer 2.5.0' },
    },
    {
      call: 'AnyFilesInterceptor', covers: 'route', inheritsFrom: ['MulterModule.register', 'MulterModule.registerAsync'],
      limit: { limits: 'body', at: ['0.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], see: 'multer 2.5.0' },
    },
    {
      call: 'FileFieldsInterceptor', covers: 'route', inheritsFrom: ['MulterModule.register', 'MulterModule.registerAsync'],
      limit: { limits: 'body', at: ['1.limits.fileSize'], unit: 'bytes', default: 'never', offAt: ['Infinity'], see: 'multer 2.5.0' },
    },
  ],
};
