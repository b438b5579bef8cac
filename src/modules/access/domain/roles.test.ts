import { describe, expect, it } from 'vitest';
import { type Role, roles } from '../../../platform/actor.ts';
import { isRefusal } from '../../../platform/runner/outcome.ts';
import {
  type AccountOf,
  assignableRoles,
  endOf,
  outsideRoles,
  roleFault,
  type RolePeriod,
  rolesOn,
} from './roles.ts';

const today = '2026-11-16';
const inside: AccountOf = { organizationId: null, personId: null, periods: [] };
const forOrganization: AccountOf = { ...inside, organizationId: 'o1' };
const forPerson: AccountOf = { ...inside, personId: 'p1' };

const period = (role: Role, validFrom = today, validTo: string | null = null): RolePeriod => ({
  role,
  validFrom,
  validTo,
});
const fault = (account: AccountOf, given: RolePeriod) => roleFault(account, given, today)?.code;
const holding = (account: AccountOf, ...periods: RolePeriod[]): AccountOf => ({ ...account, periods });

describe('roles of an account', () => {
  it('every role can be given but the visitor’s and the inspector’s, whose account an inspection opens', () => {
    const given = roles.filter((role) => role !== 'visitor' && role !== 'inspector');
    expect([...assignableRoles].sort()).toEqual(given.sort());
  });

  it('whoever inspects holds no other role, inside the centre or outside', () => {
    const inspecting = holding(inside, period('inspector', '2026-11-16', '2026-11-20'));
    expect(fault(inspecting, period('region'))).toBe('access.inspector-alone');
    expect(fault(inspecting, period('clerk'))).toBe('access.inside-or-outside');
  });

  it('a role may start today or later, never earlier: the past happened without it', () => {
    expect(fault(inside, period('clerk', '2026-11-15'))).toBe('access.role-in-the-past');
    expect(fault(inside, period('clerk'))).toBeUndefined();
    expect(fault(inside, period('clerk', '2027-01-01', '2026-12-31'))).toBe('access.role-ends-early');
    expect(fault(inside, period('clerk', today, today))).toBeUndefined();
  });

  it.each(
    outsideRoles.flatMap((outside) =>
      (['plan_coordinator', 'director', 'clerk'] as const).map((one) => [outside, one] as const),
    ),
  )('art. 49: one account is never both %s and %s, not even one after the other', (outside, one) => {
    const account = outside === 'resident' ? forPerson : outside === 'region' ? inside : forOrganization;
    expect(fault(holding(account, period(outside, '2025-01-01', '2025-12-31')), period(one))).toBe(
      'access.inside-or-outside',
    );
    expect(fault(holding(inside, period(one, '2025-01-01', '2025-12-31')), period(outside))).toBe(
      'access.inside-or-outside',
    );
  });

  it('a provider and a unit act for an organization, nobody else does', () => {
    expect(fault(inside, period('provider'))).toBe('access.role-organization');
    expect(fault(inside, period('feeder'))).toBe('access.role-organization');
    expect(fault(forOrganization, period('provider'))).toBeUndefined();
    expect(fault(forOrganization, period('clerk'))).toBe('access.role-organization');
    expect(fault(inside, period('region'))).toBeUndefined();
  });

  it("a resident's account belongs to a person, no other does", () => {
    expect(fault(inside, period('resident'))).toBe('access.role-person');
    expect(fault(forPerson, period('resident'))).toBeUndefined();
    expect(fault(forPerson, period('clerk'))).toBe('access.role-person');
  });

  it('art. 38(6) GDPR: the data protection officer holds no other role in the same days', () => {
    expect(fault(holding(inside, period('auditor', '2026-01-01')), period('administrator'))).toBe(
      'access.auditor-alone',
    );
    expect(fault(holding(inside, period('clerk', '2026-01-01')), period('auditor'))).toBe(
      'access.auditor-alone',
    );
    expect(
      fault(holding(inside, period('clerk', '2026-01-01', '2026-11-15')), period('auditor')),
    ).toBeUndefined();
    expect(fault(holding(inside, period('clerk', '2026-01-01')), period('administrator'))).toBeUndefined();
  });

  it('the same role is not given twice for the same days', () => {
    expect(fault(holding(inside, period('clerk', '2026-01-01', today)), period('clerk'))).toBe(
      'access.role-overlaps',
    );
    expect(fault(holding(inside, period('clerk', '2026-12-01')), period('clerk', today, '2026-12-01'))).toBe(
      'access.role-overlaps',
    );
    expect(
      fault(holding(inside, period('clerk', '2026-12-01')), period('clerk', today, '2026-11-30')),
    ).toBeUndefined();
  });

  it('hold on both their end days', () => {
    const given = [
      period('clerk', '2026-11-01', today),
      period('director', today),
      period('auditor', '2026-11-17'),
    ];
    expect(rolesOn(given, today).map(({ role }) => role)).toEqual(['clerk', 'director']);
  });
});

describe('the end of a role', () => {
  const code = (of: RolePeriod, lastDay?: string) => {
    const ending = endOf(of, lastDay, today);
    return isRefusal(ending) ? ending.code : ending;
  };

  it('at once: yesterday was its last day; a role that has not counted yet is taken off', () => {
    expect(code(period('clerk', '2026-01-01'))).toEqual({ validTo: '2026-11-15' });
    expect(code(period('clerk', today))).toBe('taken off');
    expect(code(period('clerk', '2027-01-01'))).toBe('taken off');
  });

  it('with a last day from today on, and not before its first', () => {
    expect(code(period('clerk', '2026-01-01'), today)).toEqual({ validTo: today });
    expect(code(period('clerk', '2026-01-01'), '2026-11-15')).toBe('access.role-ends-early');
    expect(code(period('clerk', '2027-01-01'), '2026-12-31')).toBe('access.role-ends-early');
  });

  it('a role that has ended does not end again', () => {
    expect(code(period('clerk', '2026-01-01', '2026-11-15'))).toBe('access.role-ended');
    expect(code(period('clerk', '2026-01-01', today), '2026-12-31')).toEqual({ validTo: '2026-12-31' });
  });
});
