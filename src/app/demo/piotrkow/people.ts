import type { IsoDate } from '../../../law/index.ts';
import { populationState } from '../../../modules/population/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { names } from '../reference.ts';
import { facts } from './facts.ts';
import { plSurvey } from './pl-survey.ts';
import { bands, type Cell, cells } from './truth.ts';

const groupYears = 5;

/** People of an age band out of five-year groups; the youngest band takes two years of five of the group it cuts. */
function ofBand(groups: readonly number[], band: number): number {
  const from = bands[band] ?? 18;
  const to = bands[band + 1];
  return groups.reduce((sum, people, at) => {
    const [first, next] = [at * groupYears, (at + 1) * groupYears];
    const end = to === undefined ? next : Math.min(next, to);
    return sum + (people * Math.max(0, end - Math.max(first, from))) / groupYears;
  }, 0);
}

/** Adults of the city in the order of `cells`, by the newest structure that is known of it. */
export async function adultsOf(db: Db, centreId: string): Promise<number[]> {
  const state = await populationState(db, centreId, facts.gmina.teryt);
  const people = state?.people;
  if (!people) throw new Error('no structure of the population of Piotrków');
  return cells.map(({ sex, age }) => Math.round(ofBand(sex === 'woman' ? people.women : people.men, age)));
}

const oldestYears = 22;

/** Years of somebody of a band: spread evenly, the last band over so many years. */
const yearsOf = (age: number, at: number): number => {
  const from = bands[age] ?? 18;
  const to = bands[age + 1] ?? from + oldestYears;
  return from + (at % (to - from));
};

/** Where somebody of the register lives: streets that no town has, so that nobody's door is named. */
const addressOf = (cell: number, at: number): string => `${plSurvey.street} ${cell + 1}/${at + 1}`;

/** The cell of somebody by the address on their letter. */
export function cellAt(address: string): Cell | undefined {
  const [, no] = /(\d+)\/\d+$/.exec(address) ?? [];
  return cells[Number(no) - 1];
}

/** One row of the register stands for so many adults: the whole city would take a second of every first start. */
export const adultsPerRow = 4;

/** The register file the sample is drawn from: adults in the city's own shares of sex and age, with made-up names. */
export function registerFile(people: readonly number[], today: IsoDate): Buffer {
  const year = Number(today.slice(0, 4));
  const rows = cells.flatMap(({ sex, age }, cell) => {
    const first = sex === 'woman' ? names.first.female.values : names.first.male.values;
    const last = sex === 'woman' ? names.surname.female.values : names.surname.male.values;
    return Array.from({ length: Math.round((people[cell] ?? 0) / adultsPerRow) }, (_, at) =>
      [
        `${first[at % first.length]} ${last[(at * 7 + cell) % last.length]}`,
        addressOf(cell, at),
        facts.gmina.name,
        sex === 'woman' ? plSurvey.woman : plSurvey.man,
        year - yearsOf(age, at),
      ].join(';'),
    );
  });
  return Buffer.from([plSurvey.registerHead, ...rows].join('\n'), 'utf8');
}
