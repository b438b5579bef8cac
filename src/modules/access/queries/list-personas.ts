import { z } from 'zod';
import { anyone, roles } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listPersonas } from '../db/personas.ts';

const persona = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  position: z.string(),
  persona: z.string(),
  roles: z.array(z.enum(roles)),
});

/** The demonstration's named accounts with what each is for; none outside a demonstration. */
export const listPersonasQuery = query({
  name: 'access.list-personas',
  summary: 'Named personas of the demonstration',
  input: z.object({}),
  output: z.array(persona),
  basis: 'demonstracja',
  read: (db, _input, moment) => listPersonas(db, moment.actor.centreId),
  allow: anyone(),
  discloses: () => undefined,
});
