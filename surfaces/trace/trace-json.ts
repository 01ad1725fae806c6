import { jsonText } from '../escape.js';
import { findingsOf, shutdownsOf, type TraceView } from './trace-view.js';

/** The same for programs. */
export function traceJson(view: TraceView): string {
  const { paths, whole, hang } = view;
  return jsonText({
    schemaVersion: 1,
    entryPoints: paths.map((path) => {
      const { entryPoint, budget, budgets, worstCase, slices, omitted, unproven } = path;
      const short = { id: entryPoint.id, name: entryPoint.name, kind: entryPoint.kind, file: entryPoint.site.file, line: entryPoint.site.line, worstCase, complete: unproven.length === 0, budget: budget ?? null };
      return whole ? { ...short, budgets, slices, omitted, unproven, findings: findingsOf(view, path), shutdowns: shutdownsOf(view, path).map(({ entryPoints: _entryPoints, ...rest }) => rest) } : short;
    }),
    ...(hang === undefined ? {} : { hang }),
  });
}
