import { z } from 'zod';
import { choice, integer, optionalInteger, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { gminasOn, writeStructure } from '../db/inputs.ts';
import { maySet, populationBasis } from '../domain/access.ts';
import { ageGroups } from '../domain/ages.ts';
import { bases } from '../domain/series.ts';
import { judgeShares } from '../domain/shares.ts';
import { pl } from '../pl.ts';

const words = pl.structure;
const most = 3_000_000;

const group = z.preprocess(
  (value) =>
    value === '' || value === undefined || value === null
      ? null
      : typeof value === 'string'
        ? Number(value.replace(/[\s\u00a0%]/g, '').replace(',', '.'))
        : value,
  z.number(words.wrongNumber).min(0, words.wrongNumber).max(most, words.wrongNumber).nullable(),
);

/** Eighteen numbers: fields `people.0` to `people.17` of a form, or a list. */
const groups = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value,
  z.array(group).length(ageGroups.length, words.eighteen),
);

/** Whole people of every group: as typed, or from shares and their total; shares rounded by their source are taken and said. */
function countsOf(
  unit: 'people' | 'percent',
  typed: readonly (number | null)[],
  total: number | undefined,
): { people: number[]; note?: string } | Refusal {
  const numbers = typed.map((one) => one ?? 0);
  if (unit === 'people')
    return numbers.every(Number.isInteger)
      ? { people: numbers }
      : refuse('population.not-whole', words.wrongNumber, { field: 'people' });
  if (total === undefined) return refuse('population.no-total', words.totalNeeded, { field: 'total' });
  const verdict = judgeShares(numbers);
  if (verdict.kind === 'wrong')
    return refuse('population.shares', words.shares(verdict.sum), { field: 'people' });
  const whole = numbers.reduce((sum, one) => sum + one, 0);
  const exact = numbers.map((one) => (one / whole) * total);
  const people = exact.map(Math.floor);
  // The largest remainders round up, so that the groups add up to the total (Hamilton's method).
  const left = total - people.reduce((sum, one) => sum + one, 0);
  const order = exact.map((one, at) => ({ at, rest: one - Math.floor(one) }));
  for (const { at } of order.toSorted((one, other) => other.rest - one.rest).slice(0, left))
    people[at] = (people[at] ?? 0) + 1;
  return {
    people,
    note: verdict.kind === 'rounded' ? words.roundedShares(verdict.sum) : words.exactShares,
  };
}

/** Newer figures of a gmina's population by age than the shipped ones. */
export const setStructure = command({
  name: 'population.set-structure',
  summary: 'Enter the population of a gmina by 18 age groups at the end of a year, with its source and base',
  input: z.object({
    gmina: z.string().regex(/^\d{7}$/, words.gmina),
    year: integer(2000, 2100),
    base: choice(bases, words.chooseBase),
    /** `percent`: the source gives shares; `total` is then how many people they are of. */
    unit: z.enum(['people', 'percent']).default('people'),
    total: optionalInteger(1, most),
    people: groups,
    women: groups.optional(),
    source: text(300, words.sourceNeeded),
  }),
  result: z.object({ gmina: z.string() }),
  basis: populationBasis,
  load: async (tx, _input, { actor, today }) => await gminasOn(tx, actor.centreId, today),
  allow: maySet,
  decide(gminas, input, { today }) {
    if (!gminas.some(({ teryt }) => teryt === input.gmina))
      return refuse('population.other-gmina', words.otherGmina, { field: 'gmina' });
    if (input.year > Number(today.slice(0, 4)))
      return refuse('population.future', words.future, { field: 'year' });
    if (input.year >= 2022 && input.base === 'before2021')
      return refuse('population.wrong-base', words.wrongBase, { field: 'base' });
    const missing = ageGroups.filter((_, at) => input.people[at] === null);
    if (missing.length > 0)
      return refuse('population.incomplete', words.incomplete(missing.join(', ')), { field: 'people' });
    const counted = countsOf(input.unit, input.people, input.total);
    if ('code' in counted) return counted;
    const women = input.women?.every((count) => count === null) ? undefined : input.women;
    const tooMany = women?.findIndex((her, at) => (her ?? 0) > (counted.people[at] ?? most));
    if (tooMany !== undefined && tooMany >= 0)
      return refuse('population.more-women', words.moreWomen(ageGroups[tooMany] ?? ''), { field: 'women' });
    return {
      ...input,
      people: counted.people,
      women,
      source: counted.note ? `${input.source} (${counted.note})` : input.source,
    };
  },
  async save(tx, change, { actor, now }) {
    await writeStructure(
      tx,
      { centreId: actor.centreId, gmina: change.gmina, accountId: actor.accountId, at: now },
      {
        year: change.year,
        base: change.base,
        people: change.people,
        source: change.source,
        ...(change.women ? { women: change.women } : {}),
      },
    );
    return { gmina: change.gmina };
  },
  audit: ({ gmina, year, base, people, source }) => ({ what: { gmina, year, base, people, source } }),
});
