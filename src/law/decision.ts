import { type Based, type Basis, basis, cite, type LawEntries } from './basis.ts';
import type { IsoDate } from './dates.ts';
import { deadlineRuleOn } from './deadlines.ts';
import { spanWords } from './time-limits.ts';

/** The only two administrative decisions a centre issues in programme cases; everything else is information. */
export const decisionKinds = {
  refusal: { words: 'decyzja o odmowie', basis: basis('cus', '42 ust. 3', 'statute') },
  paymentOrder: {
    words: 'decyzja o obowiązku uiszczenia opłaty',
    basis: basis('cus', '43 ust. 2', 'statute'),
  },
} as const satisfies Readonly<Record<string, { readonly words: string; readonly basis: Basis }>>;

export type DecisionKind = keyof typeof decisionKinds;

type CommonElements = {
  readonly authority: string;
  readonly issuedOn: IsoDate;
  readonly party: string;
  readonly legalBasis: string;
  readonly ruling: string;
  readonly factualReasoning: string;
  readonly legalReasoning: string;
  readonly appealInstruction: string;
  readonly signatoryName: string;
  readonly signatoryPosition: string;
};

type PaymentElements = { readonly amountGrosze: number; readonly payBy: IsoDate };

type Draft<T> = { readonly [Key in keyof T]?: T[Key] | null };

/** A decision being written: an order to pay also names the amount and the date (art. 43(2)). */
export type DecisionDraft =
  | ({ readonly kind: 'refusal' } & Draft<CommonElements>)
  | ({ readonly kind: 'paymentOrder' } & Draft<CommonElements & PaymentElements>);

export type DecisionElementId = keyof CommonElements | keyof PaymentElements;

export type DecisionElement = {
  readonly id: DecisionElementId;
  readonly words: string;
  readonly basis: Basis;
};

const element = (id: keyof CommonElements, words: string, item: number): DecisionElement => ({
  id,
  words,
  basis: basis('kpa', `107 § 1 pkt ${item}`, 'secondary'),
});

/** The elements of every decision, in the order of art. 107 § 1 k.p.a. */
export const decisionElements: readonly DecisionElement[] = [
  element('authority', 'oznaczenie organu', 1),
  element('issuedOn', 'data wydania', 2),
  element('party', 'oznaczenie strony', 3),
  element('legalBasis', 'podstawa prawna', 4),
  element('ruling', 'rozstrzygnięcie', 5),
  element('factualReasoning', 'uzasadnienie faktyczne', 6),
  element('legalReasoning', 'uzasadnienie prawne', 6),
  element('appealInstruction', 'pouczenie o odwołaniu', 7),
  element('signatoryName', 'imię i nazwisko osoby podpisującej', 8),
  element('signatoryPosition', 'stanowisko osoby podpisującej', 8),
];

const paymentElements: readonly DecisionElement[] = [
  { id: 'amountGrosze', words: 'wysokość opłaty', basis: decisionKinds.paymentOrder.basis },
  { id: 'payBy', words: 'termin uiszczenia opłaty', basis: decisionKinds.paymentOrder.basis },
];

/** The elements a decision lacks; it may be signed only when there are none. Blank text counts as missing. */
export function missingElements(draft: DecisionDraft): readonly DecisionElement[] {
  const required =
    draft.kind === 'paymentOrder' ? [...decisionElements, ...paymentElements] : decisionElements;
  const filled = new Map<string, unknown>(Object.entries(draft));
  return required.filter(({ id }) => {
    const value = filled.get(id);
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  });
}

/**
 * The instruction on appeal for a decision issued on a day: to the appeal board through the authority, in the time
 * limit of that day. `board` and `through` stand in the genitive: "Samorządowego Kolegium Odwoławczego w Kaliszu".
 */
export function appealInstruction(of: {
  readonly board: string;
  readonly through: string;
  readonly issuedOn: IsoDate;
}): Based<string> {
  const rule = deadlineRuleOn('appeal', of.issuedOn);
  return {
    value: `Od tej decyzji przysługuje odwołanie do ${of.board} za pośrednictwem ${of.through}, w terminie ${spanWords(rule)} od dnia doręczenia decyzji.`,
    basis: rule.basis,
    steps: [`Termin na odwołanie: ${spanWords(rule)} od doręczenia (${rule.basis.map(cite).join(', ')}).`],
  };
}

export const basisOf: LawEntries = {
  subject: 'Decyzje administracyjne',
  functions: {
    missingElements: [
      ...new Set([
        ...decisionElements.map((each) => each.basis),
        decisionKinds.refusal.basis,
        decisionKinds.paymentOrder.basis,
      ]),
    ],
    appealInstruction: [basis('kpa', '129 § 2', 'recalled')],
  },
};
