import type { Config } from '../config.ts';
import { openDatabase } from '../database.ts';

/** Walks every centre's audit chain; names the first broken link and ends with 1 if there is one. */
export async function verifyAudit(config: Config): Promise<void> {
  const database = await openDatabase(config);
  const centres = await database.owner.query<{ id: string; slug: string; seq: number | null; head: string | null; broken: number | null }>(
    `select c.id, c.slug, h.seq, encode(h.hash, 'hex') as head, app.audit_first_broken(c.id) as broken
     from centre c left join audit_head h on h.centre_id = c.id order by c.slug`,
  );
  await database.close();
  for (const centre of centres.rows) {
    if (centre.broken === null) console.log(`${centre.slug}: łańcuch cały, ${centre.seq ?? 0} wpisów, ostatni skrót ${centre.head ?? '–'}`);
    else console.log(`${centre.slug}: łańcuch przerwany, pierwsze zerwane ogniwo to wpis nr ${centre.broken}`);
  }
  if (centres.rows.some((centre) => centre.broken !== null)) process.exit(1);
}
