import { addDays, cite } from '../../../law/index.ts';
import { date, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { carryUse } from '../db/offers.ts';
import { updateVersion } from '../db/versions.ts';
import { allowedTo, basisOf, guard, stateAfter } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { loadVersion, resultOf, versionInput, versionResult } from './version-step.ts';
import { webAddress } from './web-address.ts';

/**
 * Puts an adopted programme in force from a day, published on both pages of public information. The version that was in
 * force until then is superseded, and the places its people hold go over to the new one.
 */
export const putInForce = command({
  name: 'programmes.put-in-force',
  summary: 'Put an adopted programme in force and supersede its former version',
  input: versionInput.extend({
    validFrom: date(),
    journalPosition: optionalText(200),
    bipOffice: webAddress(text(500)),
    bipCentre: webAddress(text(500)),
  }),
  result: versionResult,
  basis: cite(basisOf('put-in-force')),
  load: async (tx, input, moment) => await loadVersion(tx, input, moment),
  allow: allowedTo('put-in-force'),
  decide(target, input, moment) {
    const refusal = guard('put-in-force', target.state);
    if (refusal) return refusal;
    if (input.validFrom > moment.today)
      return refuse('programmes.not-yet', pl.refusals.notYet, { field: 'validFrom' });
    if (target.resolutionDate !== null && input.validFrom < target.resolutionDate)
      return refuse('programmes.before-resolution', pl.refusals.beforeResolution, { field: 'validFrom' });
    if (input.bipOffice === input.bipCentre)
      return refuse('programmes.one-page', pl.refusals.onePage, { field: 'bipCentre' });
    const journalPosition = input.journalPosition ?? target.journalPosition;
    if (journalPosition === null)
      return refuse('programmes.no-journal', pl.refusals.noJournal, { field: 'journalPosition' });
    const change = {
      validFrom: input.validFrom,
      validTo: target.items.period?.to ?? null,
      journalPosition,
      bipOffice: input.bipOffice,
      bipCentre: input.bipCentre,
    };
    const before = target.siblings.find((one) => one.state === 'in_force');
    return { target, state: stateAfter('put-in-force', target.state), change, before };
  },
  async save(tx, { target, state, change, before }, moment) {
    const { centreId } = moment.actor;
    if (before) {
      await updateVersion(tx, centreId, before.id, stateAfter('supersede', before.state), {
        validTo: addDays(change.validFrom, -1),
      });
      await carryUse(tx, centreId, before.id, target.id);
    }
    await updateVersion(tx, centreId, target.id, state, change);
    return resultOf(target);
  },
  audit: ({ target, state, change, before }) => ({
    what: {
      versionId: target.id,
      before: target.state,
      after: state,
      ...change,
      ...(before ? { supersedes: before.id } : {}),
    },
  }),
  constraints: {
    programme_service_people_limit: refuse('programmes.limit-below-use', pl.refusals.limitBelowUse),
    programme_service_money_limit: refuse('programmes.limit-below-use', pl.refusals.limitBelowUse),
  },
});
