import { sql } from 'kysely';
import { basis, cite } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { pl } from '../pl.ts';

/** What an acceptance takes from the limits of an offered service, or gives back to them. */
export interface Share {
  people: number;
  grosze: number;
}

const limits = cite(basis('cus', '42 ust. 2', 'statute'));

/**
 * Refusals of the two limits by the names of their SQL checks: spread them into `constraints` of every command that
 * reserves a place. The checks stop whoever writes, however many write at once.
 */
export const limitRefusals: Record<string, Refusal> = {
  programme_service_people_limit: refuse('programmes.people-limit', pl.refusals.peopleLimit, {
    basis: limits,
  }),
  programme_service_money_limit: refuse('programmes.money-limit', pl.refusals.moneyLimit, { basis: limits }),
};

/**
 * Takes places and money from the limits of an offered service, in the caller's transaction.
 * @throws the limit's SQL check when there is not enough (see `limitRefusals`), and an Error when the version is not in force
 */
export async function reservePlace(
  tx: Db,
  moment: Moment,
  programmeServiceId: string,
  { people, grosze }: Share,
): Promise<void> {
  const { centreId } = moment.actor;
  const taken = await tx
    .updateTable('programme_service')
    .set((set) => ({
      used_people: set('used_people', '+', people),
      used_grosze: set('used_grosze', '+', grosze),
    }))
    .where('centre_id', '=', centreId)
    .where('id', '=', programmeServiceId)
    .where('programme_version_id', 'in', (select) =>
      select
        .selectFrom('programme_version')
        .select('id')
        .where('centre_id', '=', centreId)
        .where('state', '=', 'in_force'),
    )
    .executeTakeFirstOrThrow();
  if (taken.numUpdatedRows !== 1n) throw new Error('a place is reserved in a programme in force');
}

/**
 * Gives places and money back, in the caller's transaction: to the offer they were taken from, and to the same service
 * in later versions of the programme, which took the use over when they came into force.
 */
export async function releasePlace(
  tx: Db,
  moment: Moment,
  programmeServiceId: string,
  { people, grosze }: Share,
): Promise<void> {
  const { centreId } = moment.actor;
  const origin = await tx
    .selectFrom('programme_service as offer')
    .innerJoin('programme_version as at', (join) =>
      join.onRef('at.centre_id', '=', 'offer.centre_id').onRef('at.id', '=', 'offer.programme_version_id'),
    )
    .select(['offer.service_id', 'at.programme_id', 'at.number'])
    .where('offer.centre_id', '=', centreId)
    .where('offer.id', '=', programmeServiceId)
    .executeTakeFirst();
  if (!origin) throw new Error('no such offered service');
  const later = tx
    .selectFrom('programme_version')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('programme_id', '=', origin.programme_id)
    .where('number', '>=', origin.number)
    .where('valid_from', 'is not', null);
  await tx
    .updateTable('programme_service')
    .set({
      used_people: sql`greatest(0, used_people - ${people}::int)`,
      used_grosze: sql`greatest(0, used_grosze - ${grosze}::bigint)`,
    })
    .where('centre_id', '=', centreId)
    .where('service_id', '=', origin.service_id)
    .where('programme_version_id', 'in', later)
    .execute();
}
