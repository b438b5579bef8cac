import { checkPlanPeriod, latestPlanEnd } from '../../../law/index.ts';
import type { Line } from './plan.ts';

/** A place that was reserved for the person when the plan was found to be needed. */
export interface ReservedPlace {
  programmeServiceId: string;
  state: string;
  startsOn: string | null;
  endsOn: string | null;
  units: number | null;
  /** Money committed for it, in grosze. */
  grosze: number;
}

/** A service as its programme offers it. */
export interface OfferedUnit {
  id: string;
  unit: string;
  unitPriceGrosze: number | null;
}

export type FirstLine = Omit<
  Line,
  'id' | 'originId' | 'serviceId' | 'programmeName' | 'serviceName' | 'organizationName' | 'contractNumber'
>;

/**
 * The services that a plan begins with: one for every reserved place whose period and quantity are known. What a place
 * does not say (performer, where, when in the week, result) the coordinator fills in; no fee is guessed.
 */
export function linesOfPlaces(places: readonly ReservedPlace[], offers: readonly OfferedUnit[]): FirstLine[] {
  return places.flatMap((place) => {
    const offer = offers.find((one) => one.id === place.programmeServiceId);
    if (place.state === 'released' || !offer || !place.startsOn || !place.endsOn || !place.units) return [];
    return [
      {
        programmeServiceId: place.programmeServiceId,
        organizationId: null,
        contractId: null,
        place: null,
        week: [],
        scheduleWords: null,
        units: place.units,
        unit: offer.unit,
        startsOn: place.startsOn,
        endsOn: place.endsOn,
        unitPriceGrosze:
          offer.unitPriceGrosze ?? (place.grosze > 0 ? Math.round(place.grosze / place.units) : null),
        feeGrosze: 0,
        feeSteps: [],
        feeBasis: [],
        feeDueOn: null,
        payer: {},
        relief: null,
        expectedResult: null,
      },
    ];
  });
}

/** The period that holds all the services, at most a year from the first day (art. 40); nothing when there are none. */
export function spanOf(lines: readonly Pick<Line, 'startsOn' | 'endsOn'>[]): {
  startsOn: string | null;
  endsOn: string | null;
} {
  const [first] = lines.map((line) => line.startsOn).sort();
  const last = lines
    .map((line) => line.endsOn)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return { startsOn: null, endsOn: null };
  const tooLong = checkPlanPeriod({ startsOn: first, endsOn: last }).length > 0;
  return { startsOn: first, endsOn: tooLong ? latestPlanEnd(first).value : last };
}
