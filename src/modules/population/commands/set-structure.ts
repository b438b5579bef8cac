import { z } from 'zod';
import { choice, integer, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { gminasOn, writeStructure } from '../db/inputs.ts';
import { maySet, populationBasis } from '../domain/access.ts';
import { ageGroups } from '../domain/ages.ts';
import { bases } from '../domain/series.ts';
import { pl } from '../pl.ts';

const words = pl.structure;
const most = 3_000_000;

const group = z.preprocess(
  (value) =>
    value === '' || value === undefined || value === null
      ? null
      : typeof value === 'string'
        ? Number(value.replace(/[\s\u00a0]/g, ''))
        : value,
  z
    .number(words.wrongNumber)
    .int(words.wrongNumber)
    .min(0, words.wrongNumber)
    .max(most, words.wrongNumber)
    .nullable(),
);

/** Eighteen numbers: fields `people.0` to `people.17` of a form, or a list. */
const groups = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value,
  z.array(group).length(ageGroups.length, words.eighteen),
);

/** Newer figures of a gmina's population by age than the shipped ones. */
export const setStructure = command({
  name: 'population.set-structure',
  summary: 'Enter the population of a gmina by 18 age groups at the end of a year, with its source and base',
  input: z.object({
    gmina: z.string().regex(/^\d{7}$/, words.gmina),
    year: integer(2000, 2100),
    base: choice(bases, words.chooseBase),
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
    const women = input.women?.every((count) => count === null) ? undefined : input.women;
    const tooMany = women?.findIndex((her, at) => (her ?? 0) > (input.people[at] ?? most));
    if (tooMany !== undefined && tooMany >= 0)
      return refuse('population.more-women', words.moreWomen(ageGroups[tooMany] ?? ''), { field: 'women' });
    return { ...input, women };
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
