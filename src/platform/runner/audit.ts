import type { Actor } from '../actor.ts';
import type { Send } from '../database/tenant.ts';

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
export async function appendAudit(send: Send, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await send('select app.audit_append($1::jsonb)', [JSON.stringify(entries)]);
}
