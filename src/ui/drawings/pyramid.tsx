import type { VNode } from 'preact';
import { number } from '../format.ts';
import { useLang } from '../words.ts';

export type PyramidBand = {
  label: string;
  /** People; null: the source does not say. */
  left: number | null;
  right: number | null;
  /** The same people in another year, drawn as an outline. */
  leftLater?: number;
  rightLater?: number;
};

export type PyramidProps = {
  /** Said to a screen reader; the numbers are in the table beside it. */
  label: string;
  leftHead: string;
  rightHead: string;
  /** From the youngest; drawn from below. */
  bands: readonly PyramidBand[];
};

const width = 640;
const row = 22;
const middle = 64;
const head = 28;
const side = (width - middle) / 2;

const round = (value: number): number => Math.round(value * 10) / 10;

/** A round number not under the greatest: the end of the axis. */
const topOf = (most: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return ([1, 2, 2.5, 5, 10].find((times) => times * step >= most) ?? 10) * step;
};

/** A pyramid of ages: one sex on each side, the oldest above, another year as an outline. */
export const Pyramid = ({ label, leftHead, rightHead, bands }: PyramidProps): VNode => {
  const lang = useLang();
  const most = topOf(
    Math.max(
      1,
      ...bands.flatMap(({ left, right, leftLater, rightLater }) => [
        left ?? 0,
        right ?? 0,
        leftLater ?? 0,
        rightLater ?? 0,
      ]),
    ),
  );
  const length = (people: number): number => round((people / most) * (side - 4));
  const floor = head + bands.length * row;
  const height = floor + 26;
  const outline = (later: (band: PyramidBand) => number | undefined, sign: 1 | -1): string => {
    const start = sign === 1 ? side + middle : side;
    const points = bands.flatMap((band, index) => {
      const people = later(band);
      if (people === undefined) return [];
      const x = round(start + sign * length(people));
      const y = floor - index * row;
      return [`${x} ${y}`, `${x} ${y - row}`];
    });
    return points.length === 0 ? '' : `M${start} ${floor}L${points.join('L')}L${start} ${head}`;
  };
  return (
    <svg class="pyramid" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} focusable="false">
      <text class="pyramid-head" x={side} y="16" text-anchor="end">
        {leftHead}
      </text>
      <text class="pyramid-head" x={side + middle} y="16">
        {rightHead}
      </text>
      {[0.5, 1].flatMap((part) =>
        [side - length(most * part), side + middle + length(most * part)].map((x, index) => (
          <g key={`${part}-${index}`}>
            <line class="pyramid-grid" x1={x} x2={x} y1={head} y2={floor} />
            <text
              class="pyramid-label"
              x={x}
              y={height - 6}
              text-anchor={part === 1 ? (index === 0 ? 'start' : 'end') : 'middle'}
            >
              {number(most * part, lang)}
            </text>
          </g>
        )),
      )}
      {bands.map((band, index) => {
        const y = floor - (index + 1) * row + 1;
        return (
          <g key={band.label}>
            <rect
              class="pyramid-left"
              x={round(side - length(band.left ?? 0))}
              y={y}
              width={length(band.left ?? 0)}
              height={row - 2}
            />
            <rect
              class="pyramid-right"
              x={side + middle}
              y={y}
              width={length(band.right ?? 0)}
              height={row - 2}
            />
            <text class="pyramid-label" x={width / 2} y={y + row - 7} text-anchor="middle">
              {band.label}
            </text>
          </g>
        );
      })}
      <path class="pyramid-later" d={outline((band) => band.leftLater, -1)} />
      <path class="pyramid-later" d={outline((band) => band.rightLater, 1)} />
    </svg>
  );
};
