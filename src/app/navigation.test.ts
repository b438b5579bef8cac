import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../platform/actor.ts';
import { navigationFor } from './navigation.ts';

const actor = (...roles: Role[]): Actor => ({ centreId: '', accountId: '', name: '', position: '', roles });
const keys = (...roles: Role[]) =>
  navigationFor(actor(...roles)).map(({ key, below }) => [key, ...(below?.map((item) => item.key) ?? [])]);

describe('the navigation of a worker', () => {
  it('pages of one kind of work stand together: the director’s menu is one row', () => {
    const top = navigationFor(actor('director'));
    expect(top.length).toBeLessThanOrEqual(9);
    expect(top.find(({ key }) => key === 'planning')?.below?.map(({ key }) => key)).toEqual([
      'needs',
      'findings',
      'population',
      'resources',
      'surveys',
      'diagnosis',
      'lpdi',
    ]);
  });

  it('a group leads to its first page that the worker may open', () => {
    const planning = navigationFor(actor('plan_coordinator')).find(({ key }) => key === 'planning');
    expect(planning?.href).toBe('/praca/rozeznanie');
  });

  it('a single page of a group stands by itself', () => {
    expect(keys('administrator').flat()).not.toContain('planning');
    expect(keys('region')).toEqual([['planning', 'population', 'resources', 'diagnosis']]);
  });

  it('what no role opens is not there', () => {
    expect(keys('provider')).toEqual([['plans'], ['programmes'], ['services']]);
  });
});
