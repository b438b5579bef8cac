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
  authority: 'Burmistrz Jarocina',
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

describe('art. 107 § 1 pkt 7, 127a, 129 k.p.a.: the instruction on appeal', () => {
  const of = { board: 'Samorządowego Kolegium Odwoławczego w Kaliszu', authority: 'Burmistrz Jarocina' };

  it('names the board, the way through the authority that issued the decision and 14 days from service', () => {
    const instruction = appealInstruction({ ...of, issuedOn: '2026-03-02' });
    expect(instruction.value).toContain(
      'Od tej decyzji przysługuje odwołanie do Samorządowego Kolegium Odwoławczego w Kaliszu za pośrednictwem organu, który ją wydał (Burmistrz Jarocina), w terminie 14 dni od dnia doręczenia decyzji.',
    );
    expect(instruction.basis.map(({ article, confidence }) => [article, confidence])).toEqual([
      ['129 § 2', 'recalled'],
      ['129 § 1', 'recalled'],
      ['127a', 'recalled'],
    ]);
  });

  it('says that the appeal may be waived and what that does, since the day that rule is in force', () => {
    expect(appealInstruction({ ...of, issuedOn: '2017-06-01' }).value).toMatch(
      /zrzec się prawa do odwołania.*ostateczna i prawomocna/,
    );
    expect(appealInstruction({ ...of, issuedOn: '2017-05-31' }).value).not.toContain('zrzec');
  });
});
