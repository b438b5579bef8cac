import type { ComponentChildren, VNode } from 'preact';
import { areaOf } from '../../../law/index.ts';
import type { View } from '../../../platform/http/route.ts';
import {
  Card,
  DateText,
  type Description,
  DescriptionList,
  Disclosure,
  money,
  Notice,
  type Shape,
  Stack,
  StateTag,
  Tag,
  WeekPlan,
  type WeekSlot,
} from '../../../ui/index.ts';
import { unitsText } from '../domain/compare.ts';
import { type VersionState, stateWords } from '../domain/lifecycle.ts';
import { actionKindWords, type Line, type Need, type SupportingAction } from '../domain/plan.ts';
import { endOf, scheduleDisagrees, scheduleText, type Slot } from '../domain/schedule.ts';
import { planWords } from '../pl.ts';
import { planPages } from '../pl-pages.ts';
import { planPath } from './paths.ts';

const words = planPages.plan;

const shapeOf: Record<VersionState, Shape> = {
  draft: 'draft',
  agreed: 'waiting',
  returned: 'warning',
  approved: 'open',
  running: 'running',
  superseded: 'stopped',
  ended: 'waiting',
  resigned: 'waiting',
  summarised: 'done',
  abandoned: 'stopped',
};

/** The state of a plan: a window in a position and its word. */
export const PlanStateTag = ({ state }: { state: VersionState }): VNode => (
  <StateTag state={shapeOf[state]} label={stateWords(state)} />
);

/** Trail and place in the navigation of a page below a plan. */
export const inPlan = (of: { id: string; personName: string }): Pick<View, 'trail' | 'current'> => ({
  trail: [
    { href: '/praca/plany', label: planPages.list.title },
    { href: planPath(of.id), label: of.personName },
  ],
  current: 'plans',
});

/** "16.11.2026 – 30.04.2027" */
export const Span = ({ from, to }: { from: string; to: string }): VNode => (
  <span>
    <DateText date={from} /> – <DateText date={to} />
  </span>
);

const isDay = (day: number): day is WeekSlot['day'] => Number.isInteger(day) && day >= 1 && day <= 7;

const slotsOf = (week: readonly Slot[]): WeekSlot[] =>
  week.flatMap(({ day, from, minutes }) => (isDay(day) ? [{ day, from, to: endOf({ from, minutes }) }] : []));

/** The plan as a week; services without a fixed day stand below it in words. */
export const PlanWeek = ({ lines, caption }: { lines: readonly Line[]; caption: string }): VNode => {
  const fixed = lines.filter((line) => line.week.length > 0);
  const loose = lines.filter((line) => line.week.length === 0 && line.scheduleWords !== null);
  return (
    <Stack>
      {fixed.length === 0 ? (
        <p>{words.noWeek}</p>
      ) : (
        <WeekPlan
          caption={caption}
          captionHidden
          lines={fixed.map((line) => ({
            key: line.id,
            service: line.serviceName,
            note: [line.organizationName, line.place].filter(Boolean).join(', '),
            slots: slotsOf(line.week),
          }))}
        />
      )}
      {fixed.length > 0 && loose.length > 0 && (
        <DescriptionList
          items={loose.map((line) => ({
            term: `${words.loose}: ${line.serviceName}`,
            value: line.scheduleWords,
          }))}
        />
      )}
    </Stack>
  );
};

/** The working of an amount and the articles it rests on. */
export const FeeSteps = ({ steps, basis }: { steps: readonly string[]; basis: readonly string[] }): VNode => (
  <Disclosure summary={words.service.steps}>
    <ol class="why-steps">
      {steps.map((step, index) => (
        <li key={index}>{step}</li>
      ))}
    </ol>
    {basis.length > 0 && (
      <p class="why-basis">
        <strong>{words.service.basis}:</strong> {basis.join('; ')}
      </p>
    )}
  </Disclosure>
);

const feeWords = (line: Line): ComponentChildren =>
  line.feeSteps.length === 0 ? undefined : line.feeGrosze === 0 ? planWords.free : money(line.feeGrosze);

const lineFacts = (line: Line): Description[] => [
  {
    term: words.service.performer,
    value: line.organizationName,
    ...(line.contractNumber ? { note: words.service.contract(line.contractNumber) } : {}),
  },
  { term: words.service.place, value: line.place },
  { term: words.service.schedule, value: scheduleText(line.week, line.scheduleWords) },
  { term: words.service.units, value: unitsText(line) },
  { term: words.service.period, value: <Span from={line.startsOn} to={line.endsOn} /> },
  { term: words.service.result, value: line.expectedResult },
  {
    term: words.service.fee,
    value: feeWords(line),
    note: [line.relief, line.feeDueOn && words.service.due(line.feeDueOn.split('-').toReversed().join('.'))]
      .filter(Boolean)
      .join(', '),
  },
];

/** Says that the hours of the week and the quantity do not add up: it may be meant so, therefore nothing is stopped. */
export const ScheduleNotice = ({ line }: { line: Line }): VNode | null => {
  const planned = scheduleDisagrees(line);
  return planned === undefined ? null : (
    <Notice kind="warning" title={words.service.disagree(line.serviceName)}>
      {words.service.disagreeText(unitsText({ units: planned, unit: line.unit }), unitsText(line))}
    </Notice>
  );
};

/** One service of a plan with everything the Act asks of it (art. 39(1)). */
export const LineCard = ({
  line,
  footer,
  level = 3,
}: {
  line: Line;
  footer?: ComponentChildren;
  /** 2 where the page has no heading between its title and the card. */
  level?: 2 | 3;
}): VNode => (
  <Card
    level={level}
    title={line.serviceName}
    meta={`${words.service.programme}: ${line.programmeName}`}
    footer={footer}
  >
    <DescriptionList columns={2} items={lineFacts(line)} />
    {line.feeGrosze > 0 && <FeeSteps steps={line.feeSteps} basis={line.feeBasis} />}
  </Card>
);

const areaName = (need: Need): string | undefined => {
  const area = need.area === null ? undefined : areaOf(need.area);
  return area && `${area.code}. ${area.name}`;
};

/** Urgency, area and source of a need, in small letters. */
export const NeedMeta = ({ need }: { need: Need }): VNode => (
  <>
    {need.priority !== 2 && (
      <>
        <Tag tone={need.priority === 1 ? 'warning' : 'neutral'}>{words.priorities[need.priority]}</Tag>{' '}
      </>
    )}
    {[areaName(need), need.source].filter(Boolean).join(' · ')}
  </>
);

/** Needs of a plan, the most urgent first. */
export const NeedList = ({ needs }: { needs: readonly Need[] }): VNode =>
  needs.length === 0 ? (
    <p>{words.noNeeds}</p>
  ) : (
    <ul>
      {needs.map((need) => (
        <li key={need.id}>
          {need.words}
          <p class="hint">
            <NeedMeta need={need} />
          </p>
        </li>
      ))}
    </ul>
  );

/** Kind of a supporting action, who and when, in small letters. */
export const ActionMeta = ({ action }: { action: SupportingAction }): VNode => (
  <>
    <Tag>{actionKindWords[action.kind]}</Tag> {[action.who, action.scheduleWords].filter(Boolean).join(' · ')}
  </>
);

/** Supporting actions of a plan (art. 39(2)). */
export const ActionList = ({ actions }: { actions: readonly SupportingAction[] }): VNode =>
  actions.length === 0 ? (
    <p>{words.noSupporting}</p>
  ) : (
    <ul>
      {actions.map((action) => (
        <li key={action.id}>
          {action.words}
          <p class="hint">
            <ActionMeta action={action} />
          </p>
        </li>
      ))}
    </ul>
  );
