import { z } from 'zod';
import { basis, cite } from '../../../law/index.ts';
import { choice, date, id, optionalText } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { safeOf } from '../../../platform/vault/stores.ts';
import { findPerson } from '../db/people.ts';
import { findReach } from '../db/reach.ts';
import {
  endRelation as endRelationRow,
  findRelation,
  insertRelation,
  relationsBetween,
} from '../db/relations.ts';
import { endFault, relationFault, type RelationFault, relationKinds } from '../domain/relations.ts';
import { writesPerson } from '../domain/reach.ts';
import { pl } from '../pl.ts';
import { personalData } from './person-facts.ts';

const whoMayApply = cite(basis('cus', '35', 'statute'));

const faultyField: Partial<Record<RelationFault, string>> = {
  self: 'otherPersonId',
  minor: 'otherPersonId',
  'document-missing': 'document',
  future: 'validFrom',
  'before-birth': 'validFrom',
  exists: 'kind',
};

const result = z.object({ relationId: z.string() });

/** Writes down who represents a person, cares for them or is their family. */
export const addRelation = command({
  name: 'people.add-relation',
  summary: 'Relate a person to a statutory representative, factual carer or relative',
  input: z.object({
    personId: id(),
    otherPersonId: id(),
    kind: choice(relationKinds),
    validFrom: date(),
    note: optionalText(100),
    document: optionalText(200),
  }),
  result,
  basis: whoMayApply,
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [person, other, existing, reach] = await Promise.all([
      findPerson(tx, safeOf(moment), input.personId, true),
      findPerson(tx, safeOf(moment), input.otherPersonId),
      relationsBetween(tx, centreId, input.personId, input.otherPersonId),
      findReach(tx, input.personId, moment),
    ]);
    return person && other && { id: person.id, reach, person, other, existing };
  },
  allow: writesPerson,
  decide({ person, other, existing }, input, { today }) {
    const relation = {
      id: newId(),
      personId: person.id,
      otherPersonId: other.id,
      kind: input.kind,
      validFrom: input.validFrom,
      note: input.note ?? null,
      document: input.document ?? null,
    };
    const fault = relationFault(existing, relation, { person, other }, today);
    if (fault === undefined) return relation;
    const field = faultyField[fault];
    return refuse(
      `people.relation-${fault}`,
      pl.refusals.relation[fault],
      field === undefined ? {} : { field },
    );
  },
  async save(tx, relation, { actor }) {
    await insertRelation(tx, actor.centreId, relation);
    return { relationId: relation.id };
  },
  audit: (relation) => ({
    personId: relation.personId,
    what: { relationId: relation.id, kind: relation.kind, otherPersonId: relation.otherPersonId },
  }),
});

/** Ends a relation; the last day counts. */
export const endRelation = command({
  name: 'people.end-relation',
  summary: 'End a relation between two people',
  input: z.object({ relationId: id(), validTo: date() }),
  result,
  basis: personalData,
  async load(tx, input, moment) {
    const relation = await findRelation(tx, moment.actor.centreId, input.relationId);
    return (
      relation && { id: relation.personId, reach: await findReach(tx, relation.personId, moment), relation }
    );
  },
  allow: writesPerson,
  decide({ relation }, { validTo }, { today }) {
    const fault = endFault(relation, validTo, today);
    return fault === undefined
      ? { relation, validTo }
      : refuse(`people.end-${fault}`, pl.refusals.end[fault], { field: 'validTo' });
  },
  async save(tx, { relation, validTo }, { actor }) {
    await endRelationRow(tx, actor.centreId, relation.id, validTo);
    return { relationId: relation.id };
  },
  audit: ({ relation, validTo }) => ({
    personId: relation.personId,
    what: { relationId: relation.id, to: validTo },
  }),
});
