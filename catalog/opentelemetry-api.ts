import type { Library } from './schema.js';

export const library: Library = {
  package: '@opentelemetry/api',
  name: 'OpenTelemetry',
  source: '@opentelemetry/api@1.9.0 build/src/trace/tracer.d.ts, context/types.d.ts',
  checkedOn: ['@opentelemetry/api@1.9.0'],
  types: { Tracer: 'trace.getTracer()', Span: 'trace.getTracer().startSpan()' },
  callbacks: [
    { call: 'trace.getTracer().startActiveSpan', callback: '-1', runs: 'now', parameters: ['trace.getTracer().startSpan()'], gives: true },
    { call: 'context.with', callback: '1', runs: 'now', gives: true },
  ],
  values: [{ call: 'context.bind', gives: 'function', from: '1' }],
  words: [{ is: 'reports', names: ['setAttribute', 'recordException'], see: '@opentelemetry/api@1.9.0' }],
};
