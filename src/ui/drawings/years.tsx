import type { ComponentChildren, VNode } from 'preact';

/** How a thing stands against its years; each look has a sign of its own, so that colour is not alone. */
export type YearLook = 'planned' | 'running' | 'done' | 'behind' | 'dropped';

export type YearBar = {
  key: string;
  label: ComponentChildren;
  from: number;
  to: number;
  look: YearLook;
};

export type YearBarsProps = {
  caption: string;
  from: number;
  to: number;
  bars: readonly YearBar[];
  /** The year of today: marked when it lies between. */
  now?: number;
  /** What each look means, in the order of its legend; only those that are drawn are told. */
  legend: Readonly<Record<YearLook, string>>;
};

const signs: Record<YearLook, string> = { planned: '○', running: '▶', done: '✓', behind: '!', dropped: '×' };
const looks = Object.keys(signs) as YearLook[];

/** Things that last from a year to a year, one under another. What it draws belongs in a table beside it. */
export const YearBars = ({ caption, from, to, bars, now, legend }: YearBarsProps): VNode => {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const step = 100 / years.length;
  const x = (year: number): number => Math.round((year - from) * step * 100) / 100;
  const used = looks.filter((look) => bars.some((bar) => bar.look === look));
  return (
    <figure class="stacked years">
      <figcaption>{caption}</figcaption>
      <ul class="stacked-legend">
        {used.map((look) => (
          <li key={look}>
            <svg class={`stacked-key years-${look}`} width="22" height="22" aria-hidden="true">
              <rect width="22" height="22" />
              <text x="11" y="16" text-anchor="middle">
                {signs[look]}
              </text>
            </svg>
            {legend[look]}
          </li>
        ))}
      </ul>
      <div class="stacked-row years-head" aria-hidden="true">
        <span />
        <svg width="100%" height="20" focusable="false">
          {years.map((year) => (
            <text
              key={year}
              class={year === now ? 'years-now-label' : 'years-label'}
              x={`${x(year) + step / 2}%`}
              y="15"
              text-anchor="middle"
            >
              {year}
            </text>
          ))}
        </svg>
      </div>
      {bars.map((bar) => (
        <div class="stacked-row" key={bar.key}>
          <span class="stacked-label">{bar.label}</span>
          <svg class="stacked-bar" width="100%" height="26" aria-hidden="true" focusable="false">
            {years.map((year) => (
              <line key={year} class="years-grid" x1={`${x(year)}%`} x2={`${x(year)}%`} y1="0" y2="26" />
            ))}
            {now !== undefined && now >= from && now <= to && (
              <rect class="years-now" x={`${x(now)}%`} width={`${step}%`} height="26" />
            )}
            <g class={`years-${bar.look}`}>
              <rect
                x={`${x(Math.max(bar.from, from))}%`}
                width={`${(Math.min(bar.to, to) - Math.max(bar.from, from) + 1) * step}%`}
                y="3"
                height="20"
              />
              <text x={`${x(Math.max(bar.from, from)) + 1}%`} y="18">
                {signs[bar.look]}
              </text>
            </g>
          </svg>
        </div>
      ))}
    </figure>
  );
};
