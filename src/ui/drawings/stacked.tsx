import type { VNode } from 'preact';
import { number } from '../format.ts';
import { useLang } from '../words.ts';

export type StackedBar = {
  label: string;
  /** By the keys of the legend; missing: not known or not to be shown. */
  parts: readonly { key: string; value: number | undefined }[];
};

export type StackedBarsProps = {
  caption: string;
  /** `quiet`: what is not told apart, drawn in outline. */
  legend: readonly { key: string; label: string; quiet?: boolean }[];
  bars: readonly StackedBar[];
};

const letters = 'ABCDEFGHIJKL';
// A letter needs about this share of the width, in percent.
const roomForLetter = 5;

/** Bars made of parts, each marked by the letter of its legend. Its numbers belong in a table beside it. */
export const StackedBars = ({ caption, legend, bars }: StackedBarsProps): VNode => {
  const lang = useLang();
  const sumOf = (bar: StackedBar): number => bar.parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const most = Math.max(1, ...bars.map(sumOf));
  const letterOf = (key: string): number => legend.findIndex((one) => one.key === key);
  const classOf = (key: string): string =>
    legend[letterOf(key)]?.quiet ? 'stacked-quiet' : `stacked-${letterOf(key)}`;
  return (
    <figure class="stacked">
      <figcaption>{caption}</figcaption>
      <ul class="stacked-legend">
        {legend.map((one, index) => (
          <li key={one.key}>
            <svg class={`stacked-key ${classOf(one.key)}`} width="22" height="22" aria-hidden="true">
              <rect width="22" height="22" />
              <text x="11" y="16" text-anchor="middle">
                {letters[index]}
              </text>
            </svg>
            {one.label}
          </li>
        ))}
      </ul>
      <div class="stacked-bars" aria-hidden="true">
        {bars.map((bar) => {
          let left = 0;
          return (
            <div class="stacked-row" key={bar.label}>
              <span class="stacked-label">{bar.label}</span>
              <svg class="stacked-bar" width="100%" height="24" focusable="false">
                {bar.parts.map(({ key, value }) => {
                  const width = Math.round(((value ?? 0) / most) * 1000) / 10;
                  const x = left;
                  left += width;
                  return width === 0 ? null : (
                    <g key={key} class={classOf(key)}>
                      <rect x={`${x}%`} width={`${width}%`} height="24" />
                      {width >= roomForLetter && (
                        <text x={`${x + width / 2}%`} y="17" text-anchor="middle">
                          {letters[letterOf(key)]} {number(value ?? 0, lang)}
                        </text>
                      )}
                    </g>
                  );
                })}
              </svg>
            </div>
          );
        })}
      </div>
    </figure>
  );
};
