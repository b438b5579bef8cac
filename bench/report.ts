/** One line of the closing table. */
export interface Figure {
  part: string;
  measured: string;
  /** Ours, with its unit. */
  ours: string;
  /** What it is held against, with its unit. */
  beside?: string;
  ratio?: number;
  /** What issue 2 asks of the ratio or of the value. */
  target?: { words: string; met: boolean };
}

export const say = (line: string): void => console.log(line);

/** Middle value of an unsorted list; NaN of an empty one. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` (0 to 1) of the list lies, interpolated; NaN of an empty one. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** A number with the digits that mean something. */
export const short = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

export const perSecond = (value: number): string => `${short(value)}/s`;
export const milliseconds = (value: number): string => `${short(value)} ms`;

export const atLeast = (target: number, value: number): Figure['target'] => ({
  words: `at least ${target}`,
  met: value >= target,
});

export const atMost = (target: number, value: number, unit = ''): Figure['target'] => ({
  words: `at most ${target}${unit}`,
  met: value <= target,
});

/** All figures as a Markdown table, so that it can be pasted into docs/benchmarks.md. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.part,
    figure.measured,
    figure.ours,
    figure.beside ?? '',
    figure.ratio === undefined ? '' : figure.ratio.toFixed(2),
    figure.target ? `${figure.target.words}: ${figure.target.met ? 'yes' : 'NO'}` : '',
  ]);
  const all = [['part', 'measured', 'ours', 'beside it', 'ratio', 'target'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return lines.join('\n');
}
