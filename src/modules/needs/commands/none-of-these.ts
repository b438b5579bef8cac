import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { choice, list } from '../../../platform/fields.ts';
import { countedOn, type CountedNeed, countUnmetNeeds } from '../db/ledger.ts';
import { gminasOf } from '../db/counts.ts';
import { localitiesOf } from '../localities.ts';
import {
  areaField,
  gminaPattern,
  groupKeys,
  ledgerBasis,
  onlyGmina,
  residentReasons,
} from '../domain/unmet-need.ts';

// Of one centre in one day; more than that is a flood and tells nothing.
const mostADay = 500;

const orNothing = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** "None of these services": a resident says that nothing fits, and why. Nothing is asked that leads to them. */
export const noneOfThese = command({
  name: 'needs.none-of-these',
  summary: 'Say that none of the services shown fits, so that the need is counted; nothing personal is asked',
  input: z.object({
    areas: list(areaField(), 5),
    group: orNothing(z.enum(groupKeys)),
    gmina: orNothing(z.string().regex(gminaPattern)),
    locality: orNothing(z.string().max(80)),
    reason: z.preprocess((value) => value || 'no_service', choice(residentReasons)),
  }),
  result: z.object({ noted: z.literal(true) }),
  basis: ledgerBasis,
  async load(tx, input, { actor, today }) {
    const [already, gminas, known] = await Promise.all([
      countedOn(tx, actor.centreId, 'none_of_these', today),
      gminasOf(tx, actor.centreId, today),
      localitiesOf(input.gmina),
    ]);
    return { already, gminas: gminas.map(({ teryt }) => teryt), only: onlyGmina(gminas), known };
  },
  allow: { visitor: always, resident: always },
  decide({ already, gminas, only, known }, input, { today }): CountedNeed[] {
    if (already >= mostADay) return [];
    const named = gminas.includes(input.gmina ?? '') ? (input.gmina ?? null) : null;
    // Who names a gmina that the centre does not serve lives elsewhere.
    const gmina = input.gmina === undefined ? only : named;
    const need = {
      on: today,
      source: 'none_of_these' as const,
      reason: input.reason,
      group: input.group ?? null,
      gmina,
      // Only a locality that we offered to choose: whatever else was sent could be anything.
      locality: gmina && input.locality && known.includes(input.locality) ? input.locality : null,
      serviceId: null,
      terms: [],
      times: 1,
    };
    const areas: (number | null)[] = input.areas.length > 0 ? [...new Set(input.areas)] : [null];
    return areas.map((area) => ({ ...need, area }));
  },
  async save(tx, needs, { actor }) {
    await countUnmetNeeds(tx, actor.centreId, needs);
    return { noted: true as const };
  },
  // The audit knows the minute: it must not know the need.
  audit: () => ({ what: {} }),
});
