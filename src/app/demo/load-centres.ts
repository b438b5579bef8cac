import type { Pool } from '../../platform/database/pool.ts';
import { inTransaction } from '../../platform/database/tenant.ts';
import { insertAll } from './db/insert.ts';
import { idOf, loadReference } from './load-reference.ts';
import { centres, services } from './reference.ts';
import { demoOrganisations, type DemoOrganisation } from './staff.ts';

/** A centre as the rest of the demonstration needs it. `slug` is its id in the reference files. */
export interface LoadedCentre {
  readonly id: string;
  readonly slug: string;
  /** The invented organizations, by what scripts call them. */
  readonly organizations: ReadonlyMap<DemoOrganisation['key'], string>;
  /** Ids of services by their ids in the reference files. */
  readonly services: ReadonlyMap<string, string>;
}

/** Loads the centres of the reference files and adds the invented organizations that act in the demonstration. */
export async function loadCentres(owner: Pool): Promise<LoadedCentre[]> {
  await loadReference(owner);
  return await Promise.all(
    centres.map(async ({ id: slug, gminas }) => {
      const id = idOf('centre', slug);
      const invented = demoOrganisations.filter(({ centreId }) => centreId === slug);
      const organizations = new Map(invented.map(({ key, name }) => [key, idOf('organization', slug, name)]));
      await inTransaction(owner, id, (tx) =>
        insertAll(
          tx,
          'organization',
          invented.map(({ key, name, kind, gmina }) => ({
            centre_id: id,
            id: organizations.get(key) ?? '',
            name,
            performer_type: kind,
            teryt: gmina,
            version: 1,
          })),
        ),
      );
      const own = services.filter((service) => service.gminas.some((gmina) => gminas.includes(gmina)));
      return {
        id,
        slug,
        organizations,
        services: new Map(own.map(({ id: reference }) => [reference, idOf('service', reference)])),
      };
    }),
  );
}
