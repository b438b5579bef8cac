import type { House, TestCentre } from '../../../test/support/centre.ts';
import { gminas } from '../../../test/support/centre.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { recordUnmetNeeds } from './db/ledger.ts';
import type { UnmetEvent } from './domain/unmet-need.ts';

/** An unmet need of last month in Jarocin; `more` changes it. */
export const need = (event: string, more: Partial<UnmetEvent> = {}): UnmetEvent => ({
  event,
  on: '2026-10-12',
  source: 'refusal',
  reason: 'no_places',
  area: 5,
  group: 'olderPeople',
  gmina: gminas.town,
  locality: 'Witaszyce',
  serviceId: null,
  ...more,
});

/** Enters events into the ledger of a centre as the application. */
export const enter = async (
  house: House,
  events: readonly UnmetEvent[],
  centre: TestCentre = house.centre,
): Promise<void> =>
  await inTransaction(house.pool, centre.id, (tx) => recordUnmetNeeds(tx, centre.id, events));

/** `count` needs of one kind, each an event of its own. */
export const several = (name: string, count: number, more: Partial<UnmetEvent> = {}): UnmetEvent[] =>
  Array.from({ length: count }, (_, index) => need(`${name}-${index}`, more));
