import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../law/index.ts';
import { centres } from './reference.ts';
import { demoAccounts, demoAuthorisations, demoOrganisations, residentAccount } from './staff.ts';

const today = '2026-11-21';

const inCentre = (id: string) => demoAccounts.filter(({ centreId }) => centreId === id);

describe('Accounts of the demonstration', () => {
  it('give every centre its window, two coordinators, organisers, director, performer, unit and auditor', () => {
    for (const { id } of centres) {
      const keys = inCentre(id).map(({ key }) => key);
      for (const key of [
        'clerk',
        'coordinator_1',
        'coordinator_2',
        'service_organiser',
        'director',
        'community_organiser',
        'provider',
        'feeder_1',
        'auditor',
        'administrator',
      ])
        expect(keys).toContain(key);
    }
  });

  it('have an organiser of social assistance only where the centre was an OPS (art. 23, type A)', () => {
    const having = centres.filter(({ id }) => inCentre(id).some(({ key }) => key === 'assistance_organiser'));
    expect(having).toEqual(centres.filter(({ kind }) => kind === 'A'));
  });

  it('have a unit for each gmina of a centre that serves two', () => {
    const units = demoOrganisations.filter(
      ({ centreId, kind }) => centreId === 'dwie-gminy' && kind === 'gmina_unit',
    );
    expect(units.map(({ gmina }) => gmina)).toEqual(['0221021', '0221082']);
  });

  it('sign in under logins that differ, each with a sentence on what it is for', () => {
    expect(new Set(demoAccounts.map(({ login }) => login)).size).toBe(demoAccounts.length);
    for (const { persona } of demoAccounts) expect(persona).toMatch(/^\p{Lu}.{30,}\.$/u);
    expect(residentAccount('jarocin', 'Anna Nowak')).toMatchObject({
      login: 'jar.resident',
      roles: ['resident'],
    });
  });

  it('keep a performer out of any role inside the centre (art. 49)', () => {
    for (const account of demoAccounts) {
      const outside = account.organisation !== null || account.key === 'region';
      expect(account.roles.some((role) => ['provider', 'feeder', 'region'].includes(role))).toBe(outside);
      expect(account.roles).toHaveLength(1);
    }
  });
});

describe('Authorisations of the demonstration (art. 26)', () => {
  it('let the director sign decisions, and show one that has ended', () => {
    for (const { id } of centres) {
      const here = demoAuthorisations(today).filter(({ centreId }) => centreId === id);
      expect(here).toContainEqual(
        expect.objectContaining({ account: 'director', scope: 'programme_cases', validTo: null }),
      );
      expect(here.filter(({ validTo }) => validTo !== null && validTo < today)).toHaveLength(1);
    }
  });

  it('begin before the oldest case of the demonstration', () => {
    for (const { validFrom } of demoAuthorisations(today))
      expect(daysBetween(validFrom, today)).toBeGreaterThan(400);
  });
});
