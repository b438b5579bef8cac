import { sql } from 'kysely';
import { openJson, type SealedJson, sealedJsonColumn, sealJson } from '../vault/stores.ts';
import type { Vault } from '../vault/vault.ts';
import type { Db } from '../database/tenant.ts';
import type { FormValues } from './form-data.ts';

/** Whose draft: a signed-in account, or a visitor known only by a random cookie. */
export interface DraftOwner {
  centreId: string;
  accountId: string;
  visitor?: string;
}

/** PostgreSQL keeps neither NUL nor half a character, and a person types neither. */
const storable = (value: string): string => value.toWellFormed().replaceAll('\0', '');

// A name may carry what stood in the address; a key of the index has room for a third of a page.
const keyOf = (owner: DraftOwner, form: string): string =>
  storable(owner.visitor ? `${owner.visitor}:${form}` : form).slice(0, 300);

const placeOf = (centreId: string, accountId: string, form: string): string =>
  `form_draft/${centreId}/${accountId}/${form}`;

/** Drafts hold whatever a person types, numbers of documents too: they are sealed whole. */
export const sealedDrafts = sealedJsonColumn({
  table: 'form_draft',
  column: 'values',
  keys: ['account_id', 'form'],
  place: (centreId, row) => placeOf(centreId, row['account_id'] ?? '', row['form'] ?? ''),
});

/** What a form held when it was last saved; it outlives the session. */
export async function findDraft(
  db: Db,
  vault: Vault,
  owner: DraftOwner,
  form: string,
): Promise<{ values: FormValues; savedAt: string } | undefined> {
  const row = await db
    .selectFrom('form_draft')
    .select(['values', 'saved_at'])
    .where('centre_id', '=', owner.centreId)
    .where('account_id', '=', owner.accountId)
    .where('form', '=', keyOf(owner, form))
    .executeTakeFirst();
  if (!row) return undefined;
  const place = placeOf(owner.centreId, owner.accountId, keyOf(owner, form));
  return { values: openJson(vault, row.values, place) as FormValues, savedAt: row.saved_at };
}

/** Saves what was typed so far; the last save wins. */
export async function saveDraft(
  db: Db,
  vault: Vault,
  owner: DraftOwner,
  form: string,
  values: FormValues,
): Promise<void> {
  const typed = Object.entries(values)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, value]) => [storable(name), Array.isArray(value) ? value.map(storable) : storable(value)]);
  const place = placeOf(owner.centreId, owner.accountId, keyOf(owner, form));
  const sealed: SealedJson = sealJson(vault, Object.fromEntries(typed), place);
  const kept = sql<string>`${JSON.stringify(sealed)}::jsonb`;
  await db
    .insertInto('form_draft')
    .values({
      centre_id: owner.centreId,
      account_id: owner.accountId,
      form: keyOf(owner, form),
      values: kept,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'account_id', 'form'])
        .doUpdateSet({ values: kept, saved_at: sql`now()` }),
    )
    .execute();
}

/** Forgets a draft: its form was sent, or the person threw it away. */
export async function dropDraft(db: Db, owner: DraftOwner, form: string): Promise<void> {
  await db
    .deleteFrom('form_draft')
    .where('centre_id', '=', owner.centreId)
    .where('account_id', '=', owner.accountId)
    .where('form', '=', keyOf(owner, form))
    .execute();
}
