import type { ComponentChildren, VNode } from 'preact';
import { clock, duration } from '../format.ts';
import { useLang, useWords } from '../words.ts';

/** A visit in a week. Day 1 is Monday; hours as HH:MM. */
export type WeekSlot = { day: 1 | 2 | 3 | 4 | 5 | 6 | 7; from: string; to: string };

export type WeekLine = {
  key: string;
  service: ComponentChildren;
  /** Who and where, in small letters. */
  note?: ComponentChildren;
  slots: readonly WeekSlot[];
  /** Minutes a week without a fixed day. */
  looseMinutes?: number;
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const length = (slot: WeekSlot): number => Math.max(minutesOf(slot.to) - minutesOf(slot.from), 0);

const sum = (slots: readonly WeekSlot[]): number => slots.reduce((all, slot) => all + length(slot), 0);

/** One pane for every started hour, eight at most. */
const Panes = ({ minutes }: { minutes: number }) => {
  const hours = Math.min(Math.ceil(minutes / 60), 8);
  return (
    <svg class="hour-panes" width={hours * 9} height="8" aria-hidden="true" focusable="false">
      {Array.from({ length: hours }, (_, index) => (
        <rect key={index} x={index * 9} y="0" width="7" height="8" />
      ))}
    </svg>
  );
};

export type WeekPlanProps = { caption: string; lines: readonly WeekLine[]; captionHidden?: boolean };

/** A plan as a week: services by days, with hours and sums. */
export const WeekPlan = ({ caption, lines, captionHidden }: WeekPlanProps): VNode => {
  const words = useWords();
  const lang = useLang();
  const days = words.week.days.map((name, index) => ({
    name,
    short: words.week.short[index],
    number: index + 1,
    minutes: sum(lines.flatMap((line) => line.slots.filter((slot) => slot.day === index + 1))),
  }));
  const loose = lines.reduce((all, line) => all + (line.looseMinutes ?? 0), 0);
  return (
    <div class="week-frame">
      <table class="week" role="table">
        <caption class={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {words.week.service}
            </th>
            {days.map((day) => (
              <th
                key={day.number}
                scope="col"
                role="columnheader"
                class={day.number > 5 ? 'weekend' : undefined}
              >
                <abbr title={day.name}>{day.short}</abbr>
              </th>
            ))}
            <th scope="col" role="columnheader" class="numeric">
              {words.week.total}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr key={line.key} role="row">
              <th scope="row" role="rowheader">
                {line.service}
                {line.note && <span class="week-note">{line.note}</span>}
              </th>
              {days.map((day) => {
                const slots = line.slots.filter((slot) => slot.day === day.number);
                return (
                  <td
                    key={day.number}
                    role="cell"
                    data-label={day.name}
                    class={`${slots.length === 0 ? 'week-free' : 'week-busy'}${day.number > 5 ? ' weekend' : ''}`}
                  >
                    {slots.map((slot) => (
                      <span class="week-slot" key={slot.from}>
                        {clock(minutesOf(slot.from))}–{clock(minutesOf(slot.to))}
                        <Panes minutes={length(slot)} />
                      </span>
                    ))}
                  </td>
                );
              })}
              <td role="cell" class="numeric week-sum" data-label={words.week.total}>
                {duration(sum(line.slots) + (line.looseMinutes ?? 0), lang)}
                {line.looseMinutes ? <span class="week-note">{words.week.noFixedDay}</span> : null}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">
              {words.week.total}
            </th>
            {days.map((day) => (
              <td
                key={day.number}
                role="cell"
                data-label={day.name}
                class={`${day.minutes === 0 ? 'week-free' : 'week-busy'}${day.number > 5 ? ' weekend' : ''}`}
              >
                {day.minutes > 0 && duration(day.minutes, lang)}
              </td>
            ))}
            <td role="cell" class="numeric week-sum" data-label={words.week.total}>
              {duration(
                days.reduce((all, day) => all + day.minutes, loose),
                lang,
              )}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
