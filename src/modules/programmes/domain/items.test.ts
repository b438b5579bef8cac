import { describe, expect, it } from 'vitest';
import { type ProgrammeItemId, programmeItems } from '../../../law/index.ts';
import { filledItems as filled } from '../../../../test/support/programme.ts';
import { applicationFields, contactMinimum, factsOfAnswers, questionsOf } from './application-fields.ts';
import { gapsOf, type ItemInput, itemInput, type Items, lackingItems, withItem } from './items.ts';

const offer = { conditions: [], fee: { kind: 'free' } };
const jarocin = [{ teryt: '3006023', name: 'Jarocin' }];

const parsed = (item: ProgrammeItemId, value: unknown = filled[item]): ItemInput =>
  itemInput.parse({ item, value });

const complete: Items = programmeItems.reduce<Items>(
  (items, { id }) => withItem(items, parsed(id), jarocin),
  {},
);

const faults = (item: ProgrammeItemId, value: unknown): string[] => [
  ...new Set((itemInput.safeParse({ item, value }).error?.issues ?? []).map((issue) => issue.path.join('.'))),
];

describe('the twelve mandatory items (art. 5(3))', () => {
  it('are complete when each was filled in and a service is offered', () => {
    expect(lackingItems(complete, [offer])).toEqual([]);
  });

  it.each(
    programmeItems.filter((item) => item.id !== 'services').map((item) => [item.name, item.id] as const),
  )('miss "%s" when it was never written', (_name, id) => {
    const { [id]: _left, ...rest } = complete;
    expect(lackingItems(rest, [offer]).map((item) => item.id)).toEqual([id]);
  });

  it('miss the services when none is offered and none is named', () => {
    expect(lackingItems(complete, []).map((item) => item.id)).toEqual(['services']);
    const named = withItem(complete, parsed('services', { others: 'Warsztaty\n\n Kluby ' }), jarocin);
    expect(named.services).toEqual({ others: ['Warsztaty', 'Kluby'] });
    expect(lackingItems(named, [])).toEqual([]);
  });

  it('count an item of which the source gives a part as missing, and name the part', () => {
    const items: Items = {
      ...complete,
      nameAndGoal: { name: 'Plan', goal: null },
      period: { from: '2021-06', to: '2023-09-30' },
    };
    expect(lackingItems(items, [offer]).map((item) => item.id)).toEqual(['nameAndGoal', 'period']);
    expect(gapsOf('nameAndGoal', items, [])).toEqual(['cel programu']);
    expect(gapsOf('period', items, [])).toEqual(['dzień rozpoczęcia']);
  });

  it('want conditions somewhere: common to all services, or with one of them', () => {
    const items = withItem(
      complete,
      parsed('qualification', { procedure: 'Kolejność.', conditions: {} }),
      jarocin,
    );
    expect(gapsOf('qualification', items, [offer])).toEqual(['warunki kwalifikowania']);
    expect(gapsOf('qualification', items, [{ ...offer, conditions: [{ kind: 'livesAlone' }] }])).toEqual([]);
  });

  it('want a fee somewhere when the programme says that it charges', () => {
    const items = withItem(complete, parsed('fees', { charged: 'tak', text: 'Trzy złote.' }), jarocin);
    expect(gapsOf('fees', items, [{ conditions: [], fee: null }])).toEqual([
      'opłata przy choć jednej usłudze',
    ]);
    expect(gapsOf('fees', items, [offer])).toEqual([]);
  });
});

describe('writing an item', () => {
  it('reads what people type and leaves blank rows out', () => {
    expect(complete.recipients?.groups).toEqual([{ group: 'seniorzy', people: 40 }]);
    expect(complete.period).toEqual({ from: '2027-01-01', to: '2029-12-31' });
    expect(complete.qualification?.conditions).toEqual([{ kind: 'residence', gminas: jarocin }]);
    expect(complete.budget).toMatchObject({
      totalGrosze: 2_640_000,
      lines: [{ words: 'Teleopieka', grosze: 2_640_000 }],
    });
  });

  it.each<[ProgrammeItemId, unknown, string[]]>([
    ['period', { from: '2027-02-30', to: '' }, ['value.from', 'value.to']],
    ['period', { from: '2027-06-02', to: '2027-06-01' }, ['value.to']],
    [
      'organisation',
      { stages: [{ name: 'Nabór', from: '2027-02-01', to: '2027-01-01' }] },
      ['value.stages.0.to'],
    ],
    ['organisation', { stages: [{ name: '', from: '', to: '' }] }, ['value.stages']],
    ['personalData', { fields: [] }, ['value.fields']],
    ['personalData', { fields: ['pesel', 'wyznanie'] }, ['value.fields.1']],
    ['fees', { text: 'x' }, ['value.charged']],
    [
      'budget',
      { funding: '', lines: [{ words: 'A', grosze: 'dużo' }] },
      ['value.funding', 'value.lines.0.grosze'],
    ],
    [
      'monitoring',
      { text: 'x', indicators: [{ name: 'Osoby' }] },
      ['value.indicators.0.target', 'value.indicators.0.source', 'value.indicators.0.frequency'],
    ],
  ])('says what is wrong with %s, field by field', (item, value, paths) => {
    expect(faults(item, value)).toEqual(paths);
  });
});

describe('the data an application may ask (art. 5(3)(9), art. 50(1))', () => {
  it('are those of the programme and the contact minimum, in one order', () => {
    expect(questionsOf(['lives_alone', 'pesel']).map((field) => field.id)).toEqual([
      'name',
      'pesel',
      'residence_address',
      'phone',
      'lives_alone',
    ]);
  });

  it('cannot be anything outside the catalogue', () => {
    expect(questionsOf(['religion', 'political_views']).map((field) => field.id)).toEqual([
      ...contactMinimum,
    ]);
  });

  it('say which are special data (art. 9 GDPR) or convictions (art. 10 GDPR)', () => {
    const of = (sensitivity: string): string[] =>
      applicationFields.filter((field) => field.sensitivity === sensitivity).map((field) => field.id);
    expect(of('art9')).toEqual(['disability_certificate', 'health_mobility', 'health_needs', 'addiction']);
    expect(of('art10')).toEqual(['convictions']);
  });

  it('become facts for the conditions only when they were answered', () => {
    expect(factsOfAnswers({})).toEqual({});
    expect(
      factsOfAnswers({
        lives_alone: 'nie',
        disability_certificate: 'severe',
        labour_status: 'retired',
        family_help: '',
      }),
    ).toEqual({
      livesAlone: false,
      disability: 'severe',
      groups: { disabledPeople: true },
      statuses: { working: false },
    });
    expect(factsOfAnswers({ disability_certificate: 'none' })).toMatchObject({
      groups: { disabledPeople: false },
    });
    expect(factsOfAnswers({ disability_certificate: 'wymyślone' })).toEqual({});
  });
});
