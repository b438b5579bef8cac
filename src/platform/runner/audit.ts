import { sql } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Db } from '../database/tenant.ts';

/** What a change or a read touched. `what` names data by field group; secrets and full texts stay out of it. */
export interface AuditNote {
  personId?: string | null | undefined;
  caseId?: string | null | undefined;
  what: Record<string, unknown>;
}

export interface AuditEntry extends AuditNote {
  accountId: string | null;
  actor: string;
  action: string;
  kind: 'change' | 'read' | 'access';
  basis?: string;
}

/** The entry for an actor's action. */
export function auditEntry(
  actor: Actor,
  action: string,
  kind: AuditEntry['kind'],
  note: AuditNote,
  basis?: string,
): AuditEntry {
  return {
    accountId: actor.accountId,
    actor: actor.name,
    action,
    kind,
    ...note,
    ...(basis ? { basis } : {}),
  };
}

/** Appends to the centre's chain in the caller's transaction. */
export async function appendAudit(tx: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql`select app.audit_append(${JSON.stringify(entries)}::jsonb)`.execute(tx);
}
