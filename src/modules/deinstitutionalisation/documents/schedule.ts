import type { Block } from '../../../platform/documents/letter.ts';
import { type Action, byNumber } from '../domain/plan.ts';
import { plDocument as words } from '../pl-document.ts';

const WIDTH = 620;
const NAMES = 250;
const ROW = 26;
const HEAD = 24;
const INK = '#171b2b';
const PLANNED = '#1e3f9e';
const LATE = '#8c2f39';
const LINE = '#d9cfba';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A name that fits beside the bars; the table below has it whole. */
const short = (name: string): string => (name.length > 42 ? `${name.slice(0, 41).trimEnd()}…` : name);

interface Drawn {
  actions: readonly Action[];
  years: readonly number[];
  isLate: (actionId: string) => boolean;
}

function svgOf({ actions, years, isLate }: Drawn): string {
  const step = (WIDTH - NAMES) / years.length;
  const height = HEAD + actions.length * ROW + 4;
  const first = years[0] ?? 0;
  const at = (year: number): number => NAMES + (year - first) * step;
  const heads = years.map(
    (year) =>
      `<line x1="${at(year)}" y1="${HEAD - 6}" x2="${at(year)}" y2="${height}" stroke="${LINE}"/>` +
      `<text x="${at(year) + step / 2}" y="14" font-size="11" fill="${INK}" text-anchor="middle">${year}</text>`,
  );
  const rows = actions.map((action, index) => {
    const y = HEAD + index * ROW;
    const from = at(Math.max(action.fromYear, first));
    const to = at(Math.min(action.toYear, years.at(-1) ?? first) + 1);
    const late = isLate(action.id);
    // Late is told by the hatched edge as well, not by colour alone.
    const edge = late ? ` stroke="${INK}" stroke-width="2" stroke-dasharray="5 3"` : '';
    return (
      `<text x="0" y="${y + 15}" font-size="11" fill="${INK}">${escaped(short(`${action.number}. ${action.title}`))}</text>` +
      `<rect x="${from + 3}" y="${y + 4}" width="${Math.max(to - from - 6, 4)}" height="${ROW - 10}" rx="2" fill="${late ? LATE : PLANNED}"${edge}/>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Lato">${heads.join('')}${rows.join('')}</svg>`;
}

/** The schedule (T12) drawn: a bar for the years of each action, those behind their years marked; nothing without actions. */
export function scheduleDrawing(
  actions: readonly Action[],
  years: readonly number[],
  isLate: (actionId: string) => boolean,
): Block[] {
  if (actions.length === 0 || years.length === 0) return [];
  const rows = actions.toSorted(byNumber);
  const late = rows.filter(({ id }) => isLate(id)).length;
  return [
    {
      type: 'drawing',
      caption: words.scheduleDrawn,
      alt: words.scheduleAlt(rows.length, years[0] ?? 0, years.at(-1) ?? 0, late),
      svg: svgOf({ actions: rows, years, isLate }),
      source: words.scheduleSource,
    },
  ];
}
