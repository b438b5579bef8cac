import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { command } from '../../../platform/runner/command.ts';
import { findStatement, saveStatement } from '../db/statements.ts';
import { lacksOf, statementSchema } from '../domain/statement.ts';

/** Keeps what the centre says of its accessibility. An incomplete statement is kept too, and says itself what it lacks. */
export const saveStatementCommand = command({
  name: 'accessibility.save-statement',
  summary: 'Save the centre’s accessibility statement (act of 4.04.2019, art. 10-12)',
  input: statementSchema,
  result: z.object({ lacks: z.array(z.string()) }),
  basis: 'art. 10-12 ustawy o dostępności cyfrowej',
  load: async (tx, _input, moment) => await findStatement(tx, moment.actor.centreId),
  allow: { director: always, administrator: always },
  decide: (before, input) => ({ before, statement: input }),
  async save(tx, { statement }, moment) {
    const { centreId, accountId } = moment.actor;
    await saveStatement(tx, centreId, statement, { accountId, at: moment.now });
    return { lacks: lacksOf(statement, moment.today) };
  },
  audit: ({ before, statement }) => ({ what: { before: before.statement, after: statement } }),
});
