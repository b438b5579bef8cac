import { type Column } from '../../src/statistics/index.ts';

/** Ten needs in sixteen places: 160 estimates. */
export const needs = 10;
const categories = { sex: 2, age: 6, education: 4, place: 16 };
type MarginName = keyof typeof categories;
export const marginNames: readonly MarginName[] = ['sex', 'age', 'education', 'place'];

export interface MadeSurvey {
  count: number;
  columns: Record<MarginName, Column>;
  needs: readonly Column[];
  /** People of each category; ten for each answer. */
  counts: Record<MarginName, readonly number[]>;
}

/** Park & Miller (1988), the generator of the tests. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Shares of the population, different from those who answer. */
const sharesOf = (name: MarginName): number[] => {
  const raw = Array.from({ length: categories[name] }, (_, at) => 3 + ((at * 7) % 5));
  const sum = raw.reduce((all, one) => all + one, 0);
  return raw.map((one) => one / sum);
};

/** Answers of a survey to which women, the old and the near answer more often, and needs that follow age and place. */
export function madeSurvey(count: number): MadeSurvey {
  const next = generator(count);
  const codes = (): Uint8Array => new Uint8Array(count);
  const made = { sex: codes(), age: codes(), education: codes(), place: codes() };
  const answered = Array.from({ length: needs }, codes);
  for (let row = 0; row < count; row++) {
    const [sex, age] = [next() < 0.35 ? 0 : 1, Math.floor(Math.sqrt(next()) * 6)];
    const place = Math.floor(next() ** 1.5 * 16);
    made.sex[row] = sex;
    made.age[row] = age;
    made.education[row] = Math.floor(next() * 4);
    made.place[row] = place;
    for (const [need, column] of answered.entries())
      column[row] = next() < 0.05 + 0.03 * need + 0.04 * age + 0.01 * place + 0.05 * sex ? 1 : 0;
  }
  const columnOf = (name: MarginName): Column => ({ codes: made[name], categories: categories[name] });
  const countsOf = (name: MarginName): number[] => sharesOf(name).map((share) => share * count * 10);
  return {
    count,
    columns: {
      sex: columnOf('sex'),
      age: columnOf('age'),
      education: columnOf('education'),
      place: columnOf('place'),
    },
    needs: answered.map((codes) => ({ codes, categories: 2 })),
    counts: {
      sex: countsOf('sex'),
      age: countsOf('age'),
      education: countsOf('education'),
      place: countsOf('place'),
    },
  };
}

/** The answers as a file that any peer reads: codes of the margins, then the needs. */
export function asCsv({ count, columns, needs: answered }: MadeSurvey): string {
  const lines = [[...marginNames, ...answered.map((_, need) => `need${need}`)].join()];
  for (let row = 0; row < count; row++) {
    const cells = marginNames.map((name) => columns[name].codes[row]);
    lines.push([...cells, ...answered.map(({ codes }) => codes[row])].join());
  }
  return `${lines.join('\n')}\n`;
}
