import type { GminaKind, IsoDate } from '../../../law/index.ts';
import type { Pool } from '../../../platform/database/pool.ts';
import { inTransaction } from '../../../platform/database/tenant.ts';
import { appendAudit } from '../../../platform/runner/audit.ts';

/** A centre as it is founded in a real installation. */
export interface NewCentre {
  id: string;
  slug: string;
  name: string;
  place: string;
  legalForm: 'A' | 'B' | 'C';
  since: IsoDate;
  /** The agreement of the gminas, where there is one. */
  agreement: string | null;
  gminas: { teryt: string; kind: GminaKind; name: string; powiat: string; voivodeship: string }[];
  /** The sign of the cell and the classes of its own filing plan, for signs of cases. */
  filing: { cell: string; classes: Record<string, string> };
  letterhead: Record<string, unknown>;
  settings: Record<string, unknown>;
}

/** Adds a centre with its gminas and the first entry of its audit chain; false: the slug is taken. */
export async function insertCentre(
  owner: Pool,
  centre: NewCentre,
  by: { actor: string; action: string },
): Promise<boolean> {
  return await inTransaction(
    owner,
    centre.id,
    async (tx) => {
      const added = await tx
        .insertInto('centre')
        .values({
          id: centre.id,
          slug: centre.slug,
          name: centre.name,
          legal_form: centre.legalForm,
          place: centre.place,
          letterhead: JSON.stringify(centre.letterhead),
          filing: JSON.stringify(centre.filing),
          settings: JSON.stringify(centre.settings),
        })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows !== 1n) return false;
      await tx
        .insertInto('gmina')
        .values(centre.gminas)
        .onConflict((conflict) => conflict.column('teryt').doNothing())
        .execute();
      await tx
        .insertInto('centre_gmina')
        .values(
          centre.gminas.map(({ teryt }) => ({
            centre_id: centre.id,
            teryt,
            agreement: centre.agreement,
            valid_from: centre.since,
          })),
        )
        .execute();
      return true;
    },
    async (send, added) => {
      if (!added) return;
      const { slug, legalForm } = centre;
      const gminas = centre.gminas.map(({ teryt }) => teryt);
      await appendAudit(send, [
        { accountId: null, ...by, kind: 'change', what: { slug, legalForm, gminas } },
      ]);
    },
  );
}
