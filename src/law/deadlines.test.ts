import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite } from './basis.ts';
import { isFreeDay } from './calendar.ts';
import { addDays } from './dates.ts';
import { type DeadlineRule, deadlineRules } from './deadline-rules.ts';
import {
  colourOn,
  deadline,
  deadlineKinds,
  deadlineRuleOn,
  isConfigurable,
  timeLeftWords,
  withDeadlineSetting,
} from './deadlines.ts';

const anyDay = fc.integer({ min: 0, max: 6000 }).map((days) => addDays('2021-06-01', days));
const allRules: readonly DeadlineRule[] = Object.values(deadlineRules).flat();

describe('deadlines of the centre, each with its article', () => {
  it.each([
    ['planReady', '2026-03-02', '2026-04-01', 'art. 40 ustawy o CUS'],
    ['planReady', '2026-03-06', '2026-04-07', 'art. 40 ustawy o CUS'],
    ['refusalDecision', '2026-03-02', '2026-04-02', 'art. 35 k.p.a.'],
    ['refusalDecisionComplex', '2026-03-02', '2026-05-04', 'art. 35 k.p.a.'],
    ['paymentOrder', '2026-03-02', '2026-04-02', 'art. 43 ust. 2 ustawy o CUS'],
    ['paymentOrderComplex', '2026-03-02', '2026-05-04', 'art. 43 ust. 2 ustawy o CUS'],
    ['completeApplication', '2026-03-02', '2026-03-09', 'art. 64 § 2 k.p.a.'],
    ['appeal', '2026-03-02', '2026-03-16', 'art. 129 § 2 k.p.a.'],
    ['complaint', '2026-03-02', '2026-04-02', 'art. 237 k.p.a.'],
    ['suggestion', '2026-03-02', '2026-04-02', 'art. 244 k.p.a.'],
    ['transferAnswer', '2026-03-02', '2026-03-16', 'ustawienie centrum: odpowiedź na przekazanie wniosku'],
    [
      'planClosing',
      '2026-03-02',
      '2026-03-16',
      'ustawienie centrum: podsumowanie IPUS (art. 45 ustawy o CUS nie podaje terminu)',
    ],
    ['planSummary', '2026-03-02', '2026-09-02', 'art. 46 ust. 1 ustawy o CUS'],
    ['coordinatorsMeeting', '2026-03-02', '2026-06-02', 'art. 46 ust. 2 ustawy o CUS'],
    ['programmeInformation', '2025-12-31', '2026-04-30', 'art. 6 ust. 3 ustawy o CUS'],
    ['diagnosis', '2022-03-10', '2027-03-10', 'art. 21 ust. 2 ustawy o CUS'],
    ['diagnosisConsultation', '2026-03-02', '2026-03-16', 'ustawienie centrum: czas konsultacji diagnozy'],
    ['annualReport', '2025-12-31', '2026-12-31', 'art. 18 ustawy o CUS'],
    ['annualPlan', '2025-01-15', '2026-01-15', 'art. 24 ust. 2 pkt 4 ustawy o CUS'],
    ['collectiveAgreement', '2024-01-02', '2026-01-02', 'art. 9 ust. 6 ustawy o CUS'],
    [
      'environmentalInterview',
      '2026-04-30',
      '2026-05-21',
      'Rozporządzenie w sprawie rodzinnego wywiadu środowiskowego (Dz.U. 2021 poz. 893)',
    ],
    [
      'environmentalInterviewUrgent',
      '2026-04-30',
      '2026-05-05',
      'Rozporządzenie w sprawie rodzinnego wywiadu środowiskowego (Dz.U. 2021 poz. 893)',
    ],
  ] as const)('%s from %s ends on %s (%s)', (kind, event, due, article) => {
    const found = deadline(kind, event);
    expect(found.dueOn).toBe(due);
    expect(found.startsOn).toBe(addDays(event, 1));
    expect(found.basis[0] && cite(found.basis[0])).toBe(article);
  });

  it('art. 40: the explanation names the rule, the event and the calculation', () => {
    expect(deadline('planReady', '2026-03-02').steps).toEqual([
      'Opracowanie IPUS: 30 dni. Początek: złożenie wniosku.',
      'Zdarzenie: 2 marca 2026 (poniedziałek). Tego dnia nie liczymy (art. 57 § 1 k.p.a.).',
      '30 dni od tego dnia: liczymy kolejne dni kalendarzowe. Wypada 1 kwietnia 2026 (środa).',
      'To dzień roboczy, więc termin się nie przesuwa.',
    ]);
  });

  it('art. 64 § 2 k.p.a.: the call to complete gives at least seven days', () => {
    expect(deadline('completeApplication', '2026-03-02')).toMatchObject({ direction: 'atLeast' });
    expect(deadline('completeApplication', '2026-03-02').steps[0]).toContain('co najmniej 7 dni');
    const longer = deadline('completeApplication', '2026-03-02', undefined, 14);
    expect(longer.dueOn).toBe('2026-03-16');
    expect(longer.steps[0]).toContain('14 dni (nie krócej niż 7 dni)');
    expect(() => deadline('completeApplication', '2026-03-02', undefined, 6)).toThrow(RangeError);
    expect(() => deadline('planReady', '2026-03-02', undefined, 40)).toThrow(RangeError);
  });

  it('the Act is in force since 1 January 2020: no deadline of it before', () => {
    expect(deadline('planReady', '2020-01-01').dueOn).toBe('2020-01-31');
    expect(() => deadline('planReady', '2019-12-31')).toThrow(RangeError);
  });

  it('every rule names its basis, source and day of checking', () => {
    for (const rule of allRules) {
      expect(rule.basis.length).toBeGreaterThan(0);
      expect(rule.source).not.toBe('');
      expect(rule.checkedOn).toBe('2026-11-21');
    }
  });
});

describe('colours of a deadline', () => {
  const plan = deadline('planReady', '2026-03-02');

  it.each([
    ['2026-03-02', 'green', 'day 0'],
    ['2026-03-21', 'green', 'day 19'],
    ['2026-03-22', 'amber', 'day 20'],
    ['2026-03-28', 'amber', 'day 26'],
    ['2026-03-29', 'red', 'day 27'],
    ['2026-04-01', 'red', 'the last day is in time'],
    ['2026-04-02', 'overdue', 'the day after'],
  ])('30 days: on %s %s (%s)', (today, colour) => {
    expect(colourOn(plan, today)).toBe(colour);
  });

  it('a shifted end keeps amber at day 20 and red at day 27', () => {
    expect(deadline('planReady', '2026-03-06')).toMatchObject({
      amberOn: '2026-03-26',
      redOn: '2026-04-02',
      dueOn: '2026-04-07',
    });
  });

  it.each([
    // Monday 16 March is the last day; the third working day before it is Wednesday.
    ['appeal', '2026-03-02', '2026-03-09', '2026-03-11'],
    ['refusalDecision', '2026-03-02', '2026-03-26', '2026-03-30'],
    // A week is amber from its start: a calm colour on its last four days would mislead.
    ['residentRequest', '2026-03-02', '2026-03-03', '2026-03-04'],
    ['callBack', '2026-03-02', '2026-03-03', '2026-03-03'],
    // Half a year is not red for its last 18 days: two weeks of amber, then the same three working days.
    ['planSummary', '2026-03-02', '2026-08-19', '2026-08-28'],
    ['coordinatorsMeeting', '2026-03-02', '2026-05-19', '2026-05-28'],
    ['annualPlan', '2025-01-15', '2025-11-15', '2025-12-15'],
  ] as const)(
    'a colour means the same time left whatever the length: %s from %s is amber from %s, red from %s',
    (kind, event, amberOn, redOn) => {
      expect(deadline(kind, event)).toMatchObject({ amberOn, redOn });
    },
  );

  it('no deadline is calm in its last three days, and none that is set by days left is red before its last ten days', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...deadlineKinds), (event, kind) => {
        const found = deadline(kind, event);
        const threeLeft = addDays(found.dueOn, -3);
        const begun = threeLeft < found.startsOn ? found.startsOn : threeLeft;
        expect(colourOn(found, begun)).not.toBe('green');
        // Christmas between, its Eve free since 2025 and a weekend beside: three working days are at most ten of the calendar.
        const byDaysLeft = deadlineRuleOn(kind, event).thresholds.by === 'daysLeft';
        expect(byDaysLeft && colourOn(found, addDays(found.dueOn, -11)) === 'red').toBe(false);
      }),
    );
  });

  it('the diagnosis warns 12 and 6 months before its fifth anniversary', () => {
    expect(deadline('diagnosis', '2022-03-10')).toMatchObject({ amberOn: '2026-03-10', redOn: '2026-09-10' });
  });

  it('warnings come in order, within the time of the deadline, which ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...deadlineKinds), (event, kind) => {
        const { startsOn, amberOn, redOn, dueOn } = deadline(kind, event);
        expect([startsOn, amberOn, redOn, dueOn]).toEqual([startsOn, amberOn, redOn, dueOn].sort());
        expect(isFreeDay(dueOn)).toBe(false);
        expect(colourOn({ amberOn, redOn, dueOn }, dueOn)).toBe('red');
        expect(colourOn({ amberOn, redOn, dueOn }, addDays(dueOn, 1))).toBe('overdue');
      }),
    );
  });

  it.each([
    ['2026-03-31', 'został 1 dzień'],
    ['2026-03-29', 'zostały 3 dni'],
    ['2026-03-20', 'zostało 12 dni'],
    ['2026-04-01', 'termin mija dziś'],
    ['2026-04-03', '2 dni po terminie'],
  ])('on %s: %s', (today, words) => {
    expect(timeLeftWords(plan, today)).toBe(words);
  });
});

describe('what no act was read for is dated configuration', () => {
  it('only recalled and proposed deadlines may be set by the centre', () => {
    const open = deadlineKinds.filter((kind) => isConfigurable(deadlineRuleOn(kind, '2026-03-02')));
    expect(open).toEqual([
      'completeApplication',
      'appeal',
      'callBack',
      'residentRequest',
      'transferAnswer',
      'planClosing',
      'diagnosisConsultation',
      // Yearly by art. 18 and 24(2)(4), on no day of the Act.
      'annualReport',
      'annualPlan',
    ]);
  });

  it('whoever asks why is told what was not read in an act, and what no act says', () => {
    expect(deadline('appeal', '2026-03-02').steps.at(-1)).toBe(
      'Art. 129 § 2 k.p.a.: do sprawdzenia w tekście aktu.',
    );
    for (const kind of ['transferAnswer', 'annualReport'] as const)
      expect(deadline(kind, '2026-03-02').steps.at(-1)).toMatch(
        /^To ustawienie centrum: .*Tej długości nie podaje przepis\.$/,
      );
    expect(deadline('planReady', '2026-03-02').steps.join(' ')).not.toMatch(/do sprawdzenia|ustawienie/);
  });

  it('a new setting holds from its day; earlier cases keep the earlier rule', () => {
    const setting = {
      kind: 'transferAnswer',
      length: 7,
      unit: 'days',
      validFrom: '2026-06-01',
      source: 'zarz. 3/2026',
    } as const;
    const changed = withDeadlineSetting(deadlineRules, setting);
    if (!changed.ok) throw new Error(changed.code);
    expect(deadline('transferAnswer', '2026-05-29', changed.rules).dueOn).toBe('2026-06-12');
    expect(deadline('transferAnswer', '2026-06-01', changed.rules).dueOn).toBe('2026-06-08');
    expect(withDeadlineSetting(changed.rules, setting)).toMatchObject({ ok: false, code: 'order' });
  });

  it('art. 40: the centre cannot set the 30 days of the plan', () => {
    const refused = withDeadlineSetting(deadlineRules, {
      kind: 'planReady',
      length: 60,
      unit: 'days',
      validFrom: '2026-06-01',
      source: 'zarz. 3/2026',
    });
    expect(refused).toMatchObject({ ok: false, code: 'statutory' });
  });
});
