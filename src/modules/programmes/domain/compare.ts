import { dateWords, isIsoDate, programmeItems, zloty } from '../../../law/index.ts';
import { conditionWords } from '../../directory/index.ts';
import { pl } from '../pl.ts';
import { applicationFields } from './application-fields.ts';
import { priceWords } from './fee.ts';
import type { Items } from './items.ts';
import type { Offer } from './offer.ts';

/** One row of the comparison of two versions; a missing side means that it was not, or is not any more, there. */
export interface ComparedRow {
  key: string;
  field: string;
  before?: string;
  after?: string;
}

/** Text of any value of an item, for reading side by side. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return isIsoDate(value) ? dateWords(value) : value;
  if (typeof value !== 'object') return '';
  return Object.values(value)
    .map(plain)
    .filter(Boolean)
    .join(Array.isArray(value) ? '; ' : ', ');
}

const grosze = (value: number | null): string => (value === null ? pl.match.noLimit : zloty(value));

function itemText(id: (typeof programmeItems)[number]['id'], items: Items): string | undefined {
  switch (id) {
    case 'services':
      return items.services && items.services.others.join('; ');
    case 'qualification':
      return (
        items.qualification &&
        [items.qualification.procedure, ...items.qualification.conditions.map(conditionWords)]
          .filter(Boolean)
          .join('; ')
      );
    case 'fees':
      return (
        items.fees &&
        [items.fees.text, ...items.fees.reliefs.map((one) => `${one.words}: ${one.percent}%`)]
          .filter(Boolean)
          .join('; ')
      );
    case 'personalData':
      return (
        items.personalData &&
        applicationFields
          .filter((field) => items.personalData?.fields.includes(field.id))
          .map((field) => field.label)
          .join('; ')
      );
    case 'budget':
      return (
        items.budget &&
        [
          grosze(items.budget.totalGrosze),
          items.budget.funding,
          ...items.budget.lines.map((line) => `${line.words}: ${grosze(line.grosze)}`),
        ]
          .filter(Boolean)
          .join('; ')
      );
    default:
      return items[id] && plain(items[id]);
  }
}

const offerText = (offer: Offer, on: string): string =>
  [
    offer.limitPeople === null ? pl.match.noLimit : pl.people(offer.limitPeople),
    offer.limitGrosze === null ? undefined : grosze(offer.limitGrosze),
    offer.unitPriceGrosze === null
      ? undefined
      : `${grosze(offer.unitPriceGrosze)} ${pl.units[offer.unit].per}`,
    priceWords(offer, on) ?? undefined,
    ...offer.conditions.map(conditionWords),
  ]
    .filter(Boolean)
    .join('; ');

interface Side {
  items: Items;
  offers: readonly Offer[];
}

/** Two versions of a programme, item by item and service by service. `on`: the day whose fee tables are read. */
export function compareVersions(before: Side, after: Side, on: string): ComparedRow[] {
  const sides = (
    key: string,
    field: string,
    old: string | undefined,
    fresh: string | undefined,
  ): ComparedRow => ({
    key,
    field,
    ...(old ? { before: old } : {}),
    ...(fresh ? { after: fresh } : {}),
  });
  const items = programmeItems.map((item) =>
    sides(
      item.id,
      `${item.number}. ${item.name}`,
      itemText(item.id, before.items),
      itemText(item.id, after.items),
    ),
  );
  const names = new Map(
    [...before.offers, ...after.offers].map((offer) => [offer.serviceId, offer.serviceName]),
  );
  const offerOn = (side: Side, serviceId: string): string | undefined => {
    const offer = side.offers.find((one) => one.serviceId === serviceId);
    return offer && offerText(offer, on);
  };
  const offers = [...names].map(([serviceId, name]) =>
    sides(serviceId, pl.pages.compare.offer(name), offerOn(before, serviceId), offerOn(after, serviceId)),
  );
  return [...items, ...offers].filter((row) => row.before !== undefined || row.after !== undefined);
}
