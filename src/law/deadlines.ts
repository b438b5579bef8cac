import { type Basis, cite, confidenceWords, type LawEntries } from './basis.ts';
import { workingDaysBefore } from './calendar.ts';
import { type DeadlineKind, type DeadlineRule, type DeadlineRules, deadlineRules } from './deadline-rules.ts';
import { addDays, addMonths, dateWords, daysBetween, isWithin, plural, type IsoDate } from './dates.ts';
import { spanWords, type TimeSpan, timeLimit } from './time-limits.ts';

/** A computed deadline. All dates are last days "in time": it is overdue from the day after `dueOn`. */
export type Deadline = {
  readonly kind: DeadlineKind;
  readonly words: string;
  readonly direction: DeadlineRule['direction'];
  readonly eventOn: IsoDate;
  /** The first counted day: the day after the event. */
  readonly startsOn: IsoDate;
  readonly amberOn: IsoDate;
  readonly redOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly basis: readonly Basis[];
  readonly steps: readonly string[];
};

export type DeadlineColour = 'green' | 'amber' | 'red' | 'overdue';

export const deadlineColourWords: Readonly<Record<DeadlineColour, string>> = {
  green: 'w terminie',
  amber: 'zbliża się termin',
  red: 'termin tuż-tuż',
  overdue: 'po terminie',
};

export const deadlineKinds: readonly DeadlineKind[] = Object.keys(deadlineRules).filter(isDeadlineKind);

/** The rule of a deadline in force on the day of the event. Throws RangeError when there was none. */
export function deadlineRuleOn(
  kind: DeadlineKind,
  eventOn: IsoDate,
  rules: DeadlineRules = deadlineRules,
): DeadlineRule {
  const found = rules[kind].find((rule) => isWithin(eventOn, rule.validFrom, rule.validTo));
  if (found === undefined) throw new RangeError(`No rule for ${kind} on ${eventOn}`);
  return found;
}

/**
 * A deadline counted from the day of its event by art. 57 k.p.a., judged by the rule of that day. `given`: the length
 * that was set in a case, in the unit of the rule, where the law says only how short it may not be.
 * Throws RangeError for a date that does not exist or that no rule covers, and for a length that may not be given.
 */
export function deadline(
  kind: DeadlineKind,
  eventOn: IsoDate,
  rules: DeadlineRules = deadlineRules,
  given?: number,
): Deadline {
  const least = deadlineRuleOn(kind, eventOn, rules);
  if (given !== undefined && (least.direction !== 'atLeast' || given < least.length))
    throw new RangeError(`${kind} may not be given ${given}`);
  const rule = given === undefined ? least : { ...least, length: given };
  const limit = timeLimit(eventOn, rule, rule.basis);
  const startsOn = addDays(eventOn, 1);
  const due = limit.value;
  const redOn = between(startsOn, warnOn(rule, 'red', eventOn, due), due);
  return {
    kind,
    words: rule.words,
    direction: rule.direction,
    eventOn,
    startsOn,
    amberOn: between(startsOn, warnOn(rule, 'amber', eventOn, due), redOn),
    redOn,
    dueOn: due,
    basis: limit.basis,
    steps: [
      `${rule.words}: ${lengthWords(least, rule, given)}. Początek: ${rule.event}.`,
      ...limit.steps,
      ...doubts(rule.basis),
    ],
  };
}

/** What of a rule is not read in an act, said to whoever asks why: nobody takes a proposal for a statute. */
const doubts = (of: readonly Basis[]): readonly string[] =>
  of.flatMap((each) => {
    if (each.confidence === 'recalled') return [`${sentence(cite(each))}: ${confidenceWords.recalled}.`];
    return each.confidence === 'proposal' ? [`To ${cite(each)}. ${noStatute}`] : [];
  });

const noStatute = 'Tej długości nie podaje przepis.';
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const lengthWords = (
  least: TimeSpan & Pick<DeadlineRule, 'direction'>,
  rule: TimeSpan,
  given?: number,
): string => {
  if (least.direction !== 'atLeast') return spanWords(rule);
  return given === undefined
    ? `co najmniej ${spanWords(rule)}`
    : `${spanWords(rule)} (nie krócej niż ${spanWords(least)})`;
};

/** How urgent a deadline is on a day. The last day is still in time. */
export function colourOn(of: Pick<Deadline, 'amberOn' | 'redOn' | 'dueOn'>, today: IsoDate): DeadlineColour {
  if (today > of.dueOn) return 'overdue';
  if (today >= of.redOn) return 'red';
  return today >= of.amberOn ? 'amber' : 'green';
}

/** "zostało 5 dni", "termin mija dziś", "3 dni po terminie". */
export function timeLeftWords(of: Pick<Deadline, 'dueOn'>, today: IsoDate): string {
  const left = daysBetween(today, of.dueOn);
  if (left === 0) return 'termin mija dziś';
  const days = spanWords({ length: Math.abs(left), unit: 'days' });
  return left > 0 ? `${plural(left, ['został', 'zostały', 'zostało'])} ${days}` : `${days} po terminie`;
}

export type DeadlineSetting = TimeSpan & {
  readonly kind: DeadlineKind;
  readonly validFrom: IsoDate;
  /** Who set it, in what document. */
  readonly source: string;
};

export type SettingResult =
  | { readonly ok: true; readonly rules: DeadlineRules }
  | { readonly ok: false; readonly code: 'statutory' | 'order'; readonly words: string };

/**
 * The rules with a length set by the centre from a day on; cases begun earlier keep the earlier rule.
 * Refuses to change a deadline that an act sets, and a setting older than the one in force.
 */
export function withDeadlineSetting(rules: DeadlineRules, setting: DeadlineSetting): SettingResult {
  const earlier = rules[setting.kind];
  const last = earlier.at(-1);
  if (last === undefined || !isConfigurable(last)) {
    return {
      ok: false,
      code: 'statutory',
      words: 'Ten termin wynika z przepisu i centrum nie może go zmienić.',
    };
  }
  if (last.validFrom !== null && setting.validFrom <= last.validFrom) {
    return {
      ok: false,
      code: 'order',
      words: `Od ${dateWords(last.validFrom)} obowiązuje już nowsze ustawienie. Podaj późniejszy dzień.`,
    };
  }
  const closed: DeadlineRule = { ...last, validTo: addDays(setting.validFrom, -1) };
  const opened: DeadlineRule = {
    ...last,
    length: setting.length,
    unit: setting.unit,
    source: setting.source,
    validFrom: setting.validFrom,
    validTo: null,
  };
  return { ok: true, rules: { ...rules, [setting.kind]: [...earlier.slice(0, -1), closed, opened] } };
}

/** Whether the centre may set this deadline: its length was found in no act or published source, or no act gives one. */
export function isConfigurable(rule: DeadlineRule): boolean {
  return (
    rule.basis.some((each) => each.act === 'setting') ||
    rule.basis.every((each) => each.confidence === 'recalled')
  );
}

function warnOn(rule: DeadlineRule, colour: 'amber' | 'red', eventOn: IsoDate, due: IsoDate): IsoDate {
  const { by, [colour]: amount } = rule.thresholds;
  if (by === 'daysAfter') return addDays(eventOn, amount);
  if (by === 'monthsBefore') return addMonths(due, -amount);
  return colour === 'red' ? workingDaysBefore(due, amount) : addDays(due, -amount);
}

function between(low: IsoDate, date: IsoDate, high: IsoDate): IsoDate {
  if (date < low) return low;
  return date > high ? high : date;
}

function isDeadlineKind(key: string): key is DeadlineKind {
  return key in deadlineRules;
}

const everyBasis = [
  ...new Set(Object.values(deadlineRules).flatMap((rules) => rules.flatMap((rule) => rule.basis))),
];

export const basisOf: LawEntries = {
  subject: 'Terminy centrum',
  functions: {
    deadline: everyBasis,
    deadlineRuleOn: everyBasis,
    colourOn: [],
    timeLeftWords: [],
    withDeadlineSetting: [],
    isConfigurable: [],
  },
};
