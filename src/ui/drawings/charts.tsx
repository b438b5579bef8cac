import type { ComponentChildren, VNode } from 'preact';
import { Disclosure, Unknown } from '../content.tsx';
import { number } from '../format.ts';
import { useLang, useWords } from '../words.ts';

export type ChartPoint = {
  label: string;
  /** Missing when the number is not known or may not be shown. */
  value: number | undefined;
  note?: ComponentChildren;
};

type ChartProps = {
  caption: string;
  /** The heading above says the same. */
  captionHidden?: boolean;
  points: readonly ChartPoint[];
  /** Head of the column of labels: "Usługa". */
  labelHead: string;
  /** Head of the column of values, with the unit: "Osoby". */
  valueHead: string;
  format?: (value: number) => string;
  /** What is said of a missing value; default: that it is not known. */
  missing?: string;
};

const top = (points: readonly ChartPoint[]): number =>
  Math.max(1, ...points.map((point) => point.value ?? 0));

// More labels than this run into each other on a phone: there only every third is drawn, the last one among them.
const labelsOnPhone = 6;

const labelClass = (index: number, count: number): string =>
  count > labelsOnPhone && (count - 1 - index) % 3 !== 0
    ? 'columns-label columns-label-between'
    : 'columns-label';

const share = (value: number, most: number): number => Math.round((value / most) * 1000) / 10;

/** Bars that are a table: label, bar, number. Read aloud it is only the table. */
export const BarChart = ({
  caption,
  captionHidden,
  points,
  labelHead,
  valueHead,
  format,
  missing,
}: ChartProps): VNode => {
  const lang = useLang();
  const say = format ?? ((value: number) => number(value, lang));
  const most = top(points);
  return (
    <table class="bars">
      <caption class={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{labelHead}</th>
          <th scope="col">{valueHead}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.label}>
            <th scope="row">
              {point.label}
              {point.note && <span class="bars-note">{point.note}</span>}
            </th>
            <td>
              {point.value === undefined ? (
                <Unknown>{missing}</Unknown>
              ) : (
                <>
                  <svg class="bars-bar" width="100%" height="18" aria-hidden="true" focusable="false">
                    <rect class="bars-value" x="0" y="0" height="18" width={`${share(point.value, most)}%`} />
                  </svg>
                  <span class="bars-number">{say(point.value)}</span>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Columns over time, with their table below. */
export const ColumnChart = ({
  caption,
  points,
  labelHead,
  valueHead,
  format,
  missing,
}: ChartProps): VNode => {
  const words = useWords();
  const lang = useLang();
  const say = format ?? ((value: number) => number(value, lang));
  const most = top(points);
  const step = 100 / Math.max(points.length, 1);
  const height = 150;
  return (
    <figure class="columns-chart">
      <figcaption>{caption}</figcaption>
      <svg class="columns-drawing" width="100%" height={height + 46} aria-hidden="true" focusable="false">
        <line class="columns-floor" x1="0" x2="100%" y1={height + 20} y2={height + 20} />
        {points.map((point, index) => {
          const tall = point.value === undefined ? 0 : (point.value / most) * height;
          const middle = `${Math.round((index + 0.5) * step * 100) / 100}%`;
          return (
            <g key={point.label}>
              <rect
                class="bars-value"
                x={`${Math.round((index + 0.18) * step * 100) / 100}%`}
                width={`${Math.round(step * 64) / 100}%`}
                y={Math.round(20 + height - tall)}
                height={Math.round(tall)}
              />
              <text class="columns-number" x={middle} y={Math.round(14 + height - tall)} text-anchor="middle">
                {point.value === undefined ? '?' : say(point.value)}
              </text>
              <text class={labelClass(index, points.length)} x={middle} y={height + 38} text-anchor="middle">
                {point.label}
              </text>
            </g>
          );
        })}
      </svg>
      <Disclosure summary={words.showTable}>
        <table class="table table-plain">
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{labelHead}</th>
              <th scope="col" class="numeric">
                {valueHead}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td class="numeric">
                  {point.value === undefined ? (missing ?? words.unknown) : say(point.value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
};

export type SparklineProps = {
  /** What is drawn, in words with its numbers: "Wnioski w 6 miesiącach: od 12 do 31". */
  label: string;
  values: readonly number[];
};

/** A line the size of a word; its label says what it shows. */
export const Sparkline = ({ label, values }: SparklineProps): VNode => {
  const low = Math.min(...values);
  const range = Math.max(...values) - low || 1;
  const points = values.map((value, index) => ({
    x: Math.round((index / Math.max(values.length - 1, 1)) * 92 + 4),
    y: Math.round(22 - ((value - low) / range) * 18),
  }));
  const last = points.at(-1);
  return (
    <svg class="sparkline" viewBox="0 0 100 26" width="100" height="26" role="img" aria-label={label}>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last && <rect x={last.x - 3} y={last.y - 3} width="6" height="6" />}
    </svg>
  );
};
