import { z } from 'zod';
import { type Actor, always, permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { hasOpenGrant } from '../../access/index.ts';
import { opensDocument } from '../../records/index.ts';
import { readPersonFile, type Reading } from '../db/person-file.ts';
import { personFileSchema } from '../domain/person-file.ts';

const readsAll = ['clerk', 'director', 'service_organiser'] as const;

/** The widest reading that the actor's roles give; necessity opens all. */
function readingOf(actor: Actor, granted: boolean): Reading {
  if (granted || readsAll.some((role) => actor.roles.includes(role))) return { kind: 'all' };
  if (actor.roles.includes('plan_coordinator')) return { kind: 'coordinator', accountId: actor.accountId };
  return { kind: 'team' };
}

/** A person's cases, last notes and documents: for the page of the person. */
export const personFile = query({
  name: 'casework.person-file',
  summary: 'Cases, last notes and documents of one person, as far as the reader may see them',
  input: z.object({ personId: id() }),
  output: personFileSchema,
  basis: 'art. 50 ust. 1 i 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor } = moment;
    const granted = await hasOpenGrant(db, actor.centreId, actor.accountId, input.personId, moment.now);
    const reader = { accountId: actor.accountId, director: actor.roles.includes('director') };
    const reading = readingOf(actor, granted);
    const file = await readPersonFile(db, actor.centreId, input.personId, reading, reader);
    const { personId } = input;
    const transferredToTeam = reading.kind === 'team';
    const documents = file.documents.filter((one) =>
      permits(opensDocument, actor, { ...one, personId, transferredToTeam }),
    );
    return { personId, granted, ...file, documents };
  },
  allow: {
    clerk: always,
    director: always,
    service_organiser: always,
    plan_coordinator: always,
    assistance_organiser: always,
  },
  discloses: (file) =>
    file.cases.length === 0
      ? undefined
      : {
          personId: file.personId,
          what: {
            parts: ['cases', 'notes', 'documents'],
            cases: file.cases.map((one) => one.id),
            ...(file.granted ? { byNecessity: true } : {}),
          },
        },
});
