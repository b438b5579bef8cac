import { z } from 'zod';
import { id, integer, rows } from '../../../platform/fields.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { planWords } from '../pl.ts';
import type { Line } from './plan.ts';

/** How much of each service was given until the last day, in its own unit. */
export const deliveredInput = rows(
  z.object({ originId: id(), units: integer(0, 100_000, planWords.fields.delivered) }),
);

/** A service with what was given of it. */
export interface Settled {
  line: Line;
  units: number;
}

/**
 * What was given of every service until a day. A service that has begun must be answered for; one that has not was not
 * given at all. The fee and the money of the programme follow from this (art. 44).
 */
export function settle(
  lines: readonly Line[],
  delivered: readonly { originId: string; units: number }[],
  on: string,
): readonly Settled[] | Refusal {
  const settled: Settled[] = [];
  for (const line of lines) {
    const row = delivered.findIndex((one) => one.originId === line.originId);
    const units = delivered[row]?.units;
    if (units === undefined && line.startsOn <= on)
      return refuse('plans.delivered-unknown', planWords.refusals.delivered(line.serviceName), {
        field: `delivered.${lines.indexOf(line)}.units`,
        basis: 'art. 44 ustawy o CUS',
      });
    settled.push({ line, units: units ?? 0 });
  }
  return settled;
}
