import { dateWords } from '../../../law/index.ts';
import type { Block, WeekEntry } from '../../../platform/documents/letter.ts';
import type { Party } from '../../casework/index.ts';
import type { LetterContent } from '../../records/index.ts';
import type { PlanSettings } from '../db/choices.ts';
import type { Content, Line, Plan, Version } from '../domain/plan.ts';
import { endOf } from '../domain/schedule.ts';
import { planDocuments } from '../pl-documents.ts';

/** Everything that the papers of an approved version say. */
export interface PlanPaper {
  plan: Plan;
  version: Version & { startsOn: string; endsOn: string };
  content: Content;
  party: Party;
  settings: PlanSettings;
  approval: { name: string; position: string; on: string; basis: string };
}

/** "2 listopada 2026 r." */
export const dayOf = (date: string): string => planDocuments.day(dateWords(date));

/** "od 1 grudnia 2026 r. do 30 listopada 2027 r." */
export const spanOf = (of: { startsOn: string; endsOn: string }): string =>
  planDocuments.fromTo(dayOf(of.startsOn), dayOf(of.endsOn));

/** Who answers questions about the plan, beside its sign. */
export const handlerOf = (
  plan: Plan,
  settings?: Pick<PlanSettings, 'phone'>,
): NonNullable<LetterContent['handler']> => ({
  name: plan.coordinatorName,
  ...(plan.coordinatorPosition ? { position: plan.coordinatorPosition } : {}),
  ...(settings?.phone ? { phone: settings.phone } : {}),
});

const entriesOf = (line: Line): WeekEntry[] =>
  line.week.map((slot) => ({
    day: slot.day,
    from: slot.from,
    to: endOf(slot),
    what: line.serviceName,
    ...(line.organizationName ? { who: line.organizationName } : {}),
    ...(line.place ? { where: line.place } : {}),
  }));

/** The week of all services, day by day; nothing when no service has a fixed day. */
export function weekOf(lines: readonly Line[], caption?: string): Block[] {
  const entries = lines
    .flatMap(entriesOf)
    .toSorted((one, other) => one.day - other.day || (one.from < other.from ? -1 : 1));
  return entries.length === 0 ? [] : [{ type: 'week', entries, ...(caption ? { caption } : {}) }];
}

/** Sum of the fees, in grosze. */
export const totalFee = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.feeGrosze, 0);
