import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import { findKnown, listPlaces } from '../../casework/index.ts';
import { contractsOn, listOrganizations } from '../../directory/index.ts';
import { offersOfGmina } from '../db/choices.ts';
import { saveLine } from '../db/content.ts';
import { saveVersion } from '../db/plans.ts';
import { lineOf } from '../domain/line.ts';
import { lineInput } from '../domain/line-input.ts';
import { drawsUp } from '../domain/policy.ts';
import { take } from '../domain/take.ts';
import { partOf } from './remove-part.ts';
import { about, loadPlan } from './target.ts';

/** Writes a service of a programme into a draft, with its fee quoted by the programme, or writes one over. */
export const writeLine = insideCommand({
  name: 'plans.write-line',
  summary: 'Write a service of a programme into a plan that is being drawn up; its fee is quoted',
  input: lineInput,
  result: z.object({ lineId: id(), units: z.number(), feeGrosze: z.number(), feeSteps: z.array(z.string()) }),
  basis: 'art. 39 ust. 1, art. 43 ust. 1 ustawy o CUS',
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const target = await loadPlan(tx, moment, input.planId, 'prepared');
    if (!target) return undefined;
    const [offers, organizations, contracts, payer, places] = await Promise.all([
      offersOfGmina(tx, centreId, target.plan.gmina, moment.today),
      listOrganizations(tx, centreId),
      contractsOn(tx, centreId, input.startsOn),
      findKnown(tx, centreId, target.plan.caseId, moment.today),
      listPlaces(tx, centreId, target.plan.caseId),
    ]);
    return {
      ...target,
      offers,
      organizationIds: organizations.map((one) => one.id),
      contracts,
      payer,
      held: places.flatMap((place) => (place.state === 'released' ? [] : [place.programmeServiceId])),
    };
  },
  allow: drawsUp,
  decide(target, input) {
    const standing = take(target, 'write');
    if (isRefusal(standing)) return standing;
    const before = input.lineId === undefined ? undefined : partOf(target.content.lines, input.lineId);
    if (isRefusal(before)) return before;
    const line = lineOf(input, { ...target, version: target.at, before });
    return isRefusal(line) ? line : { target, before, line };
  },
  async save(tx, { target, before, line }, moment) {
    const { centreId } = moment.actor;
    const position = target.content.lines.length;
    const { id: lineId } = await saveLine(
      tx,
      centreId,
      target.at.id,
      line,
      before ? { id: before.id } : { position },
    );
    await saveVersion(tx, centreId, target.at.id);
    return { lineId, units: line.units, feeGrosze: line.feeGrosze, feeSteps: line.feeSteps };
  },
  audit: ({ target, before, line }, { lineId }) => ({
    ...about(target),
    what: {
      plan: target.plan.id,
      version: target.at.number,
      line: lineId,
      service: line.programmeServiceId,
      organization: line.organizationId,
      feeGrosze: line.feeGrosze,
      fields: before ? 'changed' : 'added',
    },
  }),
});
