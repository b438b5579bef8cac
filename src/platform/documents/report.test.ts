import { afterAll, describe, expect, it } from 'vitest';
import { readZipEntry, zipEntries } from '../files/zip.ts';
import { chartSvg, chartTable, numberWords } from './chart.ts';
import { renderDocx } from './docx.ts';
import { type ChartBlock, letterSchema } from './letter.ts';
import { closePdf, renderPdf } from './pdf.ts';
import { readPdf, textOf } from './read-pdf.ts';
import { sampleReport } from './sample-report.ts';

afterAll(closePdf);

const charts = sampleReport.blocks.filter((block): block is ChartBlock => block.type === 'chart');
const chartOf = (drawing: ChartBlock['drawing']): ChartBlock => {
  const found = charts.find((one) => one.drawing === drawing);
  if (found === undefined) throw new Error(`no ${drawing} in the sample`);
  return found;
};
const partsOf = async (): Promise<Map<string, Buffer>> => {
  const bytes = Buffer.from(await renderDocx(sampleReport));
  return new Map(
    (zipEntries(bytes) ?? []).map((entry) => [
      entry.name,
      readZipEntry(bytes, entry, 5_000_000) ?? Buffer.alloc(0),
    ]),
  );
};

describe('a report is a long document with a cover, contents, numbered parts and notes', () => {
  it('says the same on tagged paper: pictures described, notes and contents tagged (PDF/UA-1)', async () => {
    const pdf = await renderPdf(sampleReport);
    const file = Buffer.from(pdf).toString('latin1');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    for (const tag of ['Figure', 'Note', 'TOC', 'H3', 'H4']) expect(file).toContain(`/S /${tag}\n`);
    expect(file.match(/\/Alt /g)?.length).toBeGreaterThanOrEqual(charts.length);
    const text = textOf(pdf);
    expect(text).toContain('Projekt do konsultacji z mieszkańcami');
    expect(text).toContain('Spis treści');
    expect(text).toContain('2.1.Czego potrzebują mieszkańcy');
    expect(text).toContain('Filtr: wiek 65+.');
  });

  it('starts every part on a page of its own', async () => {
    const pieces = readPdf(await renderPdf(sampleReport));
    const pageOf = (words: string): number =>
      pieces.filter(({ text, size }) => text.includes(words) && size === 18).at(-1)?.page ?? 0;
    expect(pageOf('Ludność')).toBe(3);
    expect(pageOf('Potrzeby i zasoby')).toBeGreaterThan(pageOf('Ludność'));
  });

  it('gives the same bytes for the same report', async () => {
    const [one, other] = [await renderPdf(sampleReport), await renderPdf(sampleReport)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it('numbers its parts in Word as on paper, so that a person may cite them', async () => {
    const parts = await partsOf();
    const body = parts.get('word/document.xml')?.toString('utf8') ?? '';
    const numbering = parts.get('word/numbering.xml')?.toString('utf8') ?? '';
    expect(numbering).toContain('w:val="%1.%2."');
    const levelOf = (words: string): string | undefined =>
      body
        .split('<w:p>')
        .find((one) => one.includes('w:val="Heading') && one.includes(words))
        ?.match(/<w:ilvl w:val="(\d)"/)?.[1];
    expect([levelOf('Ludność'), levelOf('Miejsca'), levelOf('Uwaga o porównaniach')]).toEqual([
      '0',
      '1',
      undefined,
    ]);
  });

  it('is editable in Word: contents, footnotes, and each picture as drawing and as bitmap', async () => {
    const parts = await partsOf();
    const body = parts.get('word/document.xml')?.toString('utf8') ?? '';
    expect(body).toContain('w:footnoteReference');
    expect(parts.get('word/footnotes.xml')?.toString('utf8')).toContain('Filtr: wiek 65+.');
    expect(body).toContain('TOC');
    const media = [...parts].filter(([name]) => name.startsWith('word/media/'));
    expect(media.filter(([name]) => name.endsWith('.svg'))).toHaveLength(charts.length);
    const bitmaps = media.filter(([, bytes]) => bytes.subarray(1, 4).toString('latin1') === 'PNG');
    expect(bitmaps.length).toBeGreaterThanOrEqual(charts.length);
    expect(Math.min(...bitmaps.map(([, bytes]) => bytes.length))).toBeGreaterThan(500);
  });
});

describe('a chart and its table come from the same numbers', () => {
  it('a value that the source does not give is said, never drawn as 0', () => {
    const bars = chartOf('bars');
    expect(chartSvg(bars).svg).toContain('brak danych');
    expect(chartTable(bars).rows.at(-1)).toEqual([bars.labels.at(-1), '–', '–']);
  });

  it('an interval is a whisker on the bar and a column of the table', () => {
    const bars = chartOf('bars');
    expect(chartTable(bars).header).toEqual(['Usługa', '% odpowiedzi', 'Przedział ufności 95%']);
    expect(chartTable(bars).rows[0]).toEqual([bars.labels[0], '34,2', '29,1 – 39,6']);
    const without = { ...bars, series: bars.series.map(({ name, values }) => ({ name, values })) };
    const linesIn = (chart: ChartBlock): number => chartSvg(chart).svg.match(/<line /g)?.length ?? 0;
    expect(linesIn(bars) - linesIn(without)).toBe(3 * 4);
  });

  it('a line is cut where the base of the data changes and where a value is missing', () => {
    const lines = chartOf('lines');
    const cut = chartSvg(lines).svg.match(/<polyline /g)?.length;
    expect(cut).toBe(4);
    expect(chartSvg({ ...lines, breaks: [] }).svg.match(/<polyline /g)).toHaveLength(2);
    expect(chartSvg(lines).svg).toContain('zmiana podstawy danych');
  });

  it('words of a chart cannot become marks of the drawing', () => {
    const sly = { ...chartOf('bars'), labels: ['<script>', 'a & b', '"x"', 'd'] };
    expect(chartSvg(sly).svg).not.toContain('<script>');
    expect(chartSvg(sly).svg).toContain('a &amp; b');
  });

  it('a series shorter than its labels is refused', () => {
    const short = { ...chartOf('bars'), series: [{ name: 'x', values: [1] }] };
    expect(letterSchema.safeParse({ ...sampleReport, blocks: [short] }).success).toBe(false);
    expect(letterSchema.safeParse(sampleReport).success).toBe(true);
  });

  it.each([
    [1234567.891, 1, '1\u00a0234\u00a0567,9'],
    [-12, 0, '−12'],
    [0, 2, '0,00'],
    [null, 0, '–'],
  ])('%s is written %s places as %s', (value, decimals, words) => {
    expect(numberWords(value, decimals)).toBe(words);
  });
});
