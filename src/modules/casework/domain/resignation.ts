import { dateWords, roundedShare } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { outcomeWords } from '../pl-outcome.ts';

/** A place that a person was given without a plan, as far as a resignation asks of it; money in grosze. */
export interface GivenPlace {
  programmeServiceId: string;
  serviceName: string;
  startsOn: string | null;
  endsOn: string | null;
  qualifiedOn: string;
  /** Units granted, in the unit of the programme. */
  units: number | null;
  grosze: number;
}

/** A place with what was given of it until the last day. */
export type UsedPlace<P extends GivenPlace = GivenPlace> = P & { given: number };

const words = outcomeWords.resign;
const basis = 'art. 44 ustawy o CUS';
const toGrosz = { mode: 'halfUp', unit: 1 } as const;

/** Whether anything of the place can have been given by that day. */
export const begunBy = (place: Pick<GivenPlace, 'startsOn'>, on: string): boolean =>
  place.startsOn === null || place.startsOn <= on;

/**
 * What was given of every service until the day of a resignation (art. 44), or why it cannot be told. A service that has
 * begun must be answered for; one that has not was not given at all.
 */
export function usedUntil<P extends GivenPlace>(
  places: readonly P[],
  delivered: readonly { programmeServiceId: string; units: number }[],
  on: { resignedOn: string; today: string },
): readonly UsedPlace<P>[] | Refusal {
  const { resignedOn, today } = on;
  const field = 'resignedOn';
  if (resignedOn > today) return refuse('casework.future-date', words.future, { field, basis });
  const first = places.map((place) => place.qualifiedOn).sort()[0];
  if (first !== undefined && resignedOn < first)
    return refuse('casework.resigned-before', words.tooEarly(dateWords(first)), { field, basis });
  const used: UsedPlace<P>[] = [];
  for (const place of places) {
    const row = delivered.findIndex((one) => one.programmeServiceId === place.programmeServiceId);
    const given = delivered[row]?.units;
    if (given === undefined && begunBy(place, resignedOn))
      return refuse('casework.delivered-unknown', words.unknown(place.serviceName), {
        field: `delivered.${places.indexOf(place)}.units`,
        basis,
      });
    used.push({ ...place, given: begunBy(place, resignedOn) ? (given ?? 0) : 0 });
  }
  return used;
}

/** The money of the programme that stays spent on a place: the part that was given, never more than was committed. */
export const spentOn = ({ grosze, units, given }: UsedPlace): number =>
  units === null || units < 1 ? grosze : roundedShare([grosze, Math.min(given, units)], [units], toGrosz);
