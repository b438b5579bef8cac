import { describe, expect, it } from 'vitest';
import {
  applicantRoles,
  areaOf,
  areas,
  type CentreScope,
  checkMinimumScope,
  performerTypes,
  recipientTypes,
  tracks,
} from './areas.ts';

const scope: CentreScope = {
  form: 'transformed',
  areas: [4, 2, 9],
  areasNewToOps: [2, 9],
  takesAllOpsTasks: true,
  gminaCount: 1,
  population: 20_000,
};
const codes = (change: Partial<CentreScope>) =>
  checkMinimumScope({ ...scope, ...change }).map((each) => each.code);

describe('art. 2(1): fourteen areas', () => {
  it('are numbered 1 to 14 in the order of the Act', () => {
    expect(areas.map((area) => area.code)).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    expect(areaOf(1)?.name).toBe('polityka prorodzinna');
    expect(areaOf(12)?.name).toBe('mieszkalnictwo');
    expect(areaOf(14)?.name).toBe('reintegracja zawodowa i społeczna');
    expect(areaOf(0)).toBeUndefined();
    expect(areaOf(15)).toBeUndefined();
  });
});

describe('lists of the Act', () => {
  it('art. 35: three kinds of applicant', () => {
    expect(Object.values(applicantRoles)).toEqual([
      'osoba zainteresowana',
      'przedstawiciel ustawowy',
      'opiekun faktyczny',
    ]);
  });

  it('art. 2(1), 5(1): five kinds of recipient; art. 7(2): five kinds of performer and an open end', () => {
    expect(Object.keys(recipientTypes)).toHaveLength(5);
    expect(Object.keys(performerTypes)).toHaveLength(6);
  });

  it('art. 19, 42: two procedural tracks beside the general offer', () => {
    expect(tracks.programme.basis.article).toBe('42');
    expect(tracks.separateStatute.basis.article).toBe('19');
    expect(tracks.generalOffer.basis.confidence).toBe('proposal');
  });
});

describe('art. 8-17: minimum scope of a centre by its legal form', () => {
  it('A: all tasks of the OPS and services of two new areas', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ areasNewToOps: [2] })).toEqual(['tooFewNewAreas']);
    expect(codes({ areasNewToOps: [2, 2] })).toEqual(['tooFewNewAreas']);
    expect(codes({ areasNewToOps: [2, 15] })).toEqual(['tooFewNewAreas']);
    expect(codes({ takesAllOpsTasks: false })).toEqual(['notAllOpsTasks']);
  });

  it('B: two gminas and three areas; tasks of the OPS are not taken over', () => {
    const agreement = {
      form: 'agreement',
      gminaCount: 2,
      takesAllOpsTasks: false,
      areasNewToOps: [],
    } as const;
    expect(codes(agreement)).toEqual([]);
    expect(codes({ ...agreement, gminaCount: 1 })).toEqual(['tooFewGminas']);
    expect(codes({ ...agreement, areas: [4, 2] })).toEqual(['tooFewAreas']);
  });

  it('C: a city above 100,000 residents, as A or as a new unit with three areas', () => {
    expect(codes({ form: 'cityTransformed', population: 100_001 })).toEqual([]);
    expect(codes({ form: 'cityTransformed', population: 100_000 })).toEqual(['cityTooSmall']);
    expect(codes({ form: 'cityNew', population: 150_000, takesAllOpsTasks: false })).toEqual([]);
    expect(codes({ form: 'cityNew', population: 90_000, areas: [4] })).toEqual([
      'tooFewAreas',
      'cityTooSmall',
    ]);
  });
});
