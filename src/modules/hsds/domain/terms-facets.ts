import { type Capacity, type CardRecord, feeKinds, feeUnits } from '../../directory/index.ts';
import { type Around, modifiedOf, numberOf, objectsOf, present, textOf } from './around.ts';
import type { Facet } from './facet.ts';
import { derivedId, insideId } from './identity.ts';
import { availabilities, type JsonObject } from './spec.ts';
import { terms } from '../pl-terms.ts';

type CardFacet = Facet<CardRecord, Around>;

/** A word of a list, or null. */
export const oneOf = <const T extends string>(list: readonly T[], value: unknown): T | null =>
  list.find((one) => one === value) ?? null;

/** The unit in which free places are counted. */
const place: JsonObject = {
  id: derivedId('unit', 'place'),
  name: terms.place,
  scheme: 'hsds-pl-cus',
  identifier: 'place',
};

/** Free places: `available` is known for "free" with a number and for "none". */
const capacitiesOf = (id: string, { status, free, places, on }: Capacity, modified: string): JsonObject => {
  const available = status === 'none' ? 0 : status === 'free' ? free : null;
  if (available === null) return {};
  const capacity = present({
    id: insideId(id, 'capacities/0'),
    unit: place,
    available,
    maximum: places,
    updated: on === null ? modified : `${on}T00:00:00Z`,
  });
  return { capacities: [capacity] };
};

const durations = { days: 'D', months: 'M' } as const;

const waitOf = (value: unknown): Capacity['wait'] => {
  const [, digits, unit] = /^P([1-9]\d{0,3})([DM])$/.exec(textOf(value) ?? '') ?? [];
  return digits ? { value: Number(digits), unit: unit === 'D' ? 'days' : 'months' } : null;
};

/** A whole number of places, or null: the standard's numbers may be anything. */
const count = (value: unknown): number | null => {
  const number = numberOf(value);
  return number !== null && Number.isInteger(number) && number >= 0 && number <= 1_000_000 ? number : null;
};

function capacityOf(given: JsonObject): Capacity {
  const [first] = objectsOf(given['capacities']);
  const available = first ? count(first['available']) : null;
  const guessed = available === null ? null : available > 0 ? 'free' : 'none';
  const status = oneOf(availabilities, given['availability']) ?? guessed ?? 'unknown';
  return {
    status,
    free: status === 'free' ? available : null,
    places: count(given['capacity_total']) ?? (first ? count(first['maximum']) : null),
    wait: waitOf(given['wait_time']),
    on: textOf(given['availability_reported']),
    until: textOf(given['availability_until']),
  };
}

/** Free places and waiting: the profile's words for the state, the standard's for the number. */
export const availabilityFacet: CardFacet = {
  name: 'availability',
  properties: [
    'wait_time',
    'availability',
    'availability_reported',
    'availability_until',
    'capacity_total',
    'capacities',
  ],
  fields: ['capacity'],
  write: (card) => {
    const { id, capacity } = card;
    const { status, wait, on, until, places } = capacity;
    return {
      ...present({
        wait_time: wait && `P${wait.value}${durations[wait.unit]}`,
        availability: status === 'unknown' ? null : status,
        availability_reported: on,
        availability_until: until,
        capacity_total: places,
      }),
      ...capacitiesOf(id, capacity, modifiedOf(card)),
    };
  },
  read: (given) => ({ capacity: capacityOf(given) }),
};

export const fundingFacet: CardFacet = {
  name: 'funding',
  properties: ['funding'],
  fields: ['financing', 'financingFrom', 'financingTo'],
  write: ({ id, financing, financingFrom, financingTo }) =>
    financing === null && financingFrom === null && financingTo === null
      ? {}
      : {
          funding: [
            present({
              id: insideId(id, 'funding/0'),
              source: financing,
              valid_from: financingFrom,
              valid_to: financingTo,
            }),
          ],
        },
  read: (given) => {
    const all = objectsOf(given['funding']);
    return {
      financing: all.flatMap((one) => textOf(one['source']) ?? []).join('; ') || null,
      financingFrom: textOf(all[0]?.['valid_from']),
      financingTo: textOf(all[0]?.['valid_to']),
    };
  },
};

const zloty = 'PLN';
const mostGrosze = 99_999_999_999;

/** A price in złote with what it is for; a service without a price may still say that it is free or paid by income. */
export const costFacet: CardFacet = {
  name: 'cost_options',
  properties: ['cost_options'],
  fields: ['feeKind', 'feeGrosze', 'feeUnit'],
  write: ({ id, feeKind, feeGrosze, feeUnit }) => {
    if (feeKind === null && feeGrosze === null && feeUnit === null) return {};
    const amount = feeGrosze === null ? (feeKind === 'free' ? 0 : null) : feeGrosze / 100;
    const option = present({
      id: insideId(id, 'cost_options/0'),
      option: feeKind,
      currency: zloty,
      amount,
      amount_description: feeUnit,
    });
    return { cost_options: [option] };
  },
  read: (given) => {
    const [first] = objectsOf(given['cost_options']);
    const amount = textOf(first?.['currency'])?.toUpperCase() === zloty ? numberOf(first?.['amount']) : null;
    const grosze = amount === null ? null : Math.round(amount * 100);
    const kind =
      oneOf(feeKinds, first?.['option']) ?? (grosze === null ? null : grosze > 0 ? 'paid' : 'free');
    return {
      feeKind: kind,
      feeGrosze: kind === 'free' || grosze === null || grosze < 0 || grosze > mostGrosze ? null : grosze,
      feeUnit: oneOf(feeUnits, first?.['amount_description']),
    };
  },
};
