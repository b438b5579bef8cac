import type { VNode } from 'preact';
import { number } from '../format.ts';
import { useLang } from '../words.ts';

export type SeriesLine = {
  key: string;
  label: string;
  /** `null`: a gap; the line stops there. */
  points: readonly { at: number; value: number | null }[];
  /** `thin` and dashed: what is only expected. */
  look?: 'solid' | 'dashed' | 'dotted';
};

export type SeriesChartProps = {
  /** Said to a screen reader; the numbers belong in a table beside it. */
  label: string;
  lines: readonly SeriesLine[];
  /** Between `at - 1` and `at` the base of the numbers changes: no line crosses it, unless each line has its own base. */
  breaks?: readonly { at: number; label: string; cuts?: false }[];
};

const width = 640;
const height = 280;
const left = 64;
const right = 90;
const top = 34;
const bottom = 30;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A step of 1, 2 or 5 times a power of ten, so that about four lines fit. */
const stepOf = (range: number): number => {
  const rough = Math.max(range, 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
};

/** Lines over years. Where the base changes stands a mark, and no line crosses it. */
export const SeriesChart = ({ label, lines, breaks = [] }: SeriesChartProps): VNode | null => {
  const lang = useLang();
  const known = lines.flatMap(({ points }) =>
    points.flatMap(({ at, value }) => (value === null ? [] : [{ at, value }])),
  );
  if (known.length === 0) return null;
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const values = known.map(({ value }) => value);
  const step = stepOf(Math.max(...values) - Math.min(...values));
  const low = Math.max(0, Math.floor(Math.min(...values) / step - 0.5) * step);
  const high = Math.ceil(Math.max(...values) / step + 0.1) * step;
  const x = (at: number): number =>
    round(left + ((at - first) / (last - first || 1)) * (width - left - right));
  const y = (value: number): number =>
    round(height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom));
  const grid = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  const every = Math.max(1, Math.ceil(years.length / 8));
  const path = (line: SeriesLine): string => {
    let open = false;
    let before: number | undefined;
    return line.points
      .map(({ at, value }) => {
        const cut = breaks.some(
          (one) => one.cuts !== false && before !== undefined && before < one.at && at >= one.at,
        );
        before = at;
        if (value === null) {
          open = false;
          return '';
        }
        const sign = open && !cut ? 'L' : 'M';
        open = true;
        return `${sign}${x(at)} ${y(value)}`;
      })
      .join('');
  };
  return (
    <svg class="series" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
      {grid.map((value) => (
        <g key={value}>
          <line class="pyramid-grid" x1={left} x2={width - right} y1={y(value)} y2={y(value)} />
          <text class="pyramid-label" x={left - 8} y={y(value) + 4} text-anchor="end">
            {number(value, lang)}
          </text>
        </g>
      ))}
      {years
        .filter((_, index) => index % every === 0)
        .map((at) => (
          <text key={at} class="pyramid-label" x={x(at)} y={height - 8} text-anchor="middle">
            {at}
          </text>
        ))}
      {breaks.map((one) => (
        <g key={one.at}>
          <line
            class="series-break"
            x1={x(one.at - 0.5)}
            x2={x(one.at - 0.5)}
            y1={top - 8}
            y2={height - bottom}
          />
          <text class="pyramid-label" x={x(one.at - 0.5)} y={top - 14} text-anchor="middle">
            {one.label}
          </text>
        </g>
      ))}
      {lines.map((line, index) => {
        const end = line.points.findLast(({ value }) => value !== null);
        return (
          <g key={line.key} class={`series-${line.look ?? 'solid'}`}>
            <path d={path(line)} />
            {line.points.map(({ at, value }) =>
              value === null ? null : <circle key={at} cx={x(at)} cy={y(value)} r={line.look ? 2.5 : 3.5} />,
            )}
            {lines.length > 1 && end && end.value !== null && (
              <text class="pyramid-label" x={x(end.at) + 8} y={y(end.value) + 4 + (line.look ? 0 : index)}>
                {line.label}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};
