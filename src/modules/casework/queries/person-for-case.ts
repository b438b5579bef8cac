import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findPersonCard } from '../db/reports.ts';
import { personCardSchema } from '../domain/person-card.ts';

/** The chosen person of the register, while a need is being taken down or an application begun. */
export const personForCase = query({
  name: 'casework.person-for-case',
  summary: 'Who was chosen from the register for a new report or application',
  input: z.object({ personId: id() }),
  output: personCardSchema,
  basis: 'art. 50 ust. 1 ustawy o CUS',
  read: async (db, input, moment) =>
    await findPersonCard(db, moment.actor.centreId, input.personId, moment.today),
  // Whoever takes a need down has the person before them; the read is written down like any other.
  allow: {
    clerk: always,
    service_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  discloses: (card) => ({ personId: card.id, what: { parts: ['identity', 'representatives'] } }),
  hidden: true,
});
