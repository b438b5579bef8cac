import assert from 'node:assert/strict';
import { mineToday } from '../../src/modules/agenda/index.ts';
import { openNumbers, searchPeople } from '../../src/modules/people/index.ts';
import { cite, deadline } from '../../src/law/index.ts';
import type { OpenDatabase } from '../../src/app/database.ts';
import { newId } from '../../src/platform/ids.ts';
import { serveDemonstration, type Served } from '../demonstration.ts';
import { insertRows, type Worker } from '../house.ts';
import { interleave, type Side } from '../interleave.ts';
import { atMost, type Figure, median, milliseconds, quantile, say } from '../report.ts';
import { answerOf } from '../stage.ts';

const small = 300;
const large = 100_000;
const rounds = 5;

/** Clocks that the measured worker has in a centre of any size: what one person can carry. */
const own = 40;

/** The demonstration grows its cases, clocks and coordinators with its people; the measured worker's load stays the same. */
async function giveClocks(
  { owner }: OpenDatabase,
  centreId: string,
  workers: readonly Worker[],
): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'select id from case_file where centre_id = $1 order by id limit $2',
    [centreId, own],
  );
  await insertRows(
    owner,
    'deadline',
    Array.from({ length: own }, (_, index) => {
      const day = new Date(Date.now() - index * 86_400_000).toISOString().slice(0, 10);
      const clock = deadline('planReady', day);
      return {
        centre_id: centreId,
        id: newId(),
        kind: clock.kind,
        title: 'Maria Kowalska, opracowanie planu',
        case_id: rows[index % rows.length]?.id,
        owner_id: workers[0]?.id,
        starts_on: clock.eventOn,
        due_on: clock.dueOn,
        amber_on: clock.amberOn,
        red_on: clock.redOn,
        basis: clock.basis.map((one) => cite(one)),
        steps: clock.steps,
        state: 'running',
      };
    }),
  );
}

interface Person {
  id: string;
  given: string;
  family: string;
  pesel: string | null;
  phone: string | null;
  street: string | null;
  house: string | null;
}

type Sealed = Parameters<typeof openNumbers>[2];

/** The same number of people of each house, drawn by their identifier. */
async function somePeople({ database, centre, vault }: Served, count: number): Promise<Person[]> {
  const { rows } = await database.owner.query<Omit<Person, 'pesel'> & Sealed>(
    `select id, given_name as given, family_name as family, pesel_sealed, other_id_sealed, phone, street, house_number as house from person
     where centre_id = $1 and not shielded and length(family_name) > 5 order by md5(id::text) limit $2`,
    [centre.id, count],
  );
  return rows.map((row) => ({
    ...row,
    pesel: openNumbers({ centreId: centre.id, vault }, row.id, row).pesel,
  }));
}

/** One typing error, a different kind from person to person: two letters swapped, one left out, one doubled, one wrong. */
function mistyped(word: string, index: number): string {
  const at = 1 + (index % (word.length - 3));
  const letters = Array.from(word);
  const [first = '', second = ''] = letters.slice(at, at + 2);
  const wrong = [[second, first], [second], [first, first, second], ['ź', second]][index % 4] ?? [];
  return [...letters.slice(0, at), ...wrong, ...letters.slice(at + 2)].join('');
}

/** Searches as workers type them, by kind. */
const searches: Record<string, (person: Person, index: number) => string | null> = {
  surname: ({ family }) => family,
  'name and surname': ({ given, family }) => `${given} ${family}`,
  'with a typing error': ({ given, family }, index) => `${given} ${mistyped(family, index)}`,
  PESEL: ({ pesel }) => pesel,
  phone: ({ phone }) => phone,
};

/** Median time of one request in milliseconds, one after the other; all must succeed. */
async function timeOf({ server, workers }: Served, paths: readonly string[]): Promise<number> {
  const cookie = workers[0]?.cookie ?? '';
  const times: number[] = [];
  for (const path of paths) {
    const began = performance.now();
    await answerOf(`${server.url}${path}`, cookie);
    times.push(performance.now() - began);
  }
  return median(times);
}

const repeat = (path: string, times: number): string[] => Array.from({ length: times }, () => path);

async function compare(
  measured: string,
  served: readonly Served[],
  pathsOf: (one: Served) => Promise<string[]>,
): Promise<Figure> {
  const [few, many] = served;
  if (!few || !many) throw new Error('two houses are compared');
  say(` ${measured}`);
  const side = async (one: Served): Promise<Side> => {
    const paths = await pathsOf(one);
    return { name: `${one.size}`, measure: async () => await timeOf(one, paths) };
  };
  const compared = await interleave(await side(many), await side(few), rounds, ' ms');
  return {
    part: 'scale',
    measured,
    ours: `${milliseconds(compared.ours)} at ${many.size} people (${many.centre.people} in the centre)`,
    beside: `${milliseconds(compared.beside)} at ${few.size} (${few.centre.people})`,
    ratio: compared.ratio,
    target: atMost(2, compared.ratio),
  };
}

const searchPath = (q: string): string => `/api/queries/${searchPeople.name}?q=${encodeURIComponent(q)}`;

async function searchPaths(one: Served, path: (q: string) => string): Promise<string[]> {
  const people = await somePeople(one, 40);
  return people.flatMap((person, index) =>
    Object.values(searches).flatMap((search) => {
      const q = search(person, index);
      return q === null ? [] : [path(q)];
    }),
  );
}

/** How often the person who is looked for is among those shown, by kind of search; and how long the slowest take. */
async function recall(one: Served): Promise<Figure[]> {
  const people = await somePeople(one, 200);
  const cookie = one.workers[0]?.cookie ?? '';
  const kinds: typeof searches = {
    ...searches,
    'with a typing error, and street': ({ given, family, street, house }, index) =>
      street && house ? `${given} ${mistyped(family, index)} ${street} ${house}` : null,
    'without diacritics': ({ given, family }) =>
      `${given} ${family}`.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD').replace(/\p{M}/gu, ''),
  };
  const figures: Figure[] = [];
  for (const [kind, search] of Object.entries(kinds)) {
    const times: number[] = [];
    let sought = 0;
    let found = 0;
    for (const [index, person] of people.entries()) {
      const q = search(person, index);
      if (q === null) continue;
      const began = performance.now();
      const answer = JSON.parse(await answerOf(`${one.server.url}${searchPath(q)}`, cookie)) as {
        people: { personId: string }[];
      };
      times.push(performance.now() - began);
      sought += 1;
      if (answer.people.some(({ personId }) => personId === person.id)) found += 1;
    }
    assert.ok(sought > 0, `nobody to look for: ${kind}`);
    figures.push({
      part: 'scale',
      measured: `search ${kind}, ${one.centre.people} people: found among the first 20`,
      ours: `${((found / sought) * 100).toFixed(0)} % of ${sought}`,
      beside: `p50 ${milliseconds(median(times))}, p95 ${milliseconds(quantile(times, 0.95))}`,
    });
  }
  return figures;
}

/** "Mine today" and the search of people in a small and in a large demonstration. */
export async function scalePart(): Promise<Figure[]> {
  const served: Served[] = [];
  try {
    for (const size of [small, large]) {
      say(`  loading ${size} people`);
      served.push(await serveDemonstration(size, 1, giveClocks));
    }
    const figures = [
      await compare(
        'mine today, JSON',
        served,
        async () => await Promise.resolve(repeat(`/api/queries/${mineToday.name}`, 100)),
      ),
      await compare('mine today, page', served, async () => await Promise.resolve(repeat('/praca', 100))),
      await compare('search of people, JSON', served, async (one) => await searchPaths(one, searchPath)),
      await compare(
        'search of people, page',
        served,
        async (one) => await searchPaths(one, (q) => `/praca/osoby?q=${encodeURIComponent(q)}`),
      ),
    ];
    for (const one of served) figures.push(...(await recall(one)));
    return figures;
  } finally {
    for (const one of served) await one.close();
  }
}
