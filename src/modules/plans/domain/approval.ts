import { checkPlanApproval, citeAll } from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { planWords } from '../pl.ts';
import { refuseIncomplete } from './content.ts';
import type { Content, Line, Version } from './plan.ts';

const codes = {
  notAgreed: 'plans.not-agreed',
  agreedAfterApproval: 'plans.agreed-after-approval',
  approverIsAuthor: 'plans.approver-is-author',
} as const;

/** What forbids the approval of a version by a person on a day, before their authorisation is looked at. */
export function refuseApproval(
  { at, content }: { at: Version; content: Content },
  by: { approverId: string; approvedOn: string; approverMayBeAuthor: boolean },
): Refusal | undefined {
  const [wrong] = checkPlanApproval(
    { authorId: at.authorId, agreedOn: at.agreedOn, approverId: by.approverId, approvedOn: by.approvedOn },
    { approverMayBeAuthor: by.approverMayBeAuthor },
  );
  if (wrong) return refuse(codes[wrong.code], wrong.words, { basis: citeAll(wrong.basis) });
  return refuseIncomplete(at, content);
}

/** Services whose programme has run out while they are still to be given (art. 42(2)). */
export function refuseEndedProgrammes(
  lines: readonly Line[],
  offered: ReadonlySet<string>,
  today: string,
): Refusal | undefined {
  const ended = lines.filter((line) => line.endsOn >= today && !offered.has(line.programmeServiceId));
  return ended.length === 0
    ? undefined
    : refuse(
        'plans.programme-ended',
        planWords.refusals.programmeEnded(ended.map((line) => line.serviceName)),
        {
          basis: 'art. 42 ust. 2 ustawy o CUS',
        },
      );
}

/** Whether an approved plan is carried out from the day of its approval: its first day has come. */
export const startsAtOnce = (version: Pick<Version, 'startsOn' | 'endsOn'>, today: string): boolean =>
  version.startsOn !== null && version.startsOn <= today;
