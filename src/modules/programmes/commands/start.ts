import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { gminasOn } from '../../directory/index.ts';
import { insertDraft, insertProgramme } from '../db/versions.ts';
import { allowedTo, basisOf } from '../domain/lifecycle.ts';
import { pl } from '../pl.ts';
import { resultOf, versionResult } from './version-step.ts';

/** Starts a programme of social services: its first draft, with nothing but a name. */
export const start = command({
  name: 'programmes.start',
  summary: 'Start a programme of social services',
  input: z.object({ name: text(300), gmina: optionalText(7) }),
  result: versionResult,
  basis: cite(basisOf('start')),
  load: async (tx, _input, moment) => ({ gminas: await gminasOn(tx, moment.actor.centreId, moment.today) }),
  allow: allowedTo('start'),
  decide(target, input) {
    const [only, ...others] = target.gminas;
    // A centre of one gmina need not name it; one that is named must be its own.
    const gmina =
      input.gmina === undefined && others.length === 0
        ? only
        : target.gminas.find((one) => one.teryt === input.gmina);
    if (!gmina) return refuse('programmes.gmina', pl.refusals.gmina, { field: 'gmina' });
    return { id: newId(), programmeId: newId(), number: 1, gmina: gmina.teryt, name: input.name };
  },
  async save(tx, change, moment) {
    const { centreId } = moment.actor;
    await insertProgramme(tx, centreId, { id: change.programmeId, gmina: change.gmina, name: change.name });
    await insertDraft(tx, centreId, { ...change, items: { nameAndGoal: { name: change.name, goal: null } } });
    return resultOf(change);
  },
  audit: (change) => ({
    what: { programmeId: change.programmeId, versionId: change.id, name: change.name, gmina: change.gmina },
  }),
});
