import { z } from 'zod';
import { always, type Actor, type Allow } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import { id } from '../../../platform/fields.ts';
import { command, type Moment } from '../../../platform/runner/command.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/runner/outcome.ts';
import { findPlan, type Plan, updatePlan } from '../db/plans.ts';
import type { Content } from '../domain/content.ts';
import { isEditable } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';

/** No act orders a local plan: the government's strategy and the nationwide guidelines do (domain reference 3.1). */
export const lpdiBasis = pl.basis;

export const planInput = z.object({ planId: id() });

/** The plan that a command changes, locked; `version` guards against a stale form. */
export type Target = { plan: Plan; version: number };

export const loadPlan = async (
  tx: Db,
  { planId }: { planId: string },
  { actor }: Moment,
): Promise<Target | undefined> => {
  const plan = await findPlan(tx, actor.centreId, planId, 'lock');
  return plan && { plan, version: plan.version };
};

/** The organiser of services writes the plan; the director may as well. */
export const writers: Allow<Target> = { service_organiser: always, director: always };

/** Only the director records what the council or the mayor decided. */
export const adopters: Allow<Target> = { director: (_actor: Actor) => true };

/** The refusal of an edit in a state that allows none. */
export const closedToEdits = (plan: Plan): Refusal | undefined =>
  isEditable(plan.state) ? undefined : refuse('lpdi.not-editable', pl.errors.notEditable);

/** An edited content, and what the audit says of the edit. */
export type Edit = { content: Content; what: Record<string, unknown> };

/**
 * A command that edits the content of a plan. `edit` is pure; what is not editable in the plan's state is refused before
 * it, unless the command says that it may be done `anyTime`.
 */
export const planEdit = <Input extends { planId: string }>(definition: {
  name: `lpdi.${string}`;
  summary: string;
  input: z.ZodType<Input>;
  anyTime?: true;
  edit(plan: Plan, input: Input): Edit | Refusal;
}) =>
  command({
    name: definition.name,
    summary: definition.summary,
    input: definition.input,
    result: z.object({}),
    basis: lpdiBasis,
    load: (tx, input: Input, moment) => loadPlan(tx, input, moment),
    allow: writers,
    decide({ plan }, input) {
      const closed = definition.anyTime ? undefined : closedToEdits(plan);
      if (closed) return closed;
      const edited = definition.edit(plan, input);
      return isRefusal(edited) ? edited : { plan, ...edited };
    },
    async save(tx, { plan, content }, { actor }) {
      await updatePlan(tx, actor.centreId, plan.id, { content });
      return {};
    },
    audit: ({ plan, what }) => ({ what: { lpdi: plan.id, ...what } }),
  });
