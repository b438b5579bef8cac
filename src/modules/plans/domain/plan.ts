import { z } from 'zod';
import { supportingActionKinds } from '../../../law/index.ts';
import { versionStates } from './lifecycle.ts';

/** Kinds of supporting actions as they are kept (art. 2(2), 39(2)). */
export const actionKinds = ['self_help', 'volunteering', 'neighbourly', 'other'] as const;

export type ActionKind = (typeof actionKinds)[number];

export const contactKinds = ['visit', 'phone', 'meeting', 'provider', 'letter'] as const;

export type ContactKind = (typeof contactKinds)[number];

/** Why a running plan is changed (art. 41(2)). */
export const updateKinds = ['needs', 'programme', 'other'] as const;

export type UpdateKind = (typeof updateKinds)[number];

/** How a plan came to its last day: end of the period or of the services, something else, a resignation (art. 44). */
export const endings = ['period', 'services', 'other', 'resignation'] as const;

export type Ending = (typeof endings)[number];

/** How far the plan came to what was expected of it, as the closing says and the summaries count. */
export const closingOutcomes = ['achieved', 'partly', 'not_achieved'] as const;

export type ClosingOutcome = (typeof closingOutcomes)[number];

/** Parts of the list of plans by what is to be done. */
export const planFilters = ['open', 'waiting', 'preparation', 'running', 'closing', 'closed', 'all'] as const;

export type PlanFilter = (typeof planFilters)[number];

export const slotSchema = z.object({ day: z.number(), from: z.string(), minutes: z.number() });

export const needSchema = z.object({
  id: z.string(),
  originId: z.string(),
  area: z.number().nullable(),
  words: z.string(),
  priority: z.number(),
  source: z.string().nullable(),
});

export type Need = z.infer<typeof needSchema>;

export const payerSchema = z.object({
  household: z.enum(['single', 'family']).optional(),
  incomeGrosze: z.number().optional(),
  reliefId: z.string().optional(),
});

export const lineSchema = z.object({
  id: z.string(),
  originId: z.string(),
  programmeServiceId: z.string(),
  serviceId: z.string(),
  programmeName: z.string(),
  serviceName: z.string(),
  organizationId: z.string().nullable(),
  organizationName: z.string().nullable(),
  contractId: z.string().nullable(),
  contractNumber: z.string().nullable(),
  place: z.string().nullable(),
  week: z.array(slotSchema),
  scheduleWords: z.string().nullable(),
  units: z.number(),
  unit: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  /** What a unit costs the programme, in grosze. */
  unitPriceGrosze: z.number().nullable(),
  /** What the person pays for the whole line, in grosze. */
  feeGrosze: z.number(),
  feeSteps: z.array(z.string()),
  feeBasis: z.array(z.string()),
  feeDueOn: z.string().nullable(),
  payer: payerSchema,
  relief: z.string().nullable(),
  expectedResult: z.string().nullable(),
});

export type Line = z.infer<typeof lineSchema>;

export const supportingActionSchema = z.object({
  id: z.string(),
  originId: z.string(),
  kind: z.enum(actionKinds),
  words: z.string(),
  who: z.string(),
  scheduleWords: z.string().nullable(),
});

export type SupportingAction = z.infer<typeof supportingActionSchema>;

export const versionSchema = z.object({
  id: z.string(),
  number: z.number(),
  state: z.enum(versionStates),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  updateKind: z.enum(updateKinds).nullable(),
  updateReason: z.string().nullable(),
  authorId: z.string(),
  authorName: z.string(),
  agreedOn: z.string().nullable(),
  agreedHow: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedByName: z.string().nullable(),
  approvedOn: z.string().nullable(),
  returnRemarks: z.string().nullable(),
  endedOn: z.string().nullable(),
  ending: z.enum(endings).nullable(),
  endReason: z.string().nullable(),
  version: z.number(),
});

export type Version = z.infer<typeof versionSchema>;

export const contentSchema = z.object({
  needs: z.array(needSchema),
  lines: z.array(lineSchema),
  actions: z.array(supportingActionSchema),
});

/** What a version says: the needs it answers, the services, the supporting actions. */
export type Content = z.infer<typeof contentSchema>;

export const monitoringSchema = z.object({
  id: z.string(),
  heldOn: z.string(),
  contact: z.enum(contactKinds),
  finding: z.string(),
  action: z.string().nullable(),
  authorName: z.string(),
  at: z.string(),
});

export type MonitoringEntry = z.infer<typeof monitoringSchema>;

export const closingSchema = z.object({
  talkOn: z.string().nullable(),
  noTalkReason: z.string().nullable(),
  description: z.string(),
  results: z.string(),
  outcome: z.enum(closingOutcomes),
  remainingNeeds: z.string().nullable(),
});

/** The summary of a plan (art. 45(2), (3)): the talk, or why there was none, and the description. */
export type Closing = z.infer<typeof closingSchema>;

export const keptClosingSchema = closingSchema.extend({ authorName: z.string(), writtenOn: z.string() });

export type KeptClosing = z.infer<typeof keptClosingSchema>;

export const handoverSchema = z.object({
  id: z.string(),
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  plans: z.number(),
  cases: z.number(),
  orderedByName: z.string(),
  orderedOn: z.string(),
});

export type Handover = z.infer<typeof handoverSchema>;

/** A plan with all its versions, as commands and queries judge it. */
export interface Plan {
  id: string;
  number: string;
  caseId: string;
  caseSign: string | null;
  personId: string;
  personName: string;
  gmina: string;
  coordinatorId: string;
  coordinatorName: string;
  coordinatorPosition: string;
  versions: Version[];
}

/** Kind of a supporting action in the words of the law. */
export const actionKindWords: Readonly<Record<ActionKind, string>> = {
  self_help: supportingActionKinds.selfHelp,
  volunteering: supportingActionKinds.volunteer,
  neighbourly: supportingActionKinds.neighbour,
  other: supportingActionKinds.other,
};
