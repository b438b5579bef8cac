import { serviceKinds } from '../../law/index.ts';
import type { Db } from '../../platform/database/tenant.ts';
import type { Figures } from '../../statistics/index.ts';
import { gminasOn, publicStates, selectServiceList, listOrganizations } from '../directory/index.ts';
import { listFindings } from '../needs/index.ts';
import { populationOf, projectionOf, ranges } from '../population/index.ts';
import { isDemonstration } from '../access/index.ts';
import type { Diagnosis } from './db/diagnoses.ts';
import { type Content, keptGap, type KeptFinding, type Performer } from './domain/content.ts';
import { gapOf } from './gap-of.ts';
import { pl } from './pl.ts';

const words = pl.figures;
const ages = ['all', 'children', 'working', 'older', 'oldest'] as const;

/** What the running system says of a diagnosis now: its figures by key, and its tables. */
export interface Taken {
  figures: Figures;
  tables: Pick<Content, 'gaps' | 'findings' | 'performers'>;
}

/** Who performs services of the 14 areas, with the services they perform (art. 21(1)(2)), by area and name. */
async function performersOf(db: Db, centreId: string, gmina: string | null): Promise<Performer[]> {
  const [services, organizations] = await Promise.all([
    selectServiceList(db, centreId, { states: publicStates }),
    listOrganizations(db, centreId),
  ]);
  const typeOf = new Map(organizations.map(({ id, performerType }) => [id, performerType]));
  const found = new Map<string, Performer>();
  for (const one of services) {
    // A card without a gmina is offered in all of them.
    if (gmina !== null && one.gminas.length > 0 && !one.gminas.includes(gmina)) continue;
    const performer = one.organization ?? one.performerWords ?? words.unknownPerformer;
    const key = `${String(one.area)} ${performer}`;
    const kept = found.get(key) ?? {
      area: one.area,
      performer,
      type: one.organizationId ? (typeOf.get(one.organizationId) ?? null) : null,
      services: [],
    };
    found.set(key, { ...kept, services: [...kept.services, one.name] });
  }
  return [...found.values()].toSorted(
    (one, other) =>
      (one.area ?? 99) - (other.area ?? 99) || one.performer.localeCompare(other.performer, 'pl'),
  );
}

/** Takes everything that a diagnosis states from the running system. */
export async function taken(
  db: Db,
  centreId: string,
  { gmina, toYear, fromYear }: Pick<Diagnosis, 'gmina' | 'toYear' | 'fromYear'>,
  today: string,
): Promise<Taken> {
  const all = await gminasOn(db, centreId, today);
  const gminas = gmina === null ? all : all.filter(({ teryt }) => teryt === gmina);
  const demonstration = await isDemonstration(db, centreId);
  const [rows, findings, performers] = await Promise.all([
    gapOf(db, centreId, { gminas, toYear, today, demonstration }),
    listFindings(db, centreId, { state: 'taken', since: `${fromYear - 5}-01-01` }),
    performersOf(db, centreId, gmina),
  ]);
  const people: [string, { name: string; figure: Awaited<ReturnType<typeof populationOf>> }][] = [];
  for (const { teryt, name } of gminas)
    for (const age of ages) {
      const called = gminas.length > 1 ? `${words.ages[age]}, ${name}` : words.ages[age];
      people.push(
        [
          `people.${teryt}.${age}`,
          { name: called, figure: await populationOf(db, centreId, teryt, ranges[age]) },
        ],
        [
          `people.${teryt}.${age}.${toYear}`,
          {
            name: `${called}, ${toYear}`,
            figure: await projectionOf(db, centreId, teryt, ranges[age], toYear),
          },
        ],
      );
    }
  const named = rows.flatMap((row) => {
    const place = gminas.length > 1 ? `, ${row.gminaName}` : '';
    const key = `gap.${row.gmina}.${row.kind}`;
    const name = serviceKinds[row.kind].name;
    return (['demand', 'capacity', 'gap'] as const).map(
      (part) =>
        [`${key}.${part}`, { name: `${name}${place}: ${words.parts[part]}`, figure: row[part] }] as const,
    );
  });
  return {
    figures: Object.fromEntries([...people, ...named]),
    tables: {
      gaps: rows.map(keptGap),
      findings: findings
        .filter((one) => gmina === null || one.gmina === null || one.gmina === gmina)
        .map(
          (one): KeptFinding => ({
            foundOn: one.foundOn,
            kind: one.kind,
            area: one.area,
            group: one.group,
            gminaName: one.gminaName,
            scale: one.scale,
            conclusion: one.conclusion,
            significant: one.significance === 'change',
          }),
        ),
      performers,
    },
  };
}
