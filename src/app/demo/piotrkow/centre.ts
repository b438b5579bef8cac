import type { IsoDate } from '../../../law/index.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { type Db, inTransaction } from '../../../platform/database/tenant.ts';
import { insertAll } from '../db/insert.ts';
import { jsonColumn, loadedSoFar } from '../db/reference.ts';
import type { LoadedCentre } from '../load-centres.ts';
import { idOf } from '../load-reference.ts';
import { atWorkSince } from '../staff.ts';
import { demonstrationStatement } from '../statement.ts';
import { facts } from './facts.ts';

const { centre, gmina, units } = facts;

/** Real units of the city with what their names and registers say they do; nothing else is known of them. */
async function loadUnits(tx: Db, centreId: string, today: IsoDate): Promise<void> {
  await insertAll(
    tx,
    'organization',
    units.map(({ name, kind, source }) => ({
      centre_id: centreId,
      id: idOf('organization', centre.slug, name),
      name,
      performer_type: kind,
      teryt: gmina.teryt,
      source,
      version: 1,
    })),
  );
  await insertAll(
    tx,
    'service',
    units.map(({ name, service, area, source }) => ({
      centre_id: centreId,
      id: idOf('service', centre.slug, name),
      gminas: [],
      organization_id: idOf('organization', centre.slug, name),
      name: service,
      area,
      track: 'general_offer',
      track_assumed: true,
      recipient_groups: [],
      schedules: jsonColumn([]),
      match: jsonColumn([]),
      capacity_status: 'unknown',
      languages: [],
      documents: [],
      apply_channels: [],
      translations: jsonColumn({}),
      foreign_facts: jsonColumn({}),
      state: 'published',
      confirmed_on: today,
      source,
      source_as_of: facts.checkedOn,
      version: 1,
    })),
  );
}

/** Loads the centre of the real run: invented, in a real city, with the real units of that city. */
export async function loadPlanningCentre(owner: Pool, today: IsoDate): Promise<LoadedCentre> {
  const id = idOf('centre', centre.slug);
  const there = await loadedSoFar(owner);
  await inTransaction(owner, id, async (tx) => {
    if (!there.gminas.has(gmina.teryt)) {
      const { source: _source, ...row } = gmina;
      await insertAll(tx, 'gmina', [row]);
    }
    await insertAll(tx, 'centre', [
      {
        id,
        slug: centre.slug,
        name: centre.name,
        legal_form: centre.kind,
        place: centre.place,
        letterhead: jsonColumn({ addressLines: [], phone: null, email: null, web: null, bankAccount: null }),
        filing: jsonColumn({
          cell: centre.caseSign,
          classes: { case: '5020', plan: '5021', decision: '5022' },
        }),
        settings: jsonColumn({}),
        demonstration: true,
      },
    ]);
    await insertAll(tx, 'accessibility_statement', [
      { centre_id: id, content: jsonColumn(demonstrationStatement(centre.slug)) },
    ]);
    await insertAll(tx, 'centre_gmina', [
      { centre_id: id, teryt: gmina.teryt, agreement: null, valid_from: atWorkSince(today) },
    ]);
    await loadUnits(tx, id, today);
  });
  return { id, slug: centre.slug, organizations: new Map(), services: new Map() };
}
