import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { insideCommand } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findCase, listNeeds, listPlaces, stateWords as caseStateWords } from '../../casework/index.ts';
import { nextSign } from '../../records/index.ts';
import { saveLine, saveNeed } from '../db/content.ts';
import { offersOfGmina, performersOf } from '../db/choices.ts';
import { changeCoordinator, findPlan, insertPlan, insertVersion } from '../db/plans.ts';
import { after, planStep } from '../domain/lifecycle.ts';
import { linesOfPlaces, spanOf } from '../domain/first-draft.ts';
import { planWords } from '../pl.ts';

const { basis } = planStep('draw-up');
const words = planWords.refusals;

/**
 * Founds the plan of a case that needs one: the needs come from the case, the services from the places that were reserved
 * for it, so that nothing is typed twice. A plan that was given up before is taken up again with its sign.
 */
export const drawUp = insideCommand({
  name: 'plans.draw-up',
  summary: 'Begin to draw up the individual plan of a case, with its needs and the services reserved for it',
  input: z.object({ caseId: id() }),
  result: z.object({ planId: z.string(), number: z.number() }),
  basis,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const file = await findCase(tx, centreId, input.caseId, true);
    if (!file) return undefined;
    const [plan, needs, places, offers] = await Promise.all([
      findPlan(tx, centreId, { caseId: file.id }, true),
      listNeeds(tx, centreId, file.id),
      listPlaces(tx, centreId, file.id),
      offersOfGmina(tx, centreId, file.gmina, moment.today),
    ]);
    return { file, plan, needs, places, offers };
  },
  allow: {
    plan_coordinator: (actor: Actor, target: { file: { coordinatorId: string | null } }) =>
      target.file.coordinatorId === actor.accountId,
  },
  decide({ file, plan, needs, places, offers }, _input, moment) {
    if (file.state !== 'plan_in_preparation')
      return refuse('plans.case-state', words.caseState(caseStateWords(file.state)), { basis });
    if (file.personId === null) return refuse('plans.no-person', words.noPerson);
    const next = after(plan?.versions ?? [], 'draw-up', 0);
    if (!next) return refuse('plans.exists', words.planExists, { basis });
    const lines = linesOfPlaces(places, offers);
    return {
      file,
      earlier: plan,
      planId: plan?.id ?? newId(),
      personId: file.personId,
      coordinatorId: moment.actor.accountId,
      number: Math.max(...next.map((version) => version.number)),
      needs,
      lines,
      span: spanOf(lines),
    };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    const { planId, number, file, span, coordinatorId } = change;
    if (change.earlier) await changeCoordinator(tx, centreId, [planId], coordinatorId);
    else
      await insertPlan(tx, centreId, {
        id: planId,
        number: await nextSign(tx, centreId, 'plan', moment.today),
        caseId: file.id,
        personId: change.personId,
        gmina: file.gmina,
        coordinatorId,
      });
    const { id: versionId } = await insertVersion(tx, moment, planId, { number, ...span });
    const performers = await performersOf(
      tx,
      centreId,
      change.lines.map((line) => line.programmeServiceId),
    );
    await Promise.all([
      ...change.needs.map((need, position) =>
        saveNeed(
          tx,
          centreId,
          versionId,
          { words: need.words, area: need.area, priority: need.priority, source: planWords.needFromCase },
          { position },
        ),
      ),
      ...change.lines.map((line, position) =>
        saveLine(
          tx,
          centreId,
          versionId,
          { ...line, organizationId: performers.get(line.programmeServiceId) ?? null },
          { position },
        ),
      ),
    ]);
    return { planId, number };
  },
  audit: (change) => ({
    personId: change.personId,
    caseId: change.file.id,
    what: {
      plan: change.planId,
      after: 'draft',
      version: change.number,
      needs: change.needs.length,
      lines: change.lines.length,
    },
  }),
});
