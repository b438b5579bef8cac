import { describe, expect, it } from 'vitest';
import { areas } from './areas.ts';
import { kindsOfArea, serviceKinds } from './service-kinds.ts';

describe('kinds of services', () => {
  it('each of the fourteen areas has a kind, so that no need is without a place in the gap (art. 2(1))', () => {
    expect(areas.filter(({ code }) => kindsOfArea(code).length === 0)).toEqual([]);
  });

  it('what deinstitutionalisation turns round is three kinds, and no kind in the community is among them', () => {
    const institutional = Object.entries(serviceKinds).filter(([, kind]) => kind.institutional);
    expect(institutional.map(([key]) => key)).toEqual([
      'socialWelfareHome',
      'childrenInstitution',
      'homelessShelter',
    ]);
  });
});
