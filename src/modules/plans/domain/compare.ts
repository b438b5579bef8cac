import { areaOf, dateWords, plural, zloty } from '../../../law/index.ts';
import { planWords } from '../pl.ts';
import {
  actionKindWords,
  type Content,
  type Line,
  type Need,
  type SupportingAction,
  type Version,
} from './plan.ts';
import { scheduleText } from './schedule.ts';

/** One thing in two versions; a missing side was not there. */
export interface Difference {
  key: string;
  field: string;
  before?: string;
  after?: string;
}

export interface WholeVersion {
  version: Pick<Version, 'startsOn' | 'endsOn'>;
  content: Content;
}

const words = planWords.compare;

const span = (of: { startsOn: string | null; endsOn: string | null }): string =>
  of.startsOn && of.endsOn ? words.span(dateWords(of.startsOn), dateWords(of.endsOn)) : words.nothing;

/** A quantity with its unit: "26 godz.", "1 wizyta", "22 wizyty". */
export const unitsText = ({ units, unit }: Pick<Line, 'units' | 'unit'>): string => {
  const forms = planWords.unitForms[unit];
  return `${units} ${forms ? plural(units, forms) : (planWords.units[unit] ?? unit)}`;
};

/** A fee in words: "120,00 zł", or free of charge. */
export const feeText = (line: Pick<Line, 'feeGrosze'>): string =>
  line.feeGrosze === 0 ? planWords.free : zloty(line.feeGrosze);

const areaName = (area: number | null): string => (area === null ? '' : (areaOf(area)?.name ?? ''));

const lineFields: readonly { key: string; label: string; of: (line: Line) => string | null }[] = [
  { key: 'performer', label: words.performer, of: (line) => line.organizationName },
  { key: 'place', label: words.place, of: (line) => line.place },
  { key: 'schedule', label: words.schedule, of: (line) => scheduleText(line.week, line.scheduleWords) },
  { key: 'units', label: words.units, of: unitsText },
  { key: 'period', label: words.period, of: span },
  { key: 'fee', label: words.fee, of: feeText },
  { key: 'result', label: words.result, of: (line) => line.expectedResult },
];

const needText = (need: Need): string => [need.words, areaName(need.area)].filter(Boolean).join(' · ');

const actionText = (action: SupportingAction): string =>
  [actionKindWords[action.kind], action.words, action.who, action.scheduleWords].filter(Boolean).join(' · ');

/** Both sides of a list, paired by what they were from the first version on. */
function pairs<T extends { originId: string }>(
  before: readonly T[],
  after: readonly T[],
): [string, T | undefined, T | undefined][] {
  const origins = [...new Set([...before, ...after].map((one) => one.originId))];
  const of = (list: readonly T[], origin: string): T | undefined =>
    list.find((one) => one.originId === origin);
  return origins.map((origin) => [origin, of(before, origin), of(after, origin)]);
}

const sides = (
  before: string | null | undefined,
  after: string | null | undefined,
): Pick<Difference, 'before' | 'after'> => ({
  ...(before === undefined ? {} : { before: before ?? words.nothing }),
  ...(after === undefined ? {} : { after: after ?? words.nothing }),
});

/** Two versions of a plan side by side: the period, every need, every service field by field, every supporting action. */
export function compareVersions(before: WholeVersion, after: WholeVersion): Difference[] {
  return [
    { key: 'period', field: words.planPeriod, ...sides(span(before.version), span(after.version)) },
    ...pairs(before.content.needs, after.content.needs).map(([origin, one, other]) => ({
      key: `need-${origin}`,
      field: words.need,
      ...sides(one && needText(one), other && needText(other)),
    })),
    ...pairs(before.content.lines, after.content.lines).flatMap(([origin, one, other]) =>
      lineFields.map(({ key, label, of }) => ({
        key: `line-${origin}-${key}`,
        field: `${(other ?? one)?.serviceName ?? ''}: ${label}`,
        ...sides(one && of(one), other && of(other)),
      })),
    ),
    ...pairs(before.content.actions, after.content.actions).map(([origin, one, other]) => ({
      key: `action-${origin}`,
      field: words.action,
      ...sides(one && actionText(one), other && actionText(other)),
    })),
  ];
}
