import { sql } from 'kysely';
import type { Db } from '../../../platform/database/tenant.ts';

/** A card past its confirmation, with the organization that may be asked for it. */
export interface FadingCard {
  id: string;
  state: string;
  ownerId: string | null;
  email: string | null;
  askedOn: string | null;
}

/** Published cards that nobody has confirmed in time, and faded ones, locked. */
export async function lockFading(tx: Db, centreId: string, today: string): Promise<FadingCard[]> {
  return await tx
    .selectFrom('service')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.centre_id', '=', 'service.centre_id')
        .on(sql<boolean>`organization.id = coalesce(service.owner_id, service.organization_id)`),
    )
    .where('service.centre_id', '=', centreId)
    .where((where) =>
      where.or([
        where('service.state', '=', 'to_confirm'),
        where.and([
          where('service.state', '=', 'published'),
          where.or([where('confirm_by', 'is', null), where('confirm_by', '<', today)]),
        ]),
      ]),
    )
    .select([
      'service.id',
      'service.state',
      'organization.id as ownerId',
      'organization.email',
      'service.asked_on as askedOn',
    ])
    .orderBy('service.id')
    .forUpdate('service')
    .execute();
}
