import type { VNode } from 'preact';

export type SpreadRow = {
  key: string;
  label: string;
  /** Results when the assumption is lower and when it is higher, in any order. */
  lower: number;
  higher: number;
};

export type SpreadProps = {
  caption: string;
  rows: readonly SpreadRow[];
  /** The result with every assumption as it stands. */
  base: number;
  baseLabel: string;
  format: (value: number) => string;
};

/** How far a result moves when each assumption alone is turned, the widest first. Its numbers belong in a table beside it. */
export const SpreadBars = ({ caption, rows, base, baseLabel, format }: SpreadProps): VNode | null => {
  if (rows.length === 0) return null;
  const all = rows.flatMap(({ lower, higher }) => [lower, higher]).concat(base);
  const least = Math.min(...all);
  const range = Math.max(...all) - least || 1;
  const x = (value: number): number => Math.round(((value - least) / range) * 10_000) / 100;
  return (
    <figure class="stacked spread">
      <figcaption>{caption}</figcaption>
      <p class="spread-base">
        {baseLabel}: <strong>{format(base)}</strong>
      </p>
      <div aria-hidden="true">
        {rows.map(({ key, label, lower, higher }) => {
          const [left, right] = [Math.min(lower, higher), Math.max(lower, higher)];
          return (
            <div class="stacked-row" key={key}>
              <span class="stacked-label">{label}</span>
              <svg class="stacked-bar" width="100%" height="26" focusable="false">
                <g class="years-running">
                  <rect x={`${x(left)}%`} width={`${Math.max(x(right) - x(left), 0.4)}%`} y="3" height="20" />
                </g>
                <line class="spread-line" x1={`${x(base)}%`} x2={`${x(base)}%`} y1="0" y2="26" />
              </svg>
            </div>
          );
        })}
      </div>
    </figure>
  );
};
