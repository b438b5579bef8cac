import { describe, expect, it } from 'vitest';
import services from '../../../../data/services.json' with { type: 'json' };
import type { Condition } from '../../../law/index.ts';
import {
  answersAmong,
  meaningChoices,
  type Service,
  unknownCapacity,
  unknownService,
} from '../../directory/index.ts';
import type { OfferInForce } from '../../programmes/index.ts';
import { answerOf, answersTo, findHelp, type Fit } from './fit.ts';
import { type Answers, codeOf, difficulties, difficultyKeys, factsOf } from './questions.ts';

const jarocin = { teryt: '3006023', name: 'Jarocin' };
const residence: Condition = { kind: 'residence', gminas: [jarocin] };
const today = '2026-11-16';

/** The 23 real services of Jarocin, as their sources describe them. */
const ofJarocin: Service[] = services.services
  .filter(({ id }) => id.startsWith('jarocin-'))
  .map(({ id, name, description, recipients, area }) => ({
    ...unknownService,
    id,
    name,
    description,
    recipients,
    area,
    match: [residence],
  }));

const inJarocin = answersAmong(ofJarocin);

const mother: Answers = {
  whose: 'parent',
  age: '75-79',
  hard: ['memory', 'everyday'],
  soon: 'week',
  gmina: jarocin.teryt,
  outside: false,
  locality: 'Witaszyce',
  outing: 'home',
};

const card = (more: Partial<Service>): Service => ({
  ...unknownService,
  id: 'a',
  name: 'Teleopieka',
  area: 6,
  ...more,
});

const fitOf = (service: Service, more: Partial<Answers> = {}, offers: readonly OfferInForce[] = []): Fit => {
  const [fit] = findHelp([service], offers, { ...mother, ...more }, today, answersAmong([service]));
  if (!fit) throw new Error('the service was not found');
  return fit;
};

const answerTo = (fit: Fit, kind: Fit['reasons'][number]['kind']) =>
  fit.reasons.find((reason) => reason.kind === kind)?.answer;

describe('a mother of 78 with dementia in Jarocin, who does not leave home', () => {
  const found = findHelp(ofJarocin, [], mother, today, inJarocin);

  it('is told of the band that calls for help and of the nurse who comes home, and of nothing else', () => {
    expect(found.map(({ service }) => service.name)).toEqual([
      'Mobilne poradnictwo pielęgniarskie i instruktaż',
      'Teleopieka – opaska monitorująca',
      'Konsultacje pielęgniarskie',
    ]);
  });

  it('the nurse fits: she lives in the gmina, and the nurse comes', () => {
    expect(found[0]).toMatchObject({ outcome: 'passed', answers: ['memory'] });
    expect(found[0]?.reasons.map(({ kind, answer }) => [kind, answer])).toEqual([
      ['condition', 'passed'],
      ['reach', 'passed'],
      ['places', 'unknown'],
    ]);
  });

  it('of the others it is unknown whether they come home: that is asked, not guessed', () => {
    expect(found.slice(1).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    expect(answerTo(fitOf(ofJarocin[18] ?? card({})), 'reach')).toBe('unknown');
  });

  it('from another gmina nothing fits, and it says why', () => {
    const outside = findHelp(ofJarocin, [], { ...mother, gmina: null, outside: true }, today, inJarocin);
    expect(outside.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
  });
});

describe('an age band is judged at both its ends: what holds for one end only is unknown', () => {
  const from = (years: number): Condition => ({ kind: 'age', from: years, to: null });
  it.each([
    [from(75), '75-79', 'passed'],
    [from(80), '75-79', 'failed'],
    [from(77), '75-79', 'unknown'],
    [from(60), null, 'unknown'],
    [{ kind: 'age', from: null, to: 5 }, '0-5', 'passed'],
    [{ kind: 'age', from: null, to: 5 }, '6-12', 'failed'],
    [{ kind: 'group', anyOf: ['olderPeople'] }, '65-69', 'passed'],
    [{ kind: 'group', anyOf: ['olderPeople'] }, '18-29', 'failed'],
    [{ kind: 'group', anyOf: ['olderPeople'] }, '30-59', 'unknown'],
  ] as const)('%j at %s is %s', (condition, age, answer) => {
    expect(answerOf(condition, {}, { age, outside: false })).toBe(answer);
  });
});

describe('what the answers say of the person; what they do not say is unknown, never "no"', () => {
  it.each([
    [{ hard: ['carer'] }, { groups: { carers: true } }],
    [{ hard: ['violence'] }, { groups: { violence: true } }],
    [{ hard: ['loneliness'] }, { groups: {} }],
  ] as const)('%j', (more, facts) => {
    expect(factsOf({ ...mother, outing: 'out', ...more })).toMatchObject(facts);
  });

  it('who does not leave home has trouble moving about; who does, has not said that they have none', () => {
    expect(factsOf({ ...mother, hard: ['loneliness'] }).statuses).toEqual({ limitedMobility: true });
    expect(factsOf({ ...mother, hard: ['loneliness'], outing: 'out' }).statuses).toEqual({});
  });
});

describe('the reasons of a service', () => {
  it('the programme decides before the card; a service of a programme that is not in force cannot be had', () => {
    const fit = fitOf(card({ track: 'programme', match: [residence] }));
    expect(fit.outcome).toBe('failed');
    expect(answerTo(fit, 'notOffered')).toBe('failed');
  });

  it('no written condition is not the same as no condition, except for the general offer', () => {
    expect(answerTo(fitOf(card({ track: 'separate_statute' })), 'noConditions')).toBe('unknown');
    expect(answerTo(fitOf(card({})), 'noConditions')).toBeUndefined();
  });

  it.each([
    [['home'], 'passed'],
    [['stationary', 'mobile'], 'passed'],
    [['stationary'], 'failed'],
  ] as const)('a card that reaches %j answers who does not leave home: %s', (reach, answer) => {
    expect(answerTo(fitOf(card({ reach: [...reach] })), 'reach')).toBe(answer);
    expect(answerTo(fitOf(card({ reach: [...reach] }), { outing: 'out' }), 'reach')).toBeUndefined();
  });

  it('without a free place it still may fit: one asks for it and waits', () => {
    const none = card({
      reach: ['home'],
      capacity: { ...unknownCapacity, status: 'none', until: '2027-03-01' },
    });
    expect(fitOf(none)).toMatchObject({ outcome: 'unknown' });
    expect(answerTo(fitOf(none), 'places')).toBe('failed');
    const stale = card({
      reach: ['home'],
      capacity: { ...unknownCapacity, status: 'none', until: '2026-11-01' },
    });
    expect(answerTo(fitOf(stale), 'places')).toBe('unknown');
  });

  it.each([
    [{ ageFrom: 80 }, 'failed'],
    [{ ageFrom: 60 }, 'passed'],
    [{ recipientGroups: ['olderPeople'] }, 'passed'],
    [{ recipientGroups: ['children'] }, 'failed'],
    [{ recipientGroups: ['children', 'adults'] }, 'passed'],
    [{ recipientGroups: ['everybody'] }, undefined],
    [{ gminas: ['3006032'], gminaNames: ['Kotlin'] }, 'failed'],
  ] as const)('the coded facts of a card count where its conditions are silent: %j', (facts, answer) => {
    const { recipientGroups, gminas, gminaNames, ...rest } = {
      recipientGroups: undefined,
      gminas: undefined,
      gminaNames: undefined,
      ...facts,
    };
    const service = card({
      ...rest,
      ...(recipientGroups ? { recipientGroups: [...recipientGroups] } : {}),
      ...(gminas ? { gminas: [...gminas], gminaNames: [...(gminaNames ?? [])] } : {}),
    });
    expect(answerTo(fitOf(service), 'condition')).toBe(answer);
  });
});

describe('which services answer a difficulty', () => {
  const scoreOf = (name: string, area: number, difficulty: keyof typeof difficulties): number => {
    const service = card({ name, area });
    return answersTo(service, difficulty, answersAmong([service]));
  };

  it.each([
    ['loneliness', 'Kluby społeczne – aktywne spędzanie czasu wolnego', 9],
    ['carer', 'Krótki pobyt całodobowy w zastępstwie opiekuna', 6],
    ['crisis', 'Psycholog', 5],
    ['childCare', 'Zajęcia edukacyjno-rozwojowe – bawialnia', 1],
    ['money', 'Klub aktywizacji społeczno-zawodowej', 8],
    ['housing', 'Mieszkania wspomagane', 12],
    ['disability', 'Asystent osoby niepełnosprawnej', 6],
    ['everyday', 'Usługi opiekuńcze', 4],
  ] as const)('%s: %s', (difficulty, name, area) => {
    expect(scoreOf(name, area, difficulty)).toBeGreaterThan(0);
  });

  it.each([
    ['violence', 'Dietetyk', 5],
    ['memory', 'Warsztaty modowe', 9],
    ['crisis', 'Poradnictwo dietetyczne (grupowe)', 5],
  ] as const)('%s is not answered by %s', (difficulty, name, area) => {
    expect(scoreOf(name, area, difficulty)).toBe(0);
  });

  it('every meaning of the table stands in the dictionary of the search', () => {
    const known = new Set(meaningChoices().map((one) => one.key));
    for (const { meanings } of Object.values(difficulties))
      expect(meanings.filter((one) => !known.has(one))).toEqual([]);
  });
});

describe('when nothing fits, the need has a code for the ledger', () => {
  it.each(difficultyKeys)('%s has an area of art. 2(1)', (difficulty) => {
    expect(difficulties[difficulty].area).toBeGreaterThanOrEqual(1);
    expect(difficulties[difficulty].area).toBeLessThanOrEqual(14);
  });

  it.each([
    [
      { hard: ['memory', 'everyday'], age: '75-79' },
      { areas: [4], group: 'olderPeople' },
    ],
    [
      { hard: ['carer'], age: '30-59' },
      { areas: [6], group: 'carers' },
    ],
    [
      { hard: ['loneliness'], age: '13-17' },
      { areas: [11], group: 'childrenAndYouth' },
    ],
    [
      { hard: ['money'], age: null },
      { areas: [8], group: null },
    ],
  ] as const)('%j', (given, code) => {
    expect(codeOf(given)).toEqual(code);
  });
});
