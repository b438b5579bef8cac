import { addDays, addMonths, basis, cite, dateWords, type Facts, judge } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import type { Contract } from '../../directory/index.ts';
import { type OfferInForce, quoteFee, reliefsOf } from '../../programmes/index.ts';
import { planWords } from '../pl.ts';
import type { FirstLine } from './first-draft.ts';
import type { LineInput } from './line-input.ts';
import type { Line, Version } from './plan.ts';
import { plannedUnits, scheduleText } from './schedule.ts';

/** What a service of a plan is judged by. */
export interface LineContext {
  version: Pick<Version, 'startsOn' | 'endsOn'>;
  /** The line as it stood, when it is written over. */
  before: Line | undefined;
  offers: readonly OfferInForce[];
  organizationIds: readonly string[];
  contracts: readonly Contract[];
  /** Services of which the case has a place: their conditions were judged when it got it. */
  held: readonly string[];
  /** What the application said of the person and of who pays. */
  payer: {
    household: 'single' | 'family' | undefined;
    incomeGrosze: number | null;
    facts: Facts;
    /** Reliefs claimed with a declaration (art. 36(1)). */
    reliefs: readonly string[];
  };
}

const words = planWords.refusals;
const content = cite(basis('cus', '39 ust. 1', 'statute'));
const programmeFee = cite(basis('cus', '43 ust. 1', 'statute'));

function refusePeriod(input: LineInput, offer: OfferInForce, { version }: LineContext): Refusal | undefined {
  const { startsOn, endsOn } = input;
  const more = { field: 'endsOn', basis: content };
  if (version.startsOn === null || version.endsOn === null)
    return refuse('plans.no-period', words.noPeriod, { field: 'startsOn', basis: 'art. 40 ustawy o CUS' });
  if (endsOn < startsOn) return refuse('plans.line-end-before-start', words.endBeforeStart, more);
  if (startsOn < version.startsOn || endsOn > version.endsOn)
    return refuse(
      'plans.line-outside-plan',
      words.outsidePlan(dateWords(version.startsOn), dateWords(version.endsOn)),
      {
        ...more,
        field: startsOn < version.startsOn ? 'startsOn' : 'endsOn',
      },
    );
  if (offer.maxMonths === null) return undefined;
  const latest = addDays(addMonths(startsOn, offer.maxMonths), -1);
  return endsOn > latest
    ? refuse('plans.line-too-long', words.beyondMonths(offer.maxMonths, dateWords(latest)), more)
    : undefined;
}

/** A service is not brought into a plan past the conditions of its programme (art. 42(2)). */
function refuseConditions(offer: OfferInForce, { held, before, payer }: LineContext): Refusal | undefined {
  if (held.includes(offer.id) || before?.programmeServiceId === offer.id) return undefined;
  const { failed } = judge([...offer.commonConditions, ...offer.conditions], payer.facts);
  if (failed.length === 0) return undefined;
  const why = failed.map((one) => one.reason).join(' ');
  return refuse('plans.conditions-failed', words.conditionsFailed(offer.serviceName, why), {
    field: 'programmeServiceId',
    basis: 'art. 42 ust. 2 ustawy o CUS',
  });
}

function refuseContract(contract: Contract, input: LineInput, offer: OfferInForce): Refusal | undefined {
  if (contract.organizationId !== input.organizationId || contract.serviceId !== offer.serviceId)
    return refuse('plans.unknown-contract', words.unknownContract, { field: 'contractId' });
  const inTime =
    contract.validFrom <= input.startsOn && (contract.validTo === null || contract.validTo >= input.endsOn);
  return inTime
    ? undefined
    : refuse(
        'plans.contract-period',
        words.contractPeriod(dateWords(contract.validFrom), contract.validTo && dateWords(contract.validTo)),
        { field: 'contractId' },
      );
}

type Priced = Pick<FirstLine, 'feeGrosze' | 'feeSteps' | 'feeBasis' | 'feeDueOn' | 'payer' | 'relief'>;

function price(
  input: LineInput,
  offer: OfferInForce,
  units: number,
  { payer, before }: LineContext,
): Priced | Refusal {
  const free = { feeGrosze: 0, feeDueOn: null, payer: {}, relief: null };
  // A programme that says nothing of a fee charges none (art. 43(1)).
  if (offer.fee === null) return { ...free, feeSteps: [planWords.feeNotSaid], feeBasis: [programmeFee] };
  const household = input.household ?? payer.household;
  const incomeGrosze = input.income ?? payer.incomeGrosze;
  const byIncome = offer.fee.kind === 'byIncome';
  if (byIncome && household === undefined)
    return refuse('plans.household-unknown', words.householdUnknown, {
      field: 'household',
      basis: programmeFee,
    });
  const relief = reliefsOf(offer.fee, input.startsOn).find((one) => one.id === input.reliefId);
  if (relief && !payer.reliefs.includes(relief.words) && before?.payer.reliefId !== relief.id)
    return refuse('plans.relief-undeclared', words.reliefUndeclared(relief.words), {
      field: 'reliefId',
      basis: 'art. 36 ust. 1 ustawy o CUS',
    });
  const quote = quoteFee(offer, {
    incomeGrosze,
    household: household ?? 'single',
    units,
    on: input.startsOn,
    reliefId: input.reliefId ?? null,
  });
  if (!quote.ok)
    return refuse('plans.fee-unknown', words.feeUnknown(quote.words), {
      field:
        quote.code === 'incomeUnknown'
          ? 'income'
          : quote.code === 'reliefUnknown'
            ? 'reliefId'
            : 'programmeServiceId',
      basis: programmeFee,
    });
  if (quote.value > 0 && input.feeDueOn === undefined)
    return refuse('plans.fee-due-unknown', words.noFeeDue, { field: 'feeDueOn', basis: programmeFee });
  return {
    feeGrosze: quote.value,
    feeSteps: [...quote.steps],
    feeBasis: quote.basis.map(cite),
    feeDueOn: quote.value > 0 ? (input.feeDueOn ?? null) : null,
    // Kept only where the fee depends on it: nothing is collected beyond what the programme's table asks.
    payer: {
      ...(byIncome && household ? { household } : {}),
      ...(byIncome && incomeGrosze !== null ? { incomeGrosze } : {}),
      ...(relief ? { reliefId: relief.id } : {}),
    },
    relief: relief?.words ?? null,
  };
}

/** The offer of a line: of a programme in force; one that has run out meanwhile may only be used up, never enlarged. */
function offerOf(input: LineInput, { offers, before }: LineContext): OfferInForce | undefined {
  return (
    offers.find((offer) => offer.id === input.programmeServiceId) ??
    offers.find(
      (offer) =>
        before?.programmeServiceId === input.programmeServiceId && offer.serviceId === before.serviceId,
    )
  );
}

/**
 * A service of a plan as it is kept: within the plan and the programme, by a known performer, on a schedule, with its
 * quantity and its fee quoted by the programme; or the first thing that keeps it from being written.
 */
export function lineOf(input: LineInput, context: LineContext): FirstLine | Refusal {
  const offer = offerOf(input, context);
  if (!offer)
    return refuse('plans.unknown-offer', words.unknownOffer, {
      field: 'programmeServiceId',
      basis: 'art. 39 ust. 1, art. 42 ust. 2 ustawy o CUS',
    });
  if (!context.organizationIds.includes(input.organizationId))
    return refuse('plans.unknown-provider', words.unknownProvider, { field: 'organizationId' });
  const contract = context.contracts.find((one) => one.id === input.contractId);
  if (input.contractId !== undefined && !contract)
    return refuse('plans.unknown-contract', words.unknownContract, { field: 'contractId' });
  const wrong =
    refuseConditions(offer, context) ??
    refusePeriod(input, offer, context) ??
    (contract && refuseContract(contract, input, offer));
  if (wrong) return wrong;
  const { week, scheduleWords = null, startsOn, endsOn } = input;
  if (scheduleText(week, scheduleWords) === null)
    return refuse('plans.no-schedule', words.noSchedule, { field: 'scheduleWords', basis: content });
  const units = input.units ?? plannedUnits({ week, unit: offer.unit, startsOn, endsOn });
  if (units === undefined)
    return refuse('plans.units-unknown', words.unitsUnknown, { field: 'units', basis: content });
  const unitPriceGrosze = contract?.unitPriceGrosze ?? offer.unitPriceGrosze ?? input.unitPrice ?? null;
  if (unitPriceGrosze === null && offer.limitGrosze !== null)
    return refuse('plans.price-unknown', words.priceUnknown, {
      field: 'unitPrice',
      basis: 'art. 42 ust. 2 ustawy o CUS',
    });
  const priced = price(input, offer, units, context);
  if ('refused' in priced) return priced;
  return {
    programmeServiceId: offer.id,
    organizationId: input.organizationId,
    contractId: contract?.id ?? null,
    place: input.place,
    week,
    scheduleWords,
    units,
    unit: offer.unit,
    startsOn,
    endsOn,
    unitPriceGrosze,
    ...priced,
    expectedResult: input.expectedResult,
  };
}

/** What a line takes from the money of its programme, in grosze. */
export const costOf = (line: Pick<Line, 'units' | 'unitPriceGrosze'>): number =>
  line.units * (line.unitPriceGrosze ?? 0);
