import {
  addDays,
  addMonths,
  basis,
  cite,
  dateWords,
  type Facts,
  type Judgement,
} from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { outcomeWords } from '../pl-outcome.ts';
import type { Span } from './outcome.ts';
import { judgeOffer, offersWanted, type WantedOffer, type WantedService } from './wanted.ts';

/** What a worker fills in for one wanted service: the period, the quantity, and what was settled in the talk. */
export interface ServiceRow {
  programmeServiceId: string;
  chosen: boolean;
  startsOn?: string | undefined;
  endsOn?: string | undefined;
  units?: number | undefined;
  /** Grosze; only where the programme limits money and gives no price of a unit. */
  cost?: number | undefined;
  /** Conditions that only a person can judge, by their ids. */
  confirmed: Readonly<Record<string, boolean>>;
  /** On what the worker rests where a condition is not known: a declaration, a document. */
  grounds?: string | undefined;
  reliefId?: string | undefined;
}

/** A service chosen for the person: when, how much, what it costs the programme, and how its conditions stood. */
export interface ChosenPlace extends Span {
  wanted: WantedOffer;
  units: number;
  grosze: number;
  judgement: Judgement;
  grounds: string | null;
  reliefId: string | null;
  /** Position of its row in the form: errors belong to it. */
  row: number;
}

const words = outcomeWords.refusals;
const conditionsBasis = cite(basis('cus', '42 ust. 2', 'statute'));
const field = (row: number, name: string): string => `services.${row}.${name}`;

const incomplete = (name: string, row: number, missing: 'startsOn' | 'endsOn' | 'units'): Refusal =>
  refuse('casework.service-incomplete', words.serviceIncomplete[missing](name), {
    field: field(row, missing),
  });

/** The last day allowed by the longest time for which the programme gives the service; undefined: it sets none. */
const lastDay = (startsOn: string, maxMonths: number | null): string | undefined =>
  maxMonths === null ? undefined : addDays(addMonths(startsOn, maxMonths), -1);

function refusePeriod({ offer, offeredTo }: WantedOffer, span: Span, row: number): Refusal | undefined {
  const more = { field: field(row, 'endsOn'), basis: conditionsBasis };
  if (span.endsOn < span.startsOn) return refuse('casework.end-before-start', words.endBeforeStart, more);
  if (offeredTo !== null && span.endsOn > offeredTo)
    return refuse('casework.outside-programme', words.outsideProgramme(dateWords(offeredTo)), more);
  const latest = lastDay(span.startsOn, offer.maxMonths);
  if (latest !== undefined && span.endsOn > latest)
    return refuse('casework.longer-than-service', words.longerThanService(dateWords(latest)), more);
  return undefined;
}

function choose(wanted: WantedOffer, input: ServiceRow, row: number, facts: Facts): ChosenPlace | Refusal {
  const { startsOn, endsOn, units } = input;
  if (startsOn === undefined || endsOn === undefined || units === undefined)
    return incomplete(
      wanted.name,
      row,
      startsOn === undefined ? 'startsOn' : endsOn === undefined ? 'endsOn' : 'units',
    );
  const wrongPeriod = refusePeriod(wanted, { startsOn, endsOn }, row);
  if (wrongPeriod) return wrongPeriod;
  const { offer } = wanted;
  const price = offer.unitPriceGrosze;
  if (price === null && input.cost === undefined && offer.limitGrosze !== null)
    return refuse('casework.cost-unknown', words.costUnknown(wanted.name), { field: field(row, 'cost') });
  const { answer, ...judgement } = judgeOffer(offer, facts, input.confirmed);
  const reasons = (of: Judgement['failed']): string => of.map((each) => each.reason).join(' ');
  if (answer === 'failed')
    return refuse(
      'casework.conditions-failed',
      words.conditionsFailed(wanted.name, reasons(judgement.failed)),
      {
        basis: conditionsBasis,
        field: field(row, 'chosen'),
      },
    );
  if (answer === 'unknown' && input.grounds === undefined)
    return refuse(
      'casework.conditions-unknown',
      words.conditionsUnknown(wanted.name, reasons(judgement.unknown)),
      {
        basis: conditionsBasis,
        field: field(row, 'grounds'),
      },
    );
  return {
    wanted,
    startsOn,
    endsOn,
    units,
    grosze: price === null ? (input.cost ?? 0) : price * units,
    judgement,
    grounds: input.grounds ?? null,
    reliefId: input.reliefId ?? null,
    row,
  };
}

const isChosenPlace = (value: ChosenPlace | Refusal): value is ChosenPlace => !('refused' in value);

/** At least one chosen service, each with its period, quantity and judgement; or the first refusal (art. 42(2)). */
export function chooseServices(
  wanted: readonly WantedService[],
  facts: Facts,
  rows: readonly ServiceRow[],
): readonly [ChosenPlace, ...ChosenPlace[]] | Refusal {
  const offers = offersWanted(wanted);
  const results: ChosenPlace[] = [];
  for (const [row, input] of rows.entries()) {
    if (!input.chosen) continue;
    const asked = offers.find(({ offer }) => offer.id === input.programmeServiceId);
    if (!asked) return refuse('casework.service-not-wanted', words.serviceNotWanted);
    const result = choose(asked, input, row, facts);
    if (!isChosenPlace(result)) return result;
    results.push(result);
  }
  const [first, ...others] = results;
  return first ? [first, ...others] : refuse('casework.nothing-chosen', words.nothingChosen);
}

/** The judgement as it is kept with a place: condition by condition, with the grounds where something was unknown. */
export const reasonsOf = ({ judgement, grounds }: ChosenPlace): Record<string, unknown> => ({
  passed: judgement.passed.map((each) => each.reason),
  failed: judgement.failed.map((each) => each.reason),
  unknown: judgement.unknown.map((each) => each.reason),
  ...(grounds === null ? {} : { grounds }),
});
