import { z } from 'zod';
import { choice, id, text, tick } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { meetDeadlines } from '../../agenda/index.ts';
import { insertNote } from '../db/notes.ts';
import { findRelation } from '../db/relation.ts';
import { noteKinds } from '../domain/case-view.ts';
import { writesInCase } from '../domain/relation.ts';
import { intakeWords } from '../pl-intake.ts';

/** Writes down a call, a visit, a talk: added to the history of the case, never changed afterwards. */
export const addNote = command({
  name: 'casework.add-note',
  summary: 'Add a note to a case; a restricted one is read by its author, the coordinator and the director',
  input: z.object({
    caseId: id(),
    kind: choice(noteKinds).default('note'),
    body: text(10_000, intakeWords.notes.errors.body),
    restricted: tick(),
  }),
  result: z.object({ noteId: z.string(), caseId: z.string() }),
  basis: 'art. 50 ust. 3 ustawy o CUS',
  load: async (tx, input, moment) => await findRelation(tx, moment.actor.centreId, input.caseId),
  allow: writesInCase,
  decide: (target, input, moment) => ({
    note: {
      id: newId(),
      caseId: target.id,
      kind: input.kind,
      body: input.body,
      restricted: input.restricted,
      authorId: moment.actor.accountId,
      at: moment.now,
    },
    personId: target.personId,
  }),
  async save(tx, { note }, moment) {
    const { centreId } = moment.actor;
    await Promise.all([
      insertNote(tx, centreId, note),
      // A call that was asked for is owed no longer once somebody has called and written it down.
      note.kind === 'call' &&
        meetDeadlines(tx, centreId, { caseId: note.caseId, kind: 'callBack' }, moment.today),
    ]);
    return { noteId: note.id, caseId: note.caseId };
  },
  audit: ({ note, personId }) => ({
    personId,
    caseId: note.caseId,
    what: { noteId: note.id, kind: note.kind, restricted: note.restricted },
  }),
  joins: true,
});
