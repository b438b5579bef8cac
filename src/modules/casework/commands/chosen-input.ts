import { z } from 'zod';
import {
  choice,
  id,
  optionalDate,
  optionalInteger,
  optionalMoney,
  optionalText,
  tick,
} from '../../../platform/fields.ts';
import { outcomeWords } from '../pl-outcome.ts';

const settled = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.union([z.boolean(), z.enum(['tak', 'nie']).transform((value) => value === 'tak')]).optional(),
);

/** The answers that only a person can give, by the ids of the conditions; what was not settled stays unknown. */
const confirmed = z
  .record(z.string(), settled)
  .default({})
  .transform((answers) =>
    Object.fromEntries(
      Object.entries(answers).filter((entry): entry is [string, boolean] => entry[1] !== undefined),
    ),
  );

/** One row a service wanted: chosen or not, when, how much, and what was settled of its conditions. */
export const serviceRows = z
  .array(
    z.object({
      programmeServiceId: id(),
      chosen: tick(),
      startsOn: optionalDate(),
      endsOn: optionalDate(),
      units: optionalInteger(1, 100_000),
      cost: optionalMoney(),
      confirmed,
      grounds: optionalText(2000),
      reliefId: optionalText(100),
    }),
  )
  .max(40)
  .default([]);

/** What both outcomes of a programme's service ask: the services with their periods, and whether they need coordination. */
export const chosenInput = {
  caseId: id(),
  services: serviceRows,
  coordination: choice(['tak', 'nie'], outcomeWords.plan.coordinationNeeded),
  coordinationReason: optionalText(2000),
};
