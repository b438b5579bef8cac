import { z } from 'zod';
import { choice, id, integer, money, optionalMoney, rows } from '../../../platform/fields.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { withItem } from '../domain/content.ts';
import { type Action, moneySources } from '../domain/plan.ts';
import { splitByShares } from '../domain/shares.ts';
import { pl } from '../pl.ts';
import { decimal } from './number.ts';
import { planEdit, planInput } from './target.ts';

const year = () => integer(2020, 2115);

const noAction = () => refuse('lpdi.no-such-action', pl.errors.noSuchAction);

/** Amounts of the same year and source are one. */
const merged = <Row extends { amount: number }>(all: readonly Row[], keyOf: (row: Row) => string): Row[] => {
  const found = new Map<string, Row>();
  for (const row of all) {
    const before = found.get(keyOf(row));
    found.set(keyOf(row), before ? { ...before, amount: before.amount + row.amount } : row);
  }
  return [...found.values()];
};

/** Writes how much an action adds to the capacity of its kind of service, by the year from which it is there. */
export const writePlaces = planEdit({
  name: 'lpdi.write-places',
  summary: 'Write the capacity that an action adds, by year: the gap counts it as planned',
  input: planInput.extend({
    itemId: id(),
    places: rows(z.object({ year: year(), amount: integer(1, 1_000_000) }), 50),
  }),
  edit(plan, { itemId, places }) {
    const action = plan.content.actions.find((one) => one.id === itemId);
    if (!action) return noAction();
    if (action.serviceKind === null && places.length > 0)
      return refuse('lpdi.no-kind', pl.errors.noKind, { field: 'places.0.amount' });
    const outside = places.findIndex((one) => one.year < action.fromYear || one.year > action.toYear);
    if (outside >= 0)
      return refuse('lpdi.places-outside-action', pl.errors.placesOutside(action.fromYear, action.toYear), {
        field: `places.${outside}.year`,
      });
    const written = merged(places, (one) => String(one.year)).toSorted((one, other) => one.year - other.year);
    return {
      content: withItem(plan.content, 'actions', { ...action, places: written }),
      what: { action: action.title, places: written },
    };
  },
});

/** Writes what was really spent on an action, all of it at once: also in an adopted plan, whose words nobody changes. */
export const writeSpending = planEdit({
  name: 'lpdi.write-spending',
  anyTime: true,
  summary: 'Write the money that was spent on an action, by year and source',
  input: planInput.extend({
    itemId: id(),
    spent: rows(z.object({ year: year(), source: choice(moneySources), amount: money() }), 200),
  }),
  edit(plan, { itemId, spent }) {
    const action = plan.content.actions.find((one) => one.id === itemId);
    if (!action) return noAction();
    if (plan.state === 'ended') return refuse('lpdi.not-editable', pl.errors.notEditable);
    const written = merged(spent, (one) => `${one.year} ${one.source}`);
    return {
      content: withItem(plan.content, 'actions', { ...action, spent: written }),
      what: { action: action.title, spent: written },
    };
  },
});

const withSplit = (
  action: Action,
  { year: ofYear, total }: { year: number; total: number },
  shares: readonly { source: Action['costs'][number]['source']; percent: number }[],
): Action | number => {
  const split = splitByShares(total, shares);
  if (split.kind === 'wrong') return split.sum;
  const others = action.costs.filter((cost) => cost.year !== ofYear);
  const costs = split.parts
    .filter(({ amount }) => amount > 0)
    .map(({ source, amount }) => ({ year: ofYear, source, amount, about: false }));
  return { ...action, costs: [...others, ...costs].toSorted((one, other) => one.year - other.year) };
};

/** Writes the money of a year as one sum and shares of its sources; shares that make no whole are refused, never stretched. */
export const splitCosts = planEdit({
  name: 'lpdi.split-costs',
  summary:
    'Write the money of an action in a year by shares of its sources: they must add up to 100 %, or to 99.7-100.3 rounded',
  input: planInput.extend({
    itemId: id(),
    year: year(),
    total: optionalMoney(),
    shares: rows(z.object({ source: choice(moneySources), percent: decimal() }), 20),
  }),
  edit(plan, { itemId, year: ofYear, total, shares }) {
    const action = plan.content.actions.find((one) => one.id === itemId);
    if (!action) return noAction();
    if (ofYear < action.fromYear || ofYear > action.toYear)
      return refuse('lpdi.cost-outside-action', pl.errors.costOutside(action.fromYear, action.toYear), {
        field: 'year',
      });
    if (total === undefined) return refuse('lpdi.no-total', pl.errors.noTotal, { field: 'total' });
    const negative = shares.findIndex(({ percent }) => percent < 0);
    if (negative >= 0)
      return refuse('lpdi.share-negative', pl.errors.shareNegative, { field: `shares.${negative}.percent` });
    const split = withSplit(action, { year: ofYear, total }, shares);
    if (typeof split === 'number')
      return refuse('lpdi.shares-no-whole', pl.errors.sharesNoWhole(split), { field: 'shares.0.percent' });
    return {
      content: withItem(plan.content, 'actions', split),
      what: { action: action.title, year: ofYear, total, shares },
    };
  },
});
