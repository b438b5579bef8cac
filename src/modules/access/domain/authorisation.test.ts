import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../../platform/actor.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import {
  faultOf,
  type RegisterEntry,
  requirePlanApprover,
  requireSignatory,
  type Scope,
  standingOn,
  toLaw,
} from './authorisation.ts';

const actor = (role: Role): Actor => ({
  centreId: 'c1',
  accountId: 'a1',
  name: 'A',
  position: '',
  roles: [role],
});
const entry: RegisterEntry = {
  id: 'u1',
  accountId: 'a1',
  scope: 'programme_cases',
  holder: 'director',
  request: null,
  qualification: null,
  validFrom: '2026-01-02',
  validTo: '2026-12-31',
  revokedOn: null,
};
const day = '2026-11-16';

const sign = (
  change: Partial<RegisterEntry>,
  what: 'refusal' | 'paymentOrder' | 'assistanceDecision',
  role: Role = 'director',
  on = day,
) => {
  const signature = requireSignatory([toLaw({ ...entry, ...change })], actor(role), what, on);
  return isRefusal(signature) ? signature : signature.authorisationId;
};

describe('who may sign on a day (art. 26)', () => {
  it('programme cases cover refusals (art. 26(1)) and orders to pay (art. 43(2)), not decisions of social assistance', () => {
    expect(sign({}, 'refusal')).toBe('u1');
    expect(sign({}, 'paymentOrder')).toBe('u1');
    expect(sign({}, 'assistanceDecision')).toMatchObject({
      refused: true,
      code: 'access.no-authorisation',
      basis: 'art. 26 ustawy o CUS',
    });
  });

  it('not a day before, not a day after, not once revoked', () => {
    expect(sign({}, 'refusal', 'director', '2026-01-01')).toMatchObject({
      words: 'Upoważnienie zaczyna obowiązywać 2 stycznia 2026.',
    });
    expect(sign({}, 'refusal', 'director', '2027-01-01')).toMatchObject({
      words: 'Upoważnienie wygasło 31 grudnia 2026.',
    });
    expect(sign({ revokedOn: day }, 'refusal')).toMatchObject({
      words: 'Upoważnienie cofnięto 16 listopada 2026.',
    });
  });

  it("art. 26(4): an employee's counts only with the director's request on file", () => {
    expect(sign({ holder: 'employee' }, 'refusal', 'service_organiser')).toMatchObject({ refused: true });
    expect(sign({ holder: 'employee', request: 'DW.1.2026' }, 'refusal', 'service_organiser')).toBe('u1');
  });

  it('social assistance needs the qualifications of art. 122(1)', () => {
    expect(sign({ scope: 'social_assistance' }, 'assistanceDecision')).toMatchObject({ refused: true });
    expect(sign({ scope: 'social_assistance', qualification: 'dyplom' }, 'assistanceDecision')).toBe('u1');
  });
});

describe('who approves a plan (art. 41(1), 24(2)(3))', () => {
  const approve = (role: Role, register: RegisterEntry[]) => {
    const signature = requirePlanApprover(register.map(toLaw), actor(role), day);
    return isRefusal(signature) ? signature.code : signature.authorisationId;
  };

  it('the director without an authorisation, the organiser with one, a coordinator never', () => {
    const given: RegisterEntry = { ...entry, scope: 'plan_approval', holder: 'employee' };
    expect(approve('director', [])).toBeNull();
    expect(approve('service_organiser', [])).toBe('access.no-authorisation');
    expect(approve('service_organiser', [given])).toBe('u1');
    expect(approve('plan_coordinator', [given])).toBe('access.no-authorisation');
  });
});

describe('an entry of the register', () => {
  it.each<[Scope, Partial<RegisterEntry>, Role, string | undefined]>([
    ['programme_cases', {}, 'director', undefined],
    ['programme_cases', { holder: 'employee' }, 'plan_coordinator', 'request'],
    ['social_assistance', {}, 'director', 'qualification'],
    ['plan_approval', { holder: 'employee' }, 'plan_coordinator', 'accountId'],
    ['plan_approval', { holder: 'employee' }, 'service_organiser', undefined],
  ])('%s for %j as %s: the fault is in %s', (scope, change, role, field) => {
    const fault = faultOf({ ...entry, ...change, scope }, [role]);
    expect(fault?.field).toBe(field);
    expect(fault === undefined).toBe(field === undefined);
  });

  it('stands by its dates', () => {
    expect(standingOn(entry, '2026-01-01')).toBe('not_yet');
    expect(standingOn(entry, '2026-01-02')).toBe('holds');
    expect(standingOn(entry, '2026-12-31')).toBe('holds');
    expect(standingOn(entry, '2027-01-01')).toBe('ended');
    expect(standingOn({ ...entry, revokedOn: day }, day)).toBe('revoked');
    expect(standingOn({ ...entry, revokedOn: day }, '2026-11-15')).toBe('holds');
  });
});
