import type { z } from 'zod';
import { type Ids, inputOf } from './attack.ts';

/** What may stand in a field that the schema's outline does not describe: tried in this order. */
const candidates: readonly unknown[] = [
  'Powód opisany tak, że ktoś go oceni.',
  '2026-11-16',
  '2026-11-17',
  '2027-04-30',
  '1',
  1,
  '10',
  '2026',
  '10,00',
  '48',
  true,
  'true',
  'tak',
  [],
  {},
  undefined,
  null,
  'a',
  '1234567890',
  '500600700',
  'https://bip.gmina.example/a',
  'ja@gmina.example',
  'abcd-2026-efgh',
  'Długie hasło, którego nikt nie zna 1',
  ['1'],
  [1],
  { name: 'a.txt', content: new Uint8Array([84, 101, 107, 115, 116]) },
  'A'.repeat(32),
  'x'.repeat(43),
  '0199a000-0000-7000-8000-000000000001',
  Array.from({ length: 18 }, () => '1'),
];

type Path = readonly PropertyKey[];

/** A copy of a value with another one at a path; missing places on the way are made. */
function put(value: unknown, [key, ...rest]: Path, instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (at === key ? put(one, rest, instead) : one));
  const record = typeof value === 'object' && value !== null ? value : {};
  return { ...record, [key]: put((record as Record<PropertyKey, unknown>)[key], rest, instead) };
}

const issuesOf = (schema: z.ZodType, input: unknown): readonly z.core.$ZodIssue[] =>
  schema.safeParse(input).error?.issues ?? [];

/** The options of an issue that knows what it would take. */
const offered = (issue: z.core.$ZodIssue): unknown[] => ('values' in issue ? [...issue.values] : []);

/**
 * An input that a schema takes, found by mending what it complains of: a try must get past the schema, or it says nothing
 * of who may. undefined: none was found, and the verb needs one of its own.
 */
export function validInput(schema: z.ZodType, ids: Ids): unknown {
  let input = inputOf(schema, ids);
  for (let round = 0; round < 60; round += 1) {
    const [issue] = issuesOf(schema, input);
    if (!issue) return input;
    const before = issuesOf(schema, input).length;
    const better = [issue.path, issue.path.slice(0, -1)]
      .flatMap((path) => [...offered(issue), ...candidates].map((candidate) => put(input, path, candidate)))
      .find((tried) => issuesOf(schema, tried).length < before);
    if (better === undefined) return undefined;
    input = better;
  }
  return undefined;
}

/** Values of a shape that only their own module knows. */
const known: Readonly<Record<string, string>> = { key: '5|no_service||3006023||' };

const isId = (name: string): boolean => /Ids?$|^(provider|differentFrom|codes)$/.test(name);

/**
 * The same for many ids, found once: an input with a placeholder for every id, and what puts real ones in their places.
 * Values of `ids` whose names are no ids stand at the top of the input.
 */
export function inputTemplate(schema: z.ZodType): (ids: Ids) => unknown {
  const places: [string, string][] = [];
  const holder: Ids = new Proxy<Record<string, string>>(
    {},
    {
      get: (_ids, key) => {
        const name = String(key);
        if (!isId(name)) return known[name];
        const place = `0199a000-0000-7000-8000-${String(places.length + 1).padStart(12, '0')}`;
        places.push([name, place]);
        return place;
      },
    },
  );
  const text = JSON.stringify(validInput(schema, holder));
  return (ids) => {
    const filled = places.reduce(
      (done, [name, place]) => (ids[name] === undefined ? done : done.replaceAll(place, ids[name])),
      text,
    );
    const input = JSON.parse(filled) as Record<string, unknown>;
    const given = Object.entries(ids).filter(([name]) => !isId(name) && name in input);
    return { ...input, ...Object.fromEntries(given) };
  };
}
