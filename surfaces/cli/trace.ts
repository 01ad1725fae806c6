import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import pc from 'picocolors';
import { didYouMean } from '#linter/nearest.js';
import { UserError } from '#linter/user-error.js';
import type { LintResult } from '#linter/types.js';
import type { Dependency, RequestPath } from '#model/types.js';
import { traceJson } from '../trace/trace-json.js';
import { traceMarkdown } from '../trace/trace-markdown.js';
import { tracePretty } from '../trace/trace-pretty.js';
import type { TraceView } from '../trace/trace-view.js';
import type { TraceArguments } from './command-trace.js';
import { runWatched } from './run-watched.js';
import { checkWritable, writeOutput } from './write-output.js';

const FORMATS = { pretty: tracePretty, json: traceJson, markdown: traceMarkdown };

/** Prints the entry points, or what one of them waits for, or what happens when something hangs. */
export async function trace(asked: TraceArguments): Promise<number> {
  const given = withoutFolder(asked);
  if (given.output !== undefined) checkWritable(given.output);
  const { result } = await runWatched({ ...given, timelines: true });
  const { paths = [], shutdowns = [] } = result;
  const shown = given.entryPoint === undefined ? paths : named(paths, given.entryPoint);
  const hang = given.hang === undefined ? undefined : dependencyNamed(result, given.hang);
  const view: TraceView = {
    paths: shown, whole: given.entryPoint !== undefined, hang: hang === undefined ? undefined : only(hang, given.entryPoint === undefined ? undefined : shown),
    shutdowns, findings: result.findings, width: widthOf(given), color: colorOf(given),
  };
  await writeOutput(FORMATS[given.format](view), given.output);
  return 0;
}

// `seamlint trace services/pay` lists the entry points of that folder.
function withoutFolder({ entryPoint, ...rest }: TraceArguments): TraceArguments {
  if (entryPoint === undefined) return rest;
  if (entryPoint === '' || (!entryPoint.includes(' ') && existsSync(resolve(entryPoint)))) return { ...rest, paths: entryPoint === '' ? rest.paths : [entryPoint, ...rest.paths] };
  return { ...rest, entryPoint };
}

function named(paths: readonly RequestPath[], wanted: string): readonly RequestPath[] {
  const namesOf = ({ entryPoint }: RequestPath) => entryPoint.name;
  const exact = paths.filter((path) => namesOf(path) === wanted || path.entryPoint.id === wanted);
  if (exact.length > 0) return exact;
  const text = wanted.toLowerCase();
  const alike = paths.filter((path) => namesOf(path).toLowerCase() === text);
  if (alike.length > 0) return alike;
  const parts = paths.filter((path) => namesOf(path).toLowerCase().includes(text));
  if (parts.length === 1) return parts;
  // Functions of one name are told apart by their files.
  const told = paths.filter(({ entryPoint: { id } }) => id.toLowerCase().includes(text));
  if (parts.length === 0 && told.length === 1) return told;
  const some = parts.slice(0, 5).map((path) => `"${namesOf(path)}"`).join(', ');
  const hint = parts.length > 1 ? ` Several contain it: ${some}${parts.length > 5 ? ' and more' : ''}.` : didYouMean(wanted, paths.map(namesOf));
  throw new UserError(`There is no entry point "${wanted}".${hint}`, '`seamlint trace` lists them all.');
}

function dependencyNamed({ dependencies = [] }: LintResult, wanted: string): Dependency {
  const text = wanted.toLowerCase();
  const placed = ({ name, site }: Dependency) => `${name} (${site.file}:${site.line})`;
  const exact = dependencies.filter((dependency) => dependency.name === wanted || placed(dependency) === wanted);
  const alike = exact.length > 0 ? exact : dependencies.filter((dependency) => placed(dependency).toLowerCase().includes(text));
  const [found] = alike;
  if (found !== undefined && alike.length === 1) return found;
  const choices = (some: readonly Dependency[]) => `${some.slice(0, 20).map((dependency) => `"${placed(dependency)}"`).join(', ')}${some.length > 20 ? ` and ${some.length - 20} more` : ''}`;
  if (found !== undefined) throw new UserError(`Several dependencies are called "${wanted}".`, `Name one of ${choices(alike)}`);
  const names = [...new Set(dependencies.map(({ name }) => name))];
  throw new UserError(`Nothing waits for "${wanted}".${didYouMean(wanted, names)}`, dependencies.length === 0 ? 'No dependency was found.' : `Dependencies: ${choices(dependencies)}`);
}

function only(hang: Dependency, paths: readonly RequestPath[] | undefined): Dependency {
  if (paths === undefined) return hang;
  const ids = new Set(paths.map(({ entryPoint }) => entryPoint.id));
  return { ...hang, entryPoints: hang.entryPoints.filter(({ entryPoint }) => ids.has(entryPoint.id)) };
}

function widthOf({ output }: TraceArguments): number {
  return output === undefined && process.stdout.isTTY === true ? Math.min(Math.max(process.stdout.columns ?? 80, 60), 140) : 80;
}

function colorOf({ output, color, format }: TraceArguments): boolean {
  if (output !== undefined || format !== 'pretty') return false;
  return color ?? (pc.isColorSupported && process.stdout.isTTY === true);
}
