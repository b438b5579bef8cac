import { z } from 'zod';
import { anyone } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { findStatement } from '../db/statements.ts';
import { lacksOf, statementFields, statementSchema } from '../domain/statement.ts';

/** The accessibility statement as everybody may read it, with what it lacks today. */
export const statementQuery = query({
  name: 'accessibility.statement',
  summary: 'The accessibility statement of the centre, and what it lacks',
  input: z.object({}),
  output: z.object({ statement: statementSchema, version: z.number(), lacks: z.array(statementFields) }),
  basis: 'art. 10-12 ustawy o dostępności cyfrowej',
  async read(db, _input, moment) {
    const kept = await findStatement(db, moment.actor.centreId);
    return { ...kept, lacks: lacksOf(kept.statement, moment.today) };
  },
  allow: anyone(),
  discloses: () => undefined,
});
