import { describe, expect, it } from 'vitest';
import { type Authorisation, maySign, type SigningRequest } from './authorisation.ts';

const director: Authorisation = {
  id: 'u1',
  accountId: 'd1',
  holder: 'director',
  scope: ['refusal', 'paymentOrder', 'assistanceDecision'],
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  revokedOn: null,
  requestedByDirector: false,
  meetsAssistanceRequirements: true,
};
const organiser: Authorisation = {
  ...director,
  id: 'u2',
  accountId: 'o1',
  holder: 'employee',
  scope: ['planApproval', 'refusal'],
};
const request: SigningRequest = { what: 'refusal', on: '2026-03-02', accountId: 'd1' };

const answer = (authorisations: readonly Authorisation[], change: Partial<SigningRequest> = {}) => {
  const verdict = maySign(authorisations, { ...request, ...change });
  return verdict.allowed ? verdict.authorisationId : verdict.code;
};

describe('art. 26: who may sign a decision is checked on the day of signing', () => {
  it('an authorisation in force that covers the matter allows it, on both its end days too', () => {
    expect(answer([director])).toBe('u1');
    expect(answer([director], { on: '2026-01-01' })).toBe('u1');
    expect(answer([director], { on: '2026-12-31' })).toBe('u1');
    expect(answer([{ ...director, validTo: null }], { on: '2031-12-31' })).toBe('u1');
  });

  it.each([
    [[], {}, 'none'],
    [[director], { accountId: 'x' }, 'none'],
    [[director], { on: '2025-12-31' }, 'notYet'],
    [[director], { on: '2027-01-01' }, 'expired'],
    [[{ ...director, scope: ['paymentOrder'] }], {}, 'outOfScope'],
    [[{ ...director, revokedOn: '2026-03-02' }], {}, 'revoked'],
  ] as const)('%j with %j: %s', (authorisations, change, code) => {
    expect(answer(authorisations, change)).toBe(code);
  });

  it('until the day before the revocation it holds', () => {
    expect(answer([{ ...director, revokedOn: '2026-03-03' }])).toBe('u1');
  });

  it('another authorisation of the same person may cover it; the nearest reason is told', () => {
    const old = { ...director, id: 'u0', validTo: '2026-01-31' };
    expect(answer([old, director])).toBe('u1');
    expect(answer([{ ...director, scope: ['planApproval'] }, old])).toBe('expired');
  });

  it('no role signs a decision without an authorisation, the director neither', () => {
    expect(answer([], { role: 'director' })).toBe('none');
  });

  it('art. 26(4): an employee is authorised on the request of the director only', () => {
    expect(answer([organiser], { accountId: 'o1' })).toBe('notRequested');
    expect(answer([{ ...organiser, requestedByDirector: true }], { accountId: 'o1' })).toBe('u2');
  });

  it('art. 122(1) ups: decisions of social assistance need its qualifications', () => {
    const unqualified = { ...director, meetsAssistanceRequirements: false };
    expect(answer([director], { what: 'assistanceDecision' })).toBe('u1');
    expect(answer([unqualified], { what: 'assistanceDecision' })).toBe('notQualified');
    expect(answer([unqualified])).toBe('u1');
  });

  it('the verdict carries words and basis', () => {
    expect(maySign([director], { ...request, on: '2027-01-01' })).toMatchObject({
      words: 'Upoważnienie wygasło 31 grudnia 2026.',
      basis: [{ act: 'cus', article: '26' }],
    });
  });
});

describe('art. 41(1), 24(2)(3): who approves a plan', () => {
  it('the director needs no authorisation', () => {
    expect(answer([], { what: 'planApproval', role: 'director' })).toBeNull();
  });

  it('the organiser of services needs one', () => {
    const asOrganiser = { what: 'planApproval', role: 'servicesOrganiser', accountId: 'o1' } as const;
    expect(answer([organiser], asOrganiser)).toBe('u2');
    expect(answer([], asOrganiser)).toBe('none');
  });

  it('nobody else approves, whatever the register says', () => {
    expect(answer([organiser], { what: 'planApproval', role: 'other', accountId: 'o1' })).toBe('wrongPost');
  });
});
