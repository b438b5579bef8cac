import { z } from 'zod';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listOrganizations } from '../../directory/index.ts';
import { findCase } from '../db/cases.ts';
import { listTransfers, transferTargets } from '../db/transfers.ts';
import { findWanted } from '../db/wanted.ts';
import { answersTransfer, readsTransfer } from '../domain/outcome-policy.ts';
import { disclosed, findSection, sectionShape } from './section.ts';

const text = z.string();

export const transferSchema = z.object({
  id: text,
  targetKind: z.enum(transferTargets),
  targetName: text,
  targetOrganizationId: text.nullable(),
  reason: text,
  agreedOn: text,
  agreedHow: text,
  sentOn: text,
  answer: z.enum(['accepted', 'returned']).nullable(),
  answerWords: text.nullable(),
  answeredOn: text.nullable(),
});

/** Transfers of an application with their answers, for who sent it and who received it. */
export const viewTransfer = query({
  name: 'casework.view-transfer',
  summary: 'Transfers of an application: to whom, why, with what agreement, and the answer',
  input: z.object({ caseId: id() }),
  output: z.object({
    ...sectionShape,
    version: z.number(),
    title: text,
    personName: text,
    sign: text.nullable(),
    submittedOn: text.nullable(),
    services: z.array(text),
    transfers: z.array(transferSchema),
    /** Units that the application was sent to, when they have an entry in the directory. */
    receivers: z.array(text),
    organizations: z.array(z.object({ id: text, name: text })),
    mayAnswer: z.boolean(),
  }),
  basis: 'art. 19, art. 38 ust. 1, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor } = moment;
    const [head, file, transfers, wanted, organizations] = await Promise.all([
      findSection(db, moment, input.caseId),
      findCase(db, actor.centreId, input.caseId),
      listTransfers(db, actor.centreId, input.caseId),
      findWanted(db, actor.centreId, input.caseId, moment.today),
      listOrganizations(db, actor.centreId),
    ]);
    if (!head || !file) return undefined;
    const [latest] = transfers;
    return {
      ...head,
      version: file.version,
      title: file.title,
      personName: file.personName,
      sign: file.sign,
      submittedOn: file.submittedOn,
      services: wanted.map((service) => service.name),
      transfers,
      // What a unit gave back is no longer its to read (art. 50(1)).
      receivers:
        latest?.targetOrganizationId && latest.answer !== 'returned' ? [latest.targetOrganizationId] : [],
      organizations: organizations.map(({ id: organizationId, name }) => ({ id: organizationId, name })),
      mayAnswer:
        file.state === 'transferred' &&
        latest !== undefined &&
        latest.answer === null &&
        permits(answersTransfer, actor, { file, transfer: latest }),
    };
  },
  allow: readsTransfer,
  discloses: (view) => disclosed(view, 'transfer'),
  hidden: true,
});
