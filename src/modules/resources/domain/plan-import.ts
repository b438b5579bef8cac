import { z } from 'zod';
import { type Doubt, doubtKeys, doubtsOf } from './doubts.ts';
import { hasSnapshots, type ReadRow, type RegisterKey } from './pl-registers.ts';
import { kindKeys, type Resource } from './resource.ts';

export const verdicts = ['added', 'changed', 'same', 'sum', 'older', 'outside', 'refused'] as const;
export type Verdict = (typeof verdicts)[number];

export const refusals = ['name', 'kind', 'place', 'as_of', 'no_home'] as const;

const maybe = z.number().nullable();

/** What a row will be when it is taken over. */
export const incomingSchema = z.object({
  name: z.string(),
  operator: z.string().nullable(),
  kind: z.enum(kindKeys),
  profile: z.string().nullable(),
  gmina: z.string().nullable(),
  powiat: z.string(),
  locality: z.string().nullable().default(null),
  institutional: z.boolean().nullable(),
  places: maybe,
  occupied: maybe,
  waiting: maybe,
  free: maybe,
  staff: maybe,
  costMonthGrosze: maybe,
  costAsOf: z.string().nullable(),
  costAbout: z.boolean(),
  source: z.string(),
  asOf: z.string(),
  doubts: z.array(z.enum(doubtKeys)),
  key: z.string(),
});

export type Incoming = z.infer<typeof incomingSchema>;

export const plannedSchema = z.object({
  line: z.number(),
  name: z.string(),
  verdict: z.enum(verdicts),
  refusal: z.enum(refusals).nullable(),
  doubts: z.array(z.enum(doubtKeys)),
  /** Cells that are no numbers, as they stand. */
  unreadable: z.array(z.string()),
  /** The code of the file where the gmina has another one today (the seventh digit changes when a village becomes a town). */
  oldCode: z.string().nullable().default(null),
  /** Names of what changes. */
  changes: z.array(z.string()),
  /** The resource that changes; null: a new one. */
  id: z.string().nullable(),
  incoming: incomingSchema.nullable(),
});

export type Planned = z.infer<typeof plannedSchema>;

export type Placed = { powiat: string; gmina: string | null };

export type Around = {
  /** Resources of the centre, closed ones too. */
  standing: readonly (Resource & { registerKey: string | null })[];
  /** The powiats of the centre's gminas; without them every row is taken. */
  powiats: readonly string[] | undefined;
  placeOf(place: ReadRow['place']): Placed | undefined;
};

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A gmina is its first six digits: a file with codes of 2020 and one of 2026 tell of the same place. */
const gminaOf = (teryt: string | undefined): string | undefined =>
  teryt?.length === 7 ? teryt.slice(0, 6) : teryt;

/** What makes a row of a register the same resource at the next import: its place, its name and for whom it is. */
export const rowKey = ({
  name,
  profile,
  kind,
  place,
}: Pick<ReadRow, 'name' | 'profile' | 'kind' | 'place'>): string =>
  [
    kind ?? '',
    flat([gminaOf(place.teryt), place.powiat, place.gmina].filter(Boolean).join(' ')),
    // Of foster care the name is the powiat's and the profile holds a number that changes every year.
    ...(kind === 'fosterFamily' ? [] : [flat(name), flat(profile ?? '')]),
  ]
    .join('|')
    .slice(0, 480);

/** Keys of the rows in their order: two of one name on one day are two places, told apart by a number. */
function keysOf(rows: readonly ReadRow[]): string[] {
  const times = new Map<string, number>();
  return rows.map((row) => {
    const key = rowKey(row);
    const at = `${row.sum}|${row.asOf}|${key}`;
    const time = (times.get(at) ?? 0) + 1;
    times.set(at, time);
    return time === 1 ? key : `${key}#${time}`;
  });
}

const compared = [
  'operator',
  'profile',
  'gmina',
  'locality',
  'institutional',
  'places',
  'occupied',
  'waiting',
  'free',
  'staff',
  'costMonthGrosze',
  'asOf',
] as const;

const standingValue = (resource: Resource, field: (typeof compared)[number]): unknown =>
  field === 'institutional' ? resource.institutionalSaid : resource[field];

/** What a row would change; a fact that the file does not give does not erase the one we have. */
function changesOf(incoming: Incoming, resource: Resource): string[] {
  return compared.filter((field) => {
    const value = incoming[field];
    return value !== null && value !== standingValue(resource, field);
  });
}

const doubtsOfRow = (row: ReadRow): Doubt[] => doubtsOf({ ...row, unreadable: row.unreadable.length > 0 });

const postal = (text: string): string | undefined =>
  /\d{2}\s*-\s*\d{3}/.exec(text)?.[0].replaceAll(/\s/g, '');

type Refusal = (typeof refusals)[number];

function incomingOf(row: ReadRow, key: string, around: Around): Incoming | Refusal {
  if (row.name === '') return 'name';
  if (row.kind === undefined) return 'kind';
  if (row.asOf === undefined) return 'as_of';
  const place = around.placeOf(row.place);
  if (!place) return 'place';
  return {
    name: row.name,
    operator: row.operator,
    kind: row.kind,
    profile: row.profile,
    ...place,
    locality: row.locality,
    institutional: row.institutional,
    places: row.places,
    occupied: row.occupied,
    waiting: row.waiting,
    free: row.free,
    staff: row.staff,
    costMonthGrosze: row.cost,
    costAsOf: row.costAsOf,
    costAbout: row.costAbout,
    source: row.source,
    asOf: row.asOf,
    doubts: doubtsOfRow(row),
    key,
  };
}

/** A row of costs changes every home of its powiat and postal code; none found: it says so. */
function planCost(row: ReadRow, base: Planned, incoming: Incoming, around: Around): Planned[] {
  const code = postal(row.name);
  const homes = around.standing.filter(
    (one) =>
      one.kind === incoming.kind &&
      one.powiat === incoming.powiat &&
      code !== undefined &&
      postal(one.name) === code,
  );
  if (homes.length === 0) return [{ ...base, verdict: 'refused', refusal: 'no_home' }];
  return homes.map((one): Planned => {
    const same = one.costMonthGrosze === incoming.costMonthGrosze && one.costAsOf === incoming.costAsOf;
    return {
      ...base,
      name: one.name,
      verdict: same || incoming.costMonthGrosze === null ? 'same' : 'changed',
      changes: same || incoming.costMonthGrosze === null ? [] : ['costMonthGrosze'],
      id: one.id,
      incoming: {
        ...incoming,
        name: one.name,
        operator: null,
        profile: null,
        gmina: null,
        locality: null,
        asOf: one.asOf,
        key: one.registerKey ?? incoming.key,
        source: one.source.includes(incoming.source)
          ? one.source
          : `${one.source}; ${incoming.source}`.slice(0, 1200),
        doubts: [...new Set([...one.doubts, ...incoming.doubts])],
      },
    };
  });
}

function oldCodeOf({ place }: ReadRow, around: Around): string | null {
  const gmina = around.placeOf(place)?.gmina;
  return gmina && place.teryt?.length === 7 && place.teryt !== gmina ? place.teryt : null;
}

function planRow(row: ReadRow, key: string, register: RegisterKey, around: Around): Planned[] {
  const base: Planned = {
    line: row.line,
    name: row.name,
    verdict: 'added',
    refusal: null,
    doubts: doubtsOfRow(row),
    unreadable: row.unreadable,
    oldCode: oldCodeOf(row, around),
    changes: [],
    id: null,
    incoming: null,
  };
  if (row.sum) return [{ ...base, verdict: 'sum' }];
  const incoming = incomingOf(row, key, around);
  if (typeof incoming === 'string') return [{ ...base, verdict: 'refused', refusal: incoming }];
  if (around.powiats && !around.powiats.includes(incoming.powiat)) return [{ ...base, verdict: 'outside' }];
  if (row.costsOnly) return planCost(row, base, incoming, around);
  const standing = around.standing.find(
    (one) => one.register === register && one.registerKey === incoming.key,
  );
  if (!standing) return [{ ...base, incoming }];
  if (incoming.asOf < standing.asOf) return [{ ...base, verdict: 'older', id: standing.id }];
  const changes = changesOf(incoming, standing);
  return [
    {
      ...base,
      verdict: changes.length > 0 ? 'changed' : 'same',
      changes,
      id: standing.id,
      incoming,
    },
  ];
}

/** Plans what a file would do, row by row; of several states of one home only the newest is taken. */
export function planImport(rows: readonly ReadRow[], register: RegisterKey, around: Around): Planned[] {
  const keys = keysOf(rows);
  const newest = new Map<string, string>();
  for (const [at, row] of rows.entries()) {
    const key = keys[at] ?? '';
    if (!row.sum && row.asOf !== undefined && row.asOf > (newest.get(key) ?? '')) newest.set(key, row.asOf);
  }
  const last = [...newest.values()].toSorted().at(-1);
  return rows.flatMap((row, at) => {
    const key = keys[at] ?? '';
    const current = hasSnapshots(register) ? last : newest.get(key);
    const [first, ...more] = planRow(row, key, register, around);
    if (!first) return [];
    const takes = first.verdict === 'added' || first.verdict === 'changed' || first.verdict === 'same';
    return takes && !row.costsOnly && row.asOf !== current
      ? [{ ...first, verdict: 'older' as const, incoming: null }]
      : [first, ...more];
  });
}

/** How many rows of each verdict, and how many are flagged. */
export const countsOf = (planned: readonly Planned[]): Record<Verdict | 'flagged', number> => {
  const counts = { added: 0, changed: 0, same: 0, sum: 0, older: 0, outside: 0, refused: 0, flagged: 0 };
  for (const row of planned) {
    counts[row.verdict] += 1;
    if (
      row.doubts.length > 0 &&
      row.verdict !== 'sum' &&
      row.verdict !== 'outside' &&
      row.verdict !== 'older'
    )
      counts.flagged += 1;
  }
  return counts;
};
