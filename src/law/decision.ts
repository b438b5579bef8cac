import { type Based, type Basis, basis, cite, type LawEntries } from './basis.ts';
import { type IsoDate, isWithin } from './dates.ts';
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
 * What the instruction says of waiving the appeal and of what that does (art. 107 § 1 pkt 7, art. 127a k.p.a.), by the
 * day of the decision. No text of the act was at hand: a dated row, to be checked, not a part of the program.
 */
const waiverInstructions: readonly {
  readonly words: string;
  readonly basis: Basis;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}[] = [
  {
    words:
      'W tym terminie można zrzec się prawa do odwołania wobec organu, który wydał decyzję. Z dniem doręczenia organowi oświadczenia o zrzeczeniu się decyzja staje się ostateczna i prawomocna, a odwołać się już nie można.',
    basis: basis('kpa', '127a', 'recalled'),
    validFrom: '2017-06-01',
    validTo: null,
  },
];

/**
 * The instruction on appeal for a decision issued on a day: to the appeal board, through the authority that issued the
 * decision (not the centre whose director signs for it), in the time limit of that day, and what a waiver does.
 * `board` stands in the genitive: "Samorządowego Kolegium Odwoławczego w Kaliszu"; `authority` as the decision names it.
 */
export function appealInstruction(of: {
  readonly board: string;
  readonly authority: string;
  readonly issuedOn: IsoDate;
}): Based<string> {
  const rule = deadlineRuleOn('appeal', of.issuedOn);
  const waivers = waiverInstructions.filter((each) => isWithin(of.issuedOn, each.validFrom, each.validTo));
  const appeal = `Od tej decyzji przysługuje odwołanie do ${of.board} za pośrednictwem organu, który ją wydał (${of.authority}), w terminie ${spanWords(rule)} od dnia doręczenia decyzji.`;
  return {
    value: [appeal, ...waivers.map((each) => each.words)].join(' '),
    basis: [...rule.basis, throughAuthority, ...waivers.map((each) => each.basis)],
    steps: [`Termin na odwołanie: ${spanWords(rule)} od doręczenia (${rule.basis.map(cite).join(', ')}).`],
  };
}

const throughAuthority = basis('kpa', '129 § 1', 'recalled');

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
    appealInstruction: [
      basis('kpa', '129 § 2', 'recalled'),
      throughAuthority,
      ...waiverInstructions.map((each) => each.basis),
    ],
  },
};
