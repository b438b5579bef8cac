import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/root.ts';

/** What a person may type into any field and should not. */
const garbage: readonly unknown[] = [
  '',
  'x',
  '12',
  '31.02.2026',
  '1.1.1700',
  '44051401358',
  '0000',
  '99999999999999',
  'x'.repeat(20_001),
  undefined,
];

interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  in?: Schema;
  out?: Schema;
  options?: readonly Schema[];
}

interface Schema {
  def: Definition;
}

/** A value of the shape of a schema with the same garbage in every leaf. */
function filled(schema: Schema, value: unknown): unknown {
  const { type, shape, element, innerType, in: from, out, options } = schema.def;
  if (type === 'object' && shape)
    return Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, filled(part, value)]));
  if (type === 'array' && element) return [filled(element, value)];
  if (innerType) return filled(innerType, value);
  // A preprocessing step: what is typed is what its schema takes.
  if (type === 'pipe' && from && out) return filled(from.def.type === 'transform' ? out : from, value);
  if (type === 'union' && options?.[0]) return filled(options[0], value);
  return value;
}

interface Parsed {
  success: boolean;
  error?: { issues: readonly { message: string; code: string; path: readonly PropertyKey[] }[] };
}

/** Every error that a schema gives to what people type: its own sentences, and those of its rules. */
export function errorsOf(schema: { safeParse(input: unknown): Parsed }): string[] {
  const tree = schema as unknown as Schema;
  const issues = garbage.flatMap((value) => schema.safeParse(filled(tree, value)).error?.issues ?? []);
  return [...new Set(issues.map(({ message }) => message))];
}

const read = (file: string): string => readFileSync(file, 'utf8');

/** The files a source is made of, within its module and without its words. */
function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of read(file).matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
    const target = path.resolve(path.dirname(file), from);
    const inside = /\/(domain|commands|db)\/[^/]+\.ts$/.test(target);
    if (inside && moduleOf(target) === moduleOf(file)) reachable(target, seen);
  }
  return seen;
}

const moduleOf = (file: string): string | undefined => /src\/modules\/([^/]+)\//.exec(file)?.[1];

const step = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;

const resolved = (root: unknown, keys: readonly string[]): unknown => keys.reduce(step, root);

/** Stands for whatever a function of words is given: a number, a name, a list, an object. */
export const anything: unknown = new Proxy((): unknown => anything, {
  get: (_of, key) => (key === Symbol.toPrimitive ? () => '7' : anything),
  apply: () => anything,
});

/** The sentences that a words value makes, with something in every place that changes; of a table all its rows. */
function sentencesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return sentencesOf((value as (...given: unknown[]) => unknown)(anything, anything, anything));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : [];
}

async function namesOf(file: string): Promise<Map<string, unknown>> {
  const text = read(file);
  const names = new Map<string, unknown>();
  for (const [, list = '', from = ''] of text.matchAll(
    /import \{([^}]*)\} from '(\.{1,2}\/[^']*\/?pl[^/']*\.ts)'/g,
  )) {
    const words: Record<string, unknown> = await import(path.resolve(path.dirname(file), from));
    for (const name of list.split(',').map((one) => one.trim().replace(/^type /, ''))) {
      const [exported = '', local = exported] = name.split(' as ');
      if (exported) names.set(local, words[exported]);
    }
  }
  for (const [, name = '', root = '', rest = ''] of text.matchAll(/^\s*const (\w+) = (\w+)((?:\.\w+)+);/gm))
    if (names.has(root)) names.set(name, resolved(names.get(root), rest.split('.').slice(1)));
  for (const [, list = '', root = '', rest = ''] of text.matchAll(
    /^\s*const \{([^}]*)\} = (\w+)((?:\.\w+)*);/gm,
  ))
    if (names.has(root))
      for (const name of list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)) {
        const [key = '', local = key] = name.split(': ');
        names.set(local, resolved(names.get(root), [...rest.split('.').slice(1), key]));
      }
  return names;
}

/** Every sentence with which the code of a command can refuse, by the place in the source that says it. */
export async function refusalsOf(command: string): Promise<{ at: string; sentences: string[] }[]> {
  const [module = ''] = command.split('.');
  const folder = path.join(projectRoot, 'src/modules', module, 'commands');
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name))
    .find((name) => read(name).includes(`'${command}'`));
  if (!file) return [];
  const found: { at: string; sentences: string[] }[] = [];
  for (const source of reachable(file)) {
    const names = await namesOf(source);
    for (const [, said = ''] of read(source).matchAll(/\brefuse\(\s*(?:'[^']*'|`[^`]*`),\s*([\w.]+)/g)) {
      const [root = '', ...keys] = said.split('.');
      if (names.has(root))
        found.push({
          at: `${path.relative(projectRoot, source)}: ${said}`,
          sentences: sentencesOf(resolved(names.get(root), keys)),
        });
    }
  }
  return found;
}
