import { z } from 'zod';
import { deadlineSchema } from '../../agenda/index.ts';
import { caseStates } from '../../casework/index.ts';
import { drawingSteps } from '../domain/content.ts';
import { versionStates } from '../domain/lifecycle.ts';
import {
  contentSchema,
  handoverSchema,
  keptClosingSchema,
  monitoringSchema,
  versionSchema,
} from '../domain/plan.ts';

const states = z.enum(versionStates);

/** A plan in a list: whose, by whom, how it stands, what is due. */
export const listedPlanSchema = z.object({
  id: z.string(),
  number: z.string(),
  caseId: z.string(),
  caseSign: z.string().nullable(),
  caseState: z.enum(caseStates),
  personId: z.string(),
  personName: z.string(),
  gmina: z.string(),
  coordinatorId: z.string(),
  coordinatorName: z.string(),
  state: states,
  preparing: states.nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  services: z.array(z.string()),
  clock: deadlineSchema
    .pick({ startsOn: true, dueOn: true, amberOn: true, redOn: true })
    .extend({ kind: z.string() })
    .nullable(),
});

export type ListedPlan = z.infer<typeof listedPlanSchema>;

/** Whose plan it is: the head of everything that shows one. */
export const planHeadSchema = z.object({
  id: z.string(),
  number: z.string(),
  caseId: z.string(),
  caseSign: z.string().nullable(),
  caseState: z.enum(caseStates),
  personId: z.string(),
  personName: z.string(),
  coordinatorId: z.string(),
  coordinatorName: z.string(),
  coordinatorPosition: z.string(),
  granted: z.boolean(),
});

export type PlanHead = z.infer<typeof planHeadSchema>;

export const lackSchema = z.object({ step: z.enum(drawingSteps), words: z.string(), basis: z.string() });

export const feeSchema = z.object({
  id: z.string(),
  title: z.string(),
  amountGrosze: z.number(),
  waivedGrosze: z.number(),
  paidGrosze: z.number(),
  dueOn: z.string(),
  state: z.string(),
  steps: z.array(z.string()),
  basis: z.array(z.string()),
});

const documentSchema = z.object({
  id: z.string(),
  title: z.string(),
  sign: z.string(),
  issuedOn: z.string(),
  issuedBy: z.string().nullable(),
  ready: z.boolean(),
});

/** One plan with everything in it, as far as the reader may see it. */
export const planViewSchema = planHeadSchema.extend({
  versions: z.array(versionSchema),
  /** The version that is shown. */
  at: versionSchema,
  content: contentSchema,
  /** What the version lacks before it can be agreed. */
  lacks: z.array(lackSchema),
  clocks: z.array(deadlineSchema),
  fees: z.array(feeSchema),
  monitoring: z.array(monitoringSchema),
  handovers: z.array(handoverSchema),
  closing: keptClosingSchema.nullable(),
  documents: z.array(documentSchema),
  /** The clock of art. 40 has run out on this day and nobody has said why. */
  lateSince: z.string().nullable(),
  /** A change that is being prepared beside the version that is shown, with the steps open to the reader on it. */
  preparing: z.object({ number: z.number(), state: states, actions: z.array(z.string()) }).nullable(),
  /** Steps open to the reader on the version that is shown. */
  actions: z.array(z.string()),
  /** Why the reader may not approve an agreed version, with the basis; null: may, or there is nothing to approve. */
  mayNotApprove: z.object({ words: z.string(), basis: z.string() }).nullable(),
});

export type PlanView = z.infer<typeof planViewSchema>;
