import type { Pool } from '../../platform/database/pool.ts';
import { inTransaction, readerFor } from '../../platform/database/tenant.ts';
import { newId } from '../../platform/ids.ts';
import { findCentres, findOrganizations, findServices, type StageService } from './db/cast.ts';
import { insertAll } from './db/insert.ts';
import { services } from './reference.ts';
import { demoOrganisations, type DemoOrganisation } from './staff.ts';

/** A centre as the rest of the demonstration needs it. `slug` is its id in the reference files. */
export interface LoadedCentre {
  readonly id: string;
  readonly slug: string;
  /** The invented organizations, by what scripts call them. */
  readonly organizations: ReadonlyMap<DemoOrganisation['key'], string>;
  /** The service by its id in the reference files; undefined: the centre does not have it. */
  readonly service: (reference: string) => StageService | undefined;
}

/** Adds the invented organizations of a centre that its directory does not have yet. */
async function addOrganizations(
  owner: Pool,
  centreId: string,
  slug: string,
): Promise<LoadedCentre['organizations']> {
  const invented = demoOrganisations.filter((one) => one.centreId === slug);
  return await inTransaction(owner, centreId, async (tx) => {
    const there = await findOrganizations(tx, centreId);
    const ids = new Map(invented.map(({ key, name }) => [key, there.get(name) ?? newId()]));
    await insertAll(
      tx,
      'organization',
      invented
        .filter(({ name }) => !there.has(name))
        .map(({ key, name, kind, gmina }) => ({
          centre_id: centreId,
          id: ids.get(key) ?? '',
          name,
          performer_type: kind,
          teryt: gmina,
          version: 1,
        })),
    );
    return ids;
  });
}

/** The centres that were loaded from the reference files, with their invented organizations added. */
export async function readCentres(owner: Pool): Promise<LoadedCentre[]> {
  const nameOf = new Map(services.map(({ id, name }) => [id, name]));
  const centres = await findCentres(readerFor(owner, ''));
  return await Promise.all(
    centres.map(async ({ id, slug }) => {
      const organizations = await addOrganizations(owner, id, slug);
      const found = await findServices(readerFor(owner, id), id);
      return {
        id,
        slug,
        organizations,
        service: (reference) => found.get(nameOf.get(reference) ?? ''),
      };
    }),
  );
}
