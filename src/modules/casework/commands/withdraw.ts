import { z } from 'zod';
import { optionalId, optionalText, tick } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { cancelDeadlines } from '../../agenda/index.ts';
import { findCase, moveCase, refuseStep } from '../db/cases.ts';
import { findLink } from '../db/links.ts';
import { releasePlaces } from '../db/places.ts';
import { tokenPattern } from '../domain/follow-up.ts';
import { caseStep } from '../domain/lifecycle.ts';
import { registersOrOwns } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';
import { unmetMessage } from '../unmet.ts';

const action = 'withdraw';

/** Ends a case at the applicant's wish: its clocks stop and the places held for it are free again. */
export const withdraw = command({
  name: 'casework.withdraw',
  summary: 'Withdraw a report or an application at the applicant’s wish',
  input: z
    .object({
      caseId: optionalId(),
      link: z.string().regex(tokenPattern).optional(),
      reason: optionalText(1000),
      /** It took too long: counted as an unmet need, without the person. */
      waited: tick(),
    })
    .refine((input) => input.caseId !== undefined || input.link !== undefined),
  result: z.object({ caseId: z.string(), state: z.string() }),
  basis: caseStep(action).basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const linked = input.link ? await findLink(tx, centreId, input.link, moment.now) : undefined;
    const caseId = input.link ? linked : input.caseId;
    const file = caseId ? await findCase(tx, centreId, caseId, true) : undefined;
    return file && { ...file, byLink: linked !== undefined };
  },
  allow: registersOrOwns,
  decide: (target, input) =>
    refuseStep(target, action) ?? {
      target,
      reason: input.reason ?? intakeWords.withdraw.defaultReason,
      waited: input.waited,
    },
  async save(tx, { target, reason }, moment) {
    const { centreId } = moment.actor;
    const [state] = await Promise.all([
      moveCase(tx, centreId, target, action, { closed_on: moment.today, closing_reason: reason }),
      cancelDeadlines(tx, centreId, { caseId: target.id }, moment.today),
      releasePlaces(tx, moment, target.id, reason),
    ]);
    return { caseId: target.id, state };
  },
  audit: ({ target }) => ({
    personId: target.personId,
    caseId: target.id,
    what: { before: { state: target.state }, after: { state: 'withdrawn' } },
  }),
  emits: ({ target, waited }) => (waited ? [unmetMessage(target.id)] : []),
});
