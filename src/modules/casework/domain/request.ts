import { z } from 'zod';
import type { DeadlineKind } from '../../../law/index.ts';
import { type Allow, always } from '../../../platform/actor.ts';
import type { CaseState } from './lifecycle.ts';
import { coordinates } from './relation.ts';

/** What a resident with an account asks of the centre in their own case. */
export const requestKinds = ['change', 'complaint', 'resignation'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** The clock of each: a complaint has one in the law (KPA art. 237); the others are the centre's own promise. */
export const clockOf: Readonly<Record<RequestKind, DeadlineKind>> = {
  change: 'residentRequest',
  complaint: 'complaint',
  resignation: 'residentRequest',
};

/** What each stands on. */
export const requestBasis: Readonly<Record<RequestKind, string>> = {
  change: 'art. 41 ust. 2 ustawy o CUS',
  complaint: 'art. 227, art. 237 § 1 KPA',
  resignation: 'art. 44 ustawy o CUS',
};

const withPlan: readonly CaseState[] = ['plan_in_preparation', 'plan_running'];
const withService: readonly CaseState[] = [...withPlan, 'qualified'];

/** Whether it can be asked for where the case stands; one may complain whatever becomes of a case. */
export const mayAsk = (kind: RequestKind, state: CaseState): boolean =>
  kind === 'complaint' || (kind === 'change' ? withPlan : withService).includes(state);

/** Who answers: the director, and the coordinator of the case; never a complaint that may be about them (KPA art. 232 § 2). */
export const answersRequest: Allow<{ coordinatorId: string | null; request: { kind: RequestKind } }> = {
  director: always,
  plan_coordinator: (actor, { coordinatorId, request }) =>
    request.kind !== 'complaint' && coordinates(actor, { coordinatorId }),
};

/** A request as both sides read it. */
export const requestSchema = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: z.enum(requestKinds),
  words: z.string(),
  until: z.string().nullable(),
  madeOn: z.string(),
  dueOn: z.string(),
  answer: z.string().nullable(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
});

export type ResidentRequest = z.infer<typeof requestSchema>;
