import {
  appealInstruction,
  cite,
  dateWords,
  type DecisionDraft,
  type DecisionElementId,
  decisionKinds,
  missingElements,
  zloty,
} from '../../../law/index.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { outcomeWords } from '../pl-outcome.ts';
import { legalBasis } from './legal-basis.ts';

/** The two kinds of decision as stored, with the law's name of each. */
export const storedKinds = { refusal: 'refusal', order_to_pay: 'paymentOrder' } as const;

export type StoredDecisionKind = keyof typeof storedKinds;

/** Why a person is refused: a condition, the limit (art. 42(2)), or something else said in the reasoning. */
export const refusalGrounds = ['conditions', 'limit', 'other'] as const;

export type RefusalGround = (typeof refusalGrounds)[number];

/** Who signs and on what authorisation, as the decision names them. */
export interface Signatory {
  accountId: string;
  name: string;
  position: string;
  authorisationId: string;
  /** The authority that gave the authorisation and in whose name the decision is issued. */
  grantedBy: string;
  /** The document of the authorisation. */
  document: string;
}

/** What a signatory writes; every blank is a missing element. */
export interface DecisionWords {
  factualReasoning?: string | undefined;
  legalReasoning?: string | undefined;
  /** The appeal board in the genitive: "Samorządowego Kolegium Odwoławczego w Kaliszu". */
  board?: string | undefined;
}

interface Common extends DecisionWords {
  party: string;
  issuedOn: string;
  signatory: Signatory;
}

const procedure = 'art. 104 i 107 k.p.a.';
const legalBases = {
  refusal: legalBasis([decisionKinds.refusal.basis], procedure),
  paymentOrder: legalBasis([decisionKinds.paymentOrder.basis], procedure),
} as const;

const elements = (of: Common) => ({
  authority: of.signatory.grantedBy,
  issuedOn: of.issuedOn,
  party: of.party,
  factualReasoning: of.factualReasoning ?? null,
  legalReasoning: of.legalReasoning ?? null,
  appealInstruction: of.board
    ? appealInstruction({ board: of.board, authority: of.signatory.grantedBy, issuedOn: of.issuedOn }).value
    : null,
  signatoryName: of.signatory.name,
  signatoryPosition: of.signatory.position,
});

/** A refusal (art. 42(3)) with the elements of art. 107 § 1 k.p.a. that are known; `services` are those refused. */
export const refusalOf = (
  of: Common & { services: readonly string[]; appliedOn: string | null },
): DecisionDraft & { kind: 'refusal' } => ({
  kind: 'refusal',
  ...elements(of),
  legalBasis: legalBases.refusal,
  ruling: outcomeWords.decision.refusalRuling(
    of.party,
    of.services,
    of.appliedOn === null ? null : dateWords(of.appliedOn),
  ),
});

/** An order to pay an unpaid fee (art. 43(2)): also the amount and the day by which it is to be paid. */
export const paymentOrderOf = (
  of: Common & { title: string; amountGrosze: number; payBy?: string | undefined },
): DecisionDraft & { kind: 'paymentOrder' } => ({
  kind: 'paymentOrder',
  ...elements(of),
  legalBasis: legalBases.paymentOrder,
  amountGrosze: of.amountGrosze,
  payBy: of.payBy ?? null,
  ruling: of.payBy
    ? outcomeWords.decision.orderRuling(of.party, zloty(of.amountGrosze), of.title, dateWords(of.payBy))
    : null,
});

/** The form's field in which a missing element is written; those left out come from the register and the case. */
const fieldOf: Partial<Record<DecisionElementId, string>> = {
  factualReasoning: 'factualReasoning',
  legalReasoning: 'legalReasoning',
  appealInstruction: 'board',
  payBy: 'payBy',
  ruling: 'payBy',
};

/** What a decision still lacks, as a refusal to issue it (art. 107 § 1 k.p.a.); nothing when it is whole. */
export function refuseIncomplete(draft: DecisionDraft): Refusal | undefined {
  const missing = missingElements(draft);
  const [first] = missing;
  if (!first) return undefined;
  const field = missing.map(({ id }) => fieldOf[id]).find((name) => name !== undefined);
  return refuse(
    'casework.decision-incomplete',
    outcomeWords.refusals.incomplete(missing.map(({ words }) => words)),
    { basis: cite(first.basis), ...(field ? { field } : {}) },
  );
}
