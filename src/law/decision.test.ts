import { describe, expect, it } from 'vitest';
import {
  appealInstruction,
  type DecisionDraft,
  decisionElements,
  decisionKinds,
  missingElements,
} from './decision.ts';

const refusal: Extract<DecisionDraft, { kind: 'refusal' }> = {
  kind: 'refusal',
  authority: 'Dyrektor Centrum Usług Społecznych',
  issuedOn: '2026-03-02',
  party: 'Anna Przykładowa',
  legalBasis: 'art. 42 ust. 3 ustawy o CUS',
  ruling: 'odmawiam zakwalifikowania',
  factualReasoning: 'Wnioskodawczyni ma 58 lat.',
  legalReasoning: 'Program wymaga ukończenia 60 lat.',
  appealInstruction: 'Od tej decyzji przysługuje odwołanie.',
  signatoryName: 'Jan Przykładowy',
  signatoryPosition: 'dyrektor',
};
const ids = (draft: DecisionDraft) => missingElements(draft).map((each) => each.id);

describe('art. 42(1), 42(3), 43(2): only two decisions exist', () => {
  it('refusal and the order to pay', () => {
    expect(Object.keys(decisionKinds)).toEqual(['refusal', 'paymentOrder']);
    expect(decisionKinds.refusal.basis.article).toBe('42 ust. 3');
    expect(decisionKinds.paymentOrder.basis.article).toBe('43 ust. 2');
  });
});

describe('art. 107 § 1 k.p.a.: elements of a decision', () => {
  it('a complete refusal lacks nothing; an empty one lacks every element', () => {
    expect(ids(refusal)).toEqual([]);
    expect(ids({ kind: 'refusal' })).toEqual(decisionElements.map((each) => each.id));
  });

  it.each(decisionElements.map((each) => each.id))('without %s it may not be signed', (id) => {
    expect(ids({ ...refusal, [id]: ' ' })).toEqual([id]);
    expect(ids({ ...refusal, [id]: null })).toEqual([id]);
  });

  it('art. 43(2): an order to pay names the amount and the date', () => {
    const order = { ...refusal, kind: 'paymentOrder' } as const;
    expect(ids(order)).toEqual(['amountGrosze', 'payBy']);
    expect(ids({ ...order, amountGrosze: 18_000, payBy: '2026-04-01' })).toEqual([]);
  });
});

describe('instruction on appeal', () => {
  it('names the board, the way through the authority and 14 days from service', () => {
    expect(
      appealInstruction({
        board: 'Samorządowego Kolegium Odwoławczego w Kaliszu',
        through: 'Dyrektora Centrum Usług Społecznych w Jarocinie',
        issuedOn: '2026-03-02',
      }),
    ).toMatchObject({
      value:
        'Od tej decyzji przysługuje odwołanie do Samorządowego Kolegium Odwoławczego w Kaliszu za pośrednictwem Dyrektora Centrum Usług Społecznych w Jarocinie, w terminie 14 dni od dnia doręczenia decyzji.',
      basis: [{ act: 'kpa', confidence: 'recalled' }],
    });
  });
});
