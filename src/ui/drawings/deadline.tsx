import type { ComponentChildren, VNode } from 'preact';
import { DateText, StateTag, type Tone } from '../content.tsx';
import { daysBetween, shortDate } from '../format.ts';
import type { Shape } from '../window.tsx';
import { useWords, type Words } from '../words.ts';

/** How a time limit stands on a day. */
export type DeadlineZone = 'calm' | 'amber' | 'red' | 'over' | 'done';

export type Deadline = {
  /** First day of the bar: the event that started the clock (ISO). */
  start: string;
  due: string;
  today: string;
  /** From this day the bar is amber; default after two thirds of the time. */
  amber?: string;
  /** From this day it is red; default after nine tenths. */
  red?: string;
  /** The day when the thing was done: the clock stands still. */
  done?: string;
};

type Reading = {
  zone: DeadlineZone;
  /** Whole days from today (or from the day it was done) to the due day; negative after it. */
  left: number;
  total: number;
  at: number;
  amberAt: number;
  redAt: number;
};

/** Reads a clock: its zone, the days left, and the positions on the bar in days from the start. */
export const readDeadline = ({ start, due, today, amber, red, done }: Deadline): Reading => {
  const total = Math.max(daysBetween(start, due), 1);
  const day = done ?? today;
  const at = Math.max(daysBetween(start, day), 0);
  const amberAt = amber ? daysBetween(start, amber) : Math.floor((total * 2) / 3);
  const redAt = red ? daysBetween(start, red) : Math.floor((total * 9) / 10);
  const left = daysBetween(day, due);
  const running = left < 0 ? 'over' : at >= redAt ? 'red' : at >= amberAt ? 'amber' : 'calm';
  return { zone: done ? 'done' : running, left, total, at, amberAt, redAt };
};

/** "został 1 dzień", "termin dziś", "3 dni po terminie", "zrobione 2 dni przed terminem". */
export const deadlineWords = (clock: Deadline, words: Words): string => {
  const { left } = readDeadline(clock);
  const say = words.deadline;
  if (clock.done) return left > 0 ? say.doneEarly(left) : left === 0 ? say.doneToday : say.doneLate(-left);
  return left > 0 ? say.left(left) : left === 0 ? say.today : say.over(-left);
};

const look: Record<DeadlineZone, { state: Shape; tone: Tone }> = {
  calm: { state: 'open', tone: 'accent' },
  amber: { state: 'waiting', tone: 'warning' },
  red: { state: 'warning', tone: 'danger' },
  over: { state: 'warning', tone: 'alarm' },
  done: { state: 'done', tone: 'success' },
};

/** The tone of a row of a table that holds a clock. */
export const deadlineTone = (clock: Deadline): 'warning' | 'danger' | undefined => {
  const { zone } = readDeadline(clock);
  return zone === 'amber' ? 'warning' : zone === 'red' || zone === 'over' ? 'danger' : undefined;
};

/** The zone of a clock as a tag with the days in words: for a row of a list. */
export const DeadlineTag = (clock: Deadline): VNode => {
  const words = useWords();
  const { zone } = readDeadline(clock);
  return <StateTag {...look[zone]} label={deadlineWords(clock, words)} />;
};

type Zone = { name: 'calm' | 'amber' | 'red' | 'over'; from: number; to: number; height: number };

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 10_000) / 100}%`;

/** Three steps that rise towards the due day, so that the zones are seen without colour. */
const Bar = ({ reading, height, label }: { reading: Reading; height: number; label: string | undefined }) => {
  const words = useWords();
  const { total, at, amberAt, redAt } = reading;
  const length = Math.max(total, at);
  const zones: Zone[] = [
    { name: 'calm', from: 0, to: amberAt, height: height * 0.42 },
    { name: 'amber', from: amberAt, to: redAt, height: height * 0.7 },
    { name: 'red', from: redAt, to: total, height },
    { name: 'over', from: total, to: length, height },
  ];
  const top = label ? 20 : 2;
  const share = at / length;
  const dueLabel = total / length < 0.85 ? words.deadline.due : undefined;
  const edge = label && label.length > 6 ? 0.3 : 0.1;
  const anchor = share < edge ? 'start' : share > 1 - edge ? 'end' : 'middle';
  return (
    <svg class="deadline-bar" width="100%" height={top + height + 2} aria-hidden="true" focusable="false">
      {zones
        .filter((zone) => zone.to > zone.from)
        .flatMap((zone) => {
          const past = Math.min(Math.max(at, zone.from), zone.to);
          const y = top + height - zone.height;
          return [
            <rect
              key={`${zone.name}-left`}
              class={`zone zone-${zone.name}`}
              x={percent(zone.from, length)}
              width={percent(zone.to - zone.from, length)}
              y={y}
              height={zone.height}
            />,
            past > zone.from && (
              <rect
                key={`${zone.name}-past`}
                class={`zone zone-${zone.name}-past`}
                x={percent(zone.from, length)}
                width={percent(past - zone.from, length)}
                y={y}
                height={zone.height}
              />
            ),
          ];
        })}
      {length > total && (
        <line
          class="deadline-halo"
          x1={percent(total, length)}
          x2={percent(total, length)}
          y1={top}
          y2={top + height}
        />
      )}
      {label && dueLabel && (
        <text class="deadline-label" x={percent(total, length)} y="12" text-anchor="middle">
          {dueLabel}
        </text>
      )}
      <line
        class="deadline-due"
        x1={percent(total, length)}
        x2={percent(total, length)}
        y1={top - 2}
        y2={top + height + 2}
      />
      <line
        class="deadline-now"
        x1={percent(at, length)}
        x2={percent(at, length)}
        y1={label ? 16 : 0}
        y2={top + height + 2}
      />
      {label && (
        <text class="deadline-label" x={percent(at, length)} y="12" text-anchor={anchor}>
          {label}
        </text>
      )}
    </svg>
  );
};

export type DeadlineBarProps = Deadline & {
  /** What must be ready: "Plan od wniosku". */
  label: ComponentChildren;
  /** The article: "art. 40 ustawy o CUS". */
  basis?: ComponentChildren;
  /** `WhyDate` with the calculation. */
  why?: ComponentChildren;
  /** `compact` for a cell of a table: words and a thin bar. */
  size?: 'full' | 'compact';
};

/** A time limit as a bar of time with its days in words and its article. */
export const DeadlineBar = ({ label, basis, why, size = 'full', ...clock }: DeadlineBarProps): VNode => {
  const words = useWords();
  const reading = readDeadline(clock);
  const tag = <StateTag {...look[reading.zone]} label={deadlineWords(clock, words)} />;
  if (size === 'compact') {
    return (
      <div class={`deadline deadline-compact deadline-${reading.zone}`}>
        <span class="deadline-line">
          {label && <span class="deadline-title">{label}</span>}
          {tag}
        </span>
        <Bar reading={reading} height={9} label={undefined} />
        <span class="deadline-ends">
          <span>
            {words.deadline.due} <DateText date={clock.due} />
          </span>
          {basis && <span class="deadline-basis">{basis}</span>}
        </span>
      </div>
    );
  }
  const mark = clock.done ? `${words.deadline.zone.done} ${shortDate(clock.done)}` : words.deadline.todayMark;
  return (
    <div class={`deadline deadline-${reading.zone}`}>
      <div class="deadline-head">
        <span class="deadline-title">{label}</span>
        {tag}
      </div>
      <Bar reading={reading} height={16} label={mark} />
      <div class="deadline-ends">
        <span>
          {words.deadline.from} <DateText date={clock.start} />
        </span>
        <span>
          {words.deadline.due}{' '}
          <strong>
            <DateText date={clock.due} />
          </strong>
        </span>
      </div>
      {(basis || why) && (
        <div class="deadline-foot">
          {basis && <span class="deadline-basis">{basis}</span>}
          {why}
        </div>
      )}
    </div>
  );
};
