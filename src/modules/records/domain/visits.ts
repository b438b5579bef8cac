/** What a visit is made of: the facts of an entry of the audit chain that a person reads. */
export interface Looked {
  seq: number;
  at: string;
  actor: string;
  position: string;
  action: string;
  kind: 'change' | 'read' | 'access';
  basis: string | null;
  caseId: string | null;
}

/** Reads of one actor, one after another within a minute: a page asks several questions, a person looked once. */
export interface VisitToData {
  seq: number;
  at: string;
  actor: string;
  position: string;
  kind: Looked['kind'];
  /** Names of what was done, each once, in the order of time. */
  actions: string[];
  /** Legal bases, each once. */
  bases: string[];
}

const minuteOf = (at: string): string => at.slice(0, 16);

const belongs = (visit: VisitToData, entry: Looked): boolean =>
  visit.kind === 'read' &&
  entry.kind === 'read' &&
  visit.actor === entry.actor &&
  visit.position === entry.position &&
  minuteOf(visit.at) === minuteOf(entry.at);

/**
 * Entries of the chain (newest first) as visits (newest first). Only reads are gathered: a change stands alone.
 * Nothing is left out: every entry's action and basis is in some visit (art. 50(3) of the Act: which data, when, who).
 */
export function visitsOf(entries: readonly Looked[]): VisitToData[] {
  const visits: VisitToData[] = [];
  for (const entry of entries) {
    const last = visits.at(-1);
    const bases = entry.basis === null ? [] : [entry.basis];
    if (last && belongs(last, entry)) {
      last.actions = [...new Set([entry.action, ...last.actions])];
      last.bases = [...new Set([...bases, ...last.bases])];
    } else {
      const { seq, at, actor, position, kind, action } = entry;
      visits.push({ seq, at, actor, position, kind, actions: [action], bases });
    }
  }
  return visits;
}
