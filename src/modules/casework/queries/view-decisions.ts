import { z } from 'zod';
import { citeAll, maySign } from '../../../law/index.ts';
import { permits } from '../../../platform/actor.ts';
import { id } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findAuthorisations } from '../../access/index.ts';
import { findCase } from '../db/cases.ts';
import { findRefusalDraft, listDecisions } from '../db/decisions.ts';
import { refusalGrounds } from '../domain/decision.ts';
import { decidesOnCase, readsDecisions, signsDecisions } from '../domain/outcome-policy.ts';
import { disclosed, findSection, sectionShape } from './section.ts';

const text = z.string();

export const decisionSchema = z.object({
  id: text,
  kind: z.enum(['refusal', 'order_to_pay']),
  feeId: text.nullable(),
  number: text,
  issuedOn: text,
  signatoryName: text,
  documentId: text,
  ruling: text,
  deliveredOn: text.nullable(),
  appealUntil: text.nullable(),
});

/** Decisions of a case, the draft of a refusal, and whether the reader may sign one today. */
export const viewDecisions = query({
  name: 'casework.view-decisions',
  summary: 'Decisions of a case with their delivery, and the draft of a refusal that waits for a signature',
  input: z.object({ caseId: id() }),
  output: z.object({
    ...sectionShape,
    title: text,
    decisions: z.array(decisionSchema),
    draft: z
      .object({
        ground: z.enum(refusalGrounds),
        factualReasoning: text,
        legalReasoning: text,
        board: text,
        preparedBy: text,
        preparedOn: text,
      })
      .nullable(),
    /** What the register of art. 26 says of the reader today. */
    signing: z.object({ allowed: z.boolean(), words: text, basis: text }),
    mayRecordDelivery: z.boolean(),
    signs: z.boolean(),
  }),
  basis: 'art. 42 ust. 3, art. 50 ust. 3 ustawy o CUS',
  async read(db, input, moment) {
    const { actor, today } = moment;
    const [head, file, decisions, draft, register] = await Promise.all([
      findSection(db, moment, input.caseId),
      findCase(db, actor.centreId, input.caseId),
      listDecisions(db, actor.centreId, input.caseId),
      findRefusalDraft(db, actor.centreId, input.caseId),
      findAuthorisations(db, actor.centreId, actor.accountId),
    ]);
    if (!head || !file) return undefined;
    const verdict = maySign(register, { what: 'refusal', on: today, accountId: actor.accountId });
    const staff = permits({ ...decidesOnCase, ...signsDecisions }, actor, { file });
    return {
      ...head,
      title: file.title,
      decisions: decisions.map(({ content, caseId: _caseId, ...decision }) => ({
        ...decision,
        ruling: content.ruling ?? '',
      })),
      // A draft is the centre's own paper until it is signed.
      draft: staff ? (draft ?? null) : null,
      signing: { allowed: verdict.allowed, words: verdict.words, basis: citeAll(verdict.basis) },
      mayRecordDelivery: staff,
      signs: permits(signsDecisions, actor, { file }),
    };
  },
  allow: readsDecisions,
  discloses: (view) => disclosed(view, 'decisions'),
  hidden: true,
});
