import type { ChartBlock } from './letter.ts';
import { frameWords } from './words.ts';

/** A chart with nothing left out. */
type Chart = ChartBlock & Required<Pick<ChartBlock, 'decimals' | 'breaks'>>;

const whole = (chart: ChartBlock): Chart => ({
  ...chart,
  decimals: chart.decimals ?? 0,
  breaks: chart.breaks ?? [],
});

/** One bar, column or point of a chart as numbers; `null` is a gap of the source. */
type Value = number | null;

const WIDTH = 620;
const FONT = 12;
const colours = { ink: '#171b2b', quiet: '#555566', hair: '#d9cfba', paper: '#ffffff' } as const;
// Far apart in lightness, so that black-and-white print tells them apart; the letter of the legend says the same.
const fills = ['#1e3f9e', '#f2b93b', '#6b7a99', '#8c2f39', '#2f6f5e', '#c9c2b2'] as const;
const letters = 'ABCDEF';

const fillOf = (index: number): string => fills[index % fills.length] ?? colours.ink;
const round = (value: number): number => Math.round(value * 10) / 10;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type TextLook = { size?: number; anchor?: 'start' | 'middle' | 'end'; fill?: string; bold?: boolean };

const text = (x: number, y: number, words: string, look: TextLook = {}): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${look.size ?? FONT}" text-anchor="${look.anchor ?? 'start'}" fill="${look.fill ?? colours.ink}"${look.bold ? ' font-weight="700"' : ''}>${escaped(words)}</text>`;

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(width, 0))}" height="${round(Math.max(height, 0))}" fill="${fill}"/>`;

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash = ''): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${width}"${dash && ` stroke-dasharray="${dash}"`}/>`;

/** A number as Polish paper writes it: narrow hard space between thousands, decimal comma; a gap is a dash. */
export function numberWords(value: Value, decimals: number): string {
  if (value === null) return '–';
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${value < 0 ? '−' : ''}${grouped}${part === undefined ? '' : `,${part}`}`;
}

const intervalWords = (low: Value, high: Value, decimals: number): string =>
  low === null || high === null ? '–' : `${numberWords(low, decimals)} – ${numberWords(high, decimals)}`;

/** Words cut into lines of at most `limit` characters, at spaces; a longer word stays whole. */
function wrapped(words: string, limit: number): string[] {
  return words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > limit) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

const valuesOf = (chart: Chart): number[] =>
  chart.series.flatMap(({ values, high = [] }) => [...values, ...high]).filter((value) => value !== null);

const legendOf = ({ series, drawing }: Chart, y: number): { svg: string; height: number } => {
  if (series.length < 2 || drawing === 'pyramid') return { svg: '', height: 0 };
  let x = 0;
  let row = 0;
  const items = series.map(({ name }, index) => {
    const width = 40 + name.length * 6.4;
    if (x + width > WIDTH && x > 0) {
      x = 0;
      row += 1;
    }
    const at = { x, y: y + row * 20 };
    x += width;
    return `${rect(at.x, at.y, 14, 14, fillOf(index))}${text(at.x + 20, at.y + 11.5, `${letters[index] ?? ''} ${name}`)}`;
  });
  return { svg: items.join(''), height: (row + 1) * 20 + 8 };
};

type Drawn = { svg: string; height: number };

/** Horizontal bars, one row a label; an interval is a whisker over the end of its bar. */
function bars(chart: Chart, top: number): Drawn {
  const left = 210;
  const right = 70;
  const most = Math.max(1e-9, ...valuesOf(chart));
  const x = (value: number): number => left + (Math.max(value, 0) / most) * (WIDTH - left - right);
  const thick = chart.series.length > 1 ? 13 : 17;
  let y = top;
  const rows = chart.labels.map((label, at) => {
    const lines = wrapped(label, 34);
    const tall = Math.max(lines.length * 14, chart.series.length * (thick + 2)) + 9;
    const start = y;
    y += tall;
    const words = lines.map((words, index) => text(0, start + 13 + index * 14, words)).join('');
    const drawn = chart.series.map(({ values, low, high }, index) => {
      const value = values[at] ?? null;
      const from = start + index * (thick + 2) + 1;
      if (value === null)
        return text(left, from + thick - 3, frameWords('pl').noData, { fill: colours.quiet });
      const [least, greatest] = [low?.[at] ?? null, high?.[at] ?? null];
      const whisker =
        least === null || greatest === null
          ? ''
          : `${line(x(least), from + thick / 2, x(greatest), from + thick / 2, colours.paper, 4)}${line(x(least), from + thick / 2, x(greatest), from + thick / 2, colours.ink, 1.4)}${line(x(least), from + 3, x(least), from + thick - 3, colours.ink, 1.4)}${line(x(greatest), from + 3, x(greatest), from + thick - 3, colours.ink, 1.4)}`;
      const end = Math.max(x(value), greatest === null ? 0 : x(greatest)) + 6;
      return `${rect(left, from, x(value) - left, thick, fillOf(index))}${whisker}${text(end, from + thick - 3, numberWords(value, chart.decimals), { bold: true })}`;
    });
    return words + drawn.join('');
  });
  return { svg: rows.join(''), height: y - top };
}

const PLOT = { left: 58, right: 12, height: 190 } as const;

/** Round steps of an axis: 1, 2 or 5 times a power of ten, at most six of them, the last one above every value. */
function ticksOf(most: number): number[] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step);
}

function frame(chart: Chart, top: number): { svg: string; y: (value: number) => number } {
  const ticks = ticksOf(Math.max(1e-9, ...valuesOf(chart)));
  const most = ticks.at(-1) ?? 1;
  const y = (value: number): number => top + PLOT.height - (value / most) * PLOT.height;
  const decimals = most < 5 ? 1 : 0;
  const lines = ticks.map(
    (tick) =>
      line(PLOT.left, y(tick), WIDTH - PLOT.right, y(tick), tick === 0 ? colours.ink : colours.hair) +
      text(PLOT.left - 6, y(tick) + 4, numberWords(tick, Math.min(decimals, chart.decimals)), {
        anchor: 'end',
        size: 10.5,
        fill: colours.quiet,
      }),
  );
  return { svg: lines.join(''), y };
}

const middleOf = (chart: Chart, index: number): number =>
  PLOT.left + ((index + 0.5) * (WIDTH - PLOT.left - PLOT.right)) / chart.labels.length;

/** Labels under a plot; when they are many, every second or third one, the last always. */
const labelsUnder = (chart: Chart, y: number): string => {
  const step = Math.max(1, Math.ceil(chart.labels.length / 14));
  return chart.labels
    .map((label, index) =>
      index % step === 0 || index === chart.labels.length - 1
        ? text(middleOf(chart, index), y, label, { anchor: 'middle', size: 10.5 })
        : '',
    )
    .join('');
};

/** A break of the series: what stands left of it may not be compared with what stands right of it. */
const breaksOf = (chart: Chart, top: number): string =>
  chart.breaks
    .map((after) => {
      const x = (middleOf(chart, after) + middleOf(chart, after + 1)) / 2;
      return (
        line(x, top - 8, x, top + PLOT.height, colours.quiet, 1.2, '4 3') +
        text(x, top - 12, frameWords('pl').seriesBreak, { anchor: 'middle', size: 10, fill: colours.quiet })
      );
    })
    .join('');

function columns(chart: Chart, top: number): Drawn {
  const plot = top + 18;
  const { svg, y } = frame(chart, plot);
  const room = ((WIDTH - PLOT.left - PLOT.right) / chart.labels.length) * 0.72;
  const one = room / chart.series.length;
  const drawn = chart.series.flatMap(({ values }, index) =>
    values.map((value, at) => {
      const x = middleOf(chart, at) - room / 2 + index * one;
      return value === null
        ? text(x + one / 2, y(0) - 4, '?', { anchor: 'middle', fill: colours.quiet })
        : rect(x, y(value), one - 1, y(0) - y(value), fillOf(index));
    }),
  );
  const feet = labelsUnder(chart, plot + PLOT.height + 16) + breaksOf(chart, plot);
  return { svg: svg + drawn.join('') + feet, height: PLOT.height + 44 };
}

function lines(chart: Chart, top: number): Drawn {
  const plot = top + 18;
  const { svg, y } = frame(chart, plot);
  const drawn = chart.series.map(({ values }, index) => {
    // A line ends at a gap and at a break, and starts anew behind it.
    const runs: { x: number; y: number }[][] = [[]];
    values.forEach((value, at) => {
      if (value !== null) runs.at(-1)?.push({ x: middleOf(chart, at), y: y(value) });
      if (value === null || chart.breaks.includes(at)) runs.push([]);
    });
    const last = runs.flat().at(-1);
    const paths = runs
      .filter((run) => run.length > 0)
      .map(
        (run) =>
          `<polyline fill="none" stroke="${fillOf(index)}" stroke-width="2.6" points="${run.map((at) => `${round(at.x)},${round(at.y)}`).join(' ')}"/>${run.map((at) => `<circle cx="${round(at.x)}" cy="${round(at.y)}" r="3" fill="${fillOf(index)}"/>`).join('')}`,
      );
    const name = chart.series.length > 1 ? (letters[index] ?? '') : '';
    return paths.join('') + (last ? text(last.x + 6, last.y - 6, name, { bold: true }) : '');
  });
  const feet = labelsUnder(chart, plot + PLOT.height + 16) + breaksOf(chart, plot);
  return { svg: svg + drawn.join('') + feet, height: PLOT.height + 44 };
}

function stacked(chart: Chart, top: number): Drawn {
  const left = 210;
  const right = 60;
  const sums = chart.labels.map((_, at) =>
    chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
  );
  const most = Math.max(1e-9, ...sums);
  let y = top;
  const rows = chart.labels.map((label, at) => {
    const words = wrapped(label, 34);
    const start = y;
    y += Math.max(words.length * 14, 22) + 9;
    let x = left;
    const parts = chart.series.map(({ values }, index) => {
      const width = ((values[at] ?? 0) / most) * (WIDTH - left - right);
      const part = rect(x, start + 1, width, 20, fillOf(index));
      const letter =
        width > 16
          ? text(x + 4, start + 15, letters[index] ?? '', {
              fill: index === 1 || index === 5 ? colours.ink : colours.paper,
              bold: true,
            })
          : '';
      x += width;
      return part + letter;
    });
    const sum = text(x + 6, start + 15, numberWords(sums[at] ?? 0, chart.decimals), { bold: true });
    return words.map((one, index) => text(0, start + 14 + index * 14, one)).join('') + parts.join('') + sum;
  });
  return { svg: rows.join(''), height: y - top };
}

/** Age pyramid: the first series to the left, the second to the right, the oldest on top as the labels are given. */
function pyramid(chart: Chart, top: number): Drawn {
  const [one, other] = chart.series;
  const most = Math.max(1e-9, ...valuesOf(chart));
  const middle = WIDTH / 2;
  const room = middle - 40 - 50;
  const tall = 16;
  const head = [
    text(middle - 44, top + 12, one?.name ?? '', { anchor: 'end', bold: true }),
    text(middle + 44, top + 12, other?.name ?? '', { bold: true }),
  ];
  const rows = chart.labels.map((label, at) => {
    const y = top + 22 + at * (tall + 2);
    const widths = [one, other].map((side) => ((side?.values[at] ?? 0) / most) * room);
    const [left = 0, right = 0] = widths;
    const say = (side: typeof one): string => numberWords(side?.values[at] ?? null, chart.decimals);
    return [
      rect(middle - 40 - left, y, left, tall, fillOf(0)),
      rect(middle + 40, y, right, tall, fillOf(1)),
      text(middle, y + 12, label, { anchor: 'middle', size: 11 }),
      text(middle - 45 - left, y + 12, say(one), { anchor: 'end', size: 10.5 }),
      text(middle + 45 + right, y + 12, say(other), { size: 10.5 }),
    ].join('');
  });
  return { svg: [...head, ...rows].join(''), height: 22 + chart.labels.length * (tall + 2) };
}

const drawings: Record<ChartBlock['drawing'], (chart: Chart, top: number) => Drawn> = {
  bars,
  columns,
  lines,
  stacked,
  pyramid,
};

/**
 * The chart as a picture that stands alone (SVG 1.1, no style sheet): the same one in PDF and, as a bitmap, in Word.
 * Width and height are in its own units, 620 across the text of an A4 page.
 */
export function chartSvg(block: ChartBlock): { svg: string; width: number; height: number } {
  const chart = whole(block);
  const legend = legendOf(chart, 0);
  const drawn = drawings[chart.drawing](chart, legend.height);
  const height = Math.ceil(legend.height + drawn.height);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Lato">${legend.svg}${drawn.svg}</svg>`,
    width: WIDTH,
    height,
  };
}

/** The table that stands beside every chart: the same numbers, intervals included. */
export function chartTable(block: ChartBlock): { header: string[]; rows: string[][]; numeric: number[] } {
  const chart = whole(block);
  const columns = chart.series.flatMap((series) => [
    { name: series.name, at: (index: number) => numberWords(series.values[index] ?? null, chart.decimals) },
    ...(series.low === undefined || series.high === undefined
      ? []
      : [
          {
            name: chart.intervalHead ?? frameWords('pl').interval,
            at: (index: number) =>
              intervalWords(series.low?.[index] ?? null, series.high?.[index] ?? null, chart.decimals),
          },
        ]),
  ]);
  return {
    header: [chart.labelHead, ...columns.map(({ name }) => name)],
    rows: chart.labels.map((label, index) => [label, ...columns.map(({ at }) => at(index))]),
    numeric: columns.map((_, index) => index + 1),
  };
}
