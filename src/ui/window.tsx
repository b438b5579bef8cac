import type { VNode } from 'preact';
import { drawn } from './as-text.ts';

/** Every picture here repeats a word that stands beside it, so it is hidden from assistive technology. */
const hidden = { 'aria-hidden': 'true', focusable: 'false' } as const;

const mark = (size: number): (() => VNode) =>
  drawn(
    <svg class="mark" viewBox="0 0 36 36" width={size} height={size} {...hidden}>
      <rect class="mark-light" x="12.5" y="4" width="9.5" height="25" />
      <path class="mark-frame" d="M3 4h19v25H3zM12.5 4v25M3 13h9.5" />
      <path class="mark-leaf" d="M22 4l10 4v26l-10-5zM22 13l10 4.5" />
    </svg>,
  );

/** The mark at the head of a page: a casement window with its right leaf slightly open. */
export const Mark = mark(40);

/** The mark at the foot of a page. */
export const SmallMark = mark(28);

/** A tall open window that stands on the sill of a heading. */
export const OpenWindow = drawn(
  <svg class="heading-window" viewBox="0 0 46 52" width="104" height="118" {...hidden}>
    <rect class="mark-light" x="17" y="4" width="14" height="48" />
    <path class="mark-frame" d="M3 52V4h28v48M17 4v48M3 19h14" />
    <path class="mark-leaf" d="M31 4l12 5v41l-12-4zM31 19l12 5" />
  </svg>,
);

/** The open leaf that hangs on the corner of a panel. */
export const Leaf = drawn(
  <svg class="leaf" viewBox="0 0 14 30" width="14" height="30" {...hidden}>
    <path d="M1 1l12 5v23L1 24z" />
    <path d="M1 10l12 5" />
  </svg>,
);

/** What a state looks like: one window, in ten positions. */
export type Shape =
  | 'draft'
  | 'waiting'
  | 'open'
  | 'running'
  | 'done'
  | 'refused'
  | 'stopped'
  | 'info'
  | 'warning'
  | 'unknown';

const frame = 'M2 2h12v12H2z';

const icon = (picture: VNode): (() => VNode) =>
  drawn(
    <svg class="shape" viewBox="0 0 16 16" width="16" height="16" {...hidden}>
      {picture}
    </svg>,
  );

const icons: Record<Shape, () => VNode> = {
  draft: icon(<path class="shape-line shape-dashed" d={frame} />),
  waiting: icon(
    <>
      <path class="shape-fill" d="M2 8h12v6H2z" />
      <path class="shape-line" d={frame} />
    </>,
  ),
  open: icon(<path class="shape-line" d="M2 2h7v11H2zM9 2l5.5 2.5v11L9 13" />),
  running: icon(
    <>
      <path class="shape-fill" d="M2 2h7v11H2z" />
      <path class="shape-line" d="M2 2h7v11H2zM9 2l5.5 2.5v11L9 13" />
    </>,
  ),
  done: icon(
    <>
      <path class="shape-fill shape-line" d={frame} />
      <path class="shape-cut" d="M4.5 8.2l2.5 2.6 4.6-5.4" />
    </>,
  ),
  refused: icon(<path class="shape-line" d={`${frame}M5 5l6 6M11 5l-6 6`} />),
  stopped: icon(
    <>
      <path class="shape-fill shape-line" d={frame} />
      <path class="shape-cut" d="M4.5 8h7" />
    </>,
  ),
  info: icon(<path class="shape-line" d={`${frame}M8 7.2v4M8 4.4v1`} />),
  warning: icon(<path class="shape-line" d="M8 1.5l7 12.5H1zM8 6.4v3.4M8 11.4v1" />),
  unknown: icon(
    <path class="shape-line" d={`${frame}M6.2 6.4c0-2.4 3.6-2.4 3.6 0 0 1.4-1.8 1.4-1.8 3M8 10.6v1`} />,
  ),
};

/** A window in one of its positions, as large as the text beside it. */
export const ShapeIcon = ({ shape }: { shape: Shape }): VNode => icons[shape]();

const panes = [0, 1, 2, 3].flatMap((column) =>
  [0, 1, 2].map((row) => ({ x: 18 + column * 34, y: 14 + row * 40 })),
);

const house = (state: 'open' | 'shut'): (() => VNode) =>
  drawn(
    <svg class="house" viewBox="0 0 164 140" width="164" height="140" {...hidden}>
      <path class="house-wall" d="M4 138V2h152v136" />
      {panes.map(({ x, y }) =>
        state === 'open' && x === 86 && y === 54 ? (
          <g key={`${x}-${y}`}>
            <rect class="house-light" x={x} y={y} width="20" height="26" />
            <path class="house-open" d={`M${x} ${y}h20v26h-20zM${x + 20} ${y}l11 5v27l-11 -6`} />
            <path class="house-sill" d={`M${x - 4} ${y + 30}h28`} />
          </g>
        ) : (
          <g key={`${x}-${y}`}>
            <path class="house-pane" d={`M${x} ${y}h20v26h-20zM${x + 10} ${y}v26M${x} ${y + 9}h20`} />
            <path class="house-ledge" d={`M${x - 3} ${y + 29}h26`} />
          </g>
        ),
      )}
      <path class="house-ground" d="M0 138h164" />
    </svg>,
  );

const fronts = { open: house('open'), shut: house('shut') };

/** A house front for the looks without content: `open` shows one window ajar, `shut` all of them closed. */
export const HouseFront = ({ window }: { window: keyof typeof fronts }): VNode => fronts[window]();
