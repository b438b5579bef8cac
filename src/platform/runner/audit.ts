import type { Actor } from '../actor.ts';
import type { Send } from '../database/tenant.ts';
import { idPattern } from '../ids.ts';
import { pl } from '../pl.ts';

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

/** The chain is for ever: a resident is named in it by the account alone, which can be erased. */
const nameIn = ({ personId, name, deputy }: Actor): string => {
  if (deputy) return pl.deputyActor(deputy.name, name);
  return personId === undefined ? name : pl.residentActor;
};

/** The entry for an actor's action. */
export function auditEntry(
  actor: Actor,
  action: string,
  kind: AuditEntry['kind'],
  note: AuditNote,
  basis?: string,
): AuditEntry {
  return {
    // In a substitution it is the deputy who acts, and the entry says for whom.
    accountId: (actor.deputy ?? actor).accountId,
    actor: nameIn(actor),
    action,
    kind,
    ...note,
    ...(actor.deputy ? { what: { ...note.what, insteadOf: actor.accountId } } : {}),
    ...(basis ? { basis } : {}),
  };
}

/** Appends to the centre's chain in the caller's transaction. */
export async function appendAudit(send: Send, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await send('select app.audit_append($1::jsonb)', [JSON.stringify(entries)]);
}

type Subject = Pick<AuditNote, 'personId' | 'caseId'>;

const named = (value: unknown, name: keyof Subject): string | undefined => {
  if (typeof value !== 'object' || value === null || !(name in value)) return undefined;
  const id: unknown = (value as Record<string, unknown>)[name];
  return typeof id === 'string' && idPattern.test(id) ? id : undefined;
};

/**
 * Whose data a denied try was aimed at: targets, what stands in them, and inputs call a person `personId` and a case
 * `caseId` everywhere. A try that names neither has no subject.
 */
export function aimedAt(target: unknown, input: unknown): Subject {
  const places = [target, input, ...(typeof target === 'object' && target ? Object.values(target) : [])];
  const find = (name: keyof Subject): string | undefined => {
    for (const place of places) {
      const id = named(place, name);
      if (id) return id;
    }
    return undefined;
  };
  return { personId: find('personId'), caseId: find('caseId') };
}

/** The note of a denial: whose data were asked for, and none of them. */
export const denial = (subject: Subject): AuditNote => ({
  personId: subject.personId,
  caseId: subject.caseId,
  what: { denied: true },
});
