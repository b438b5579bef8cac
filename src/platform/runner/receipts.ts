import type { Send } from '../database/tenant.ts';

/** What is kept of a submission that succeeded, so that the same one sent again is given the same result. */
export interface Receipt {
  once: string;
  accountId: string;
  command: string;
  result: unknown;
}

/** Receipts of earlier submissions by their keys, in one statement. */
export async function findReceipts(
  send: Send,
  centreId: string,
  keys: readonly string[],
): Promise<readonly Receipt[]> {
  if (keys.length === 0) return [];
  const { rows } = await send(
    `select once, account_id as "accountId", command, result->'value' as result
     from command_receipt where centre_id = $1 and once = any($2::uuid[])`,
    [centreId, keys],
  );
  return rows as Receipt[];
}

/** Keeps receipts, in one statement. @throws 23505 when one of the keys has been used */
export async function saveReceipts(
  send: Send,
  centreId: string,
  receipts: readonly Receipt[],
): Promise<void> {
  if (receipts.length === 0) return;
  await send(
    `insert into command_receipt (centre_id, once, account_id, command, result)
     select $1, r.once, r."accountId", r.command, jsonb_build_object('value', r.result)
     from jsonb_to_recordset($2::jsonb) as r (once uuid, "accountId" uuid, command text, result jsonb)`,
    [centreId, JSON.stringify(receipts)],
  );
}
