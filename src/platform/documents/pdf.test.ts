import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../root.ts';
import { type Letter, paragraph } from './letter.ts';
import { plFaults } from './pl.ts';
import { closePdf, createPdfRenderer, renderPdf } from './pdf.ts';
import { DocumentProblem } from './problem.ts';
import { readPdf, type Shown, textOf } from './read-pdf.ts';
import {
  callToComplete,
  confirmation,
  refusal,
  residentPlan,
  sampleLetters,
  staffPlan,
} from './sample-letters.ts';

afterAll(closePdf);

const source = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const sha256 = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex');
const pagesOf = (pdf: Uint8Array): number => Math.max(...readPdf(pdf).map((piece) => piece.page));
const withText = (text: string): Letter => ({ ...callToComplete, blocks: [paragraph(text)] });
const find = (pieces: readonly Shown[], text: string): Shown => {
  const piece = pieces.find((one) => one.text.includes(text));
  if (piece === undefined) throw new Error(`"${text}" is not on the page`);
  return piece;
};

describe('a letter is accessible (PDF/UA-1, ISO 14289-1; ustawa z 4.04.2019 o dostępności cyfrowej)', () => {
  it.each(Object.entries(sampleLetters))('%s is tagged and declares it', async (_, letter) => {
    const file = source(await renderPdf(letter));
    expect(file).toMatch(/\/MarkInfo <<\s+\/Marked true/);
    expect(file).toContain('/StructTreeRoot');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('/DisplayDocTitle true');
    expect(file).toContain(`/Lang (${letter.lang}`);
  });

  it('headings, lists and tables are tagged as what they are', async () => {
    const decision = source(await renderPdf(refusal));
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Caption'])
      expect(decision).toContain(`/S /${tag}\n`);
    const call = source(await renderPdf(callToComplete));
    for (const tag of ['/S /LI\n', '/ListNumbering /Decimal']) expect(call).toContain(tag);
  });

  it('a translation stands below who receives the letter, and is said to be in its language (WCAG 3.1.2)', async () => {
    const pdf = await renderPdf({
      ...refusal,
      recipients: ['adresat'],
      translation: { lang: 'uk', blocks: [paragraph('Це рішення.')] },
    });
    const words = textOf(pdf);
    expect(words.indexOf('Це рішення.')).toBeGreaterThan(words.indexOf('adresat'));
    expect(source(pdf)).toMatch(/\/Lang \(uk\b/);
  });

  it('a skipped heading level is mended, not refused (7.4.2)', async () => {
    const letter: Letter = {
      ...callToComplete,
      blocks: [{ type: 'heading', level: 3, text: 'Od razu trzeci' }],
    };
    expect(source(await renderPdf(letter))).toContain('/S /H2\n');
  });

  it('residents get large print: 18 pt text, nothing to read under 16 pt, and a week told day by day', async () => {
    const pieces = readPdf(await renderPdf(residentPlan));
    expect(find(pieces, 'Razem w grudniu').size).toBe(16);
    expect(find(pieces, 'ten plan ustaliłyśmy').size).toBe(18);
    expect(find(pieces, 'Wtorek').y).toBeGreaterThan(find(pieces, 'Poniedziałek').y);
    expect(find(readPdf(await renderPdf(callToComplete)), 'Dziękujemy').size).toBe(10.5);
  });
});

describe('every word of the letter is on paper', () => {
  it('in Polish and Ukrainian letters', async () => {
    const text = textOf(await renderPdf(withText('ZAŻÓŁĆ GĘŚLĄ JAŹŃ zażółć gęślą jaźń ҐЄІЇ ґєії щюя')));
    expect(text).toContain('ZAŻÓŁĆ GĘŚLĄ JAŹŃ zażółć gęślą jaźń ҐЄІЇ ґєії щюя');
  });

  it('with the frame in the language of the letter and the letterhead in Polish', async () => {
    const text = textOf(await renderPdf(confirmation));
    expect(text).toContain('Знак справи\nCUS.5111.24.2026');
    expect(text).toContain('Zielona Łąka, 21 листопада 2026 р.');
    expect(text).toContain('сторінка 1 з 1');
    expect(text).toContain('Gminy Zielona Łąka, Żabi Bród');
  });

  it('a decision has all elements of KPA art. 107 § 1 in their order', async () => {
    const text = textOf(await renderPdf(refusal)).replace(/\s+/g, ' ');
    const elements = [
      'Centrum Usług Społecznych w Zielonej Łące',
      '20 listopada 2026 r.',
      'Józef Gżegżółka',
      'Podstawa prawna: art. 42',
      'odmawiam zakwalifikowania',
      'Uzasadnienie',
      'Pouczenie',
      'Świętosława Dąbrowska',
      'z upoważnienia burmistrza nr 4/2026',
    ];
    const places = elements.map((element) => text.indexOf(element));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('the signature shares its page with the instruction that it covers', async () => {
    const pieces = readPdf(await renderPdf(refusal));
    expect(find(pieces, 'Świętosława').page).toBe(find(pieces, 'Od tej decyzji').page);
  });

  it('a table of 60 rows runs over pages, its header and the page numbers on each', async () => {
    const pdf = await renderPdf(staffPlan);
    const text = textOf(pdf);
    expect(pagesOf(pdf)).toBe(3);
    expect(text.match(/Opłata \(zł\)/g)).toHaveLength(2);
    for (const row of ['1', '30', '60']) expect(readPdf(pdf).some((piece) => piece.text === row)).toBe(true);
    for (const page of [1, 2, 3]) expect(text).toContain(`strona ${page} z 3`);
  });

  it('a demonstration says so on every page', async () => {
    const pieces = readPdf(await renderPdf(refusal));
    expect(
      new Set(pieces.filter((one) => one.text.includes('Pokaz systemu')).map((one) => one.page)),
    ).toEqual(new Set([1, 2]));
  });
});

describe('the address is where the window of a DL envelope is', () => {
  it.each([
    [
      'with a banner and a long letterhead',
      { ...refusal, letterhead: { ...refusal.letterhead, addressLines: ['a', 'b', 'c', 'd'] } },
    ],
    [
      'with a short letterhead',
      { ...callToComplete, letterhead: { ...callToComplete.letterhead, addressLines: [], gminas: [] } },
    ],
  ])('%s: 112-190 mm from the left, 54-80 mm from the top, nothing else near', async (_, letter) => {
    const pieces = readPdf(await renderPdf(letter)).filter((one) => one.page === 1);
    const inside = pieces.filter((one) => one.x > 105 && one.y > 46 && one.y < 97);
    expect(inside.map((one) => one.text)).toEqual(letter.addressee);
    expect(inside.map((one) => Math.round(one.x))).toEqual(letter.addressee.map(() => 112));
    expect(Math.min(...inside.map((one) => one.y))).toBeGreaterThan(54);
    expect(Math.max(...inside.map((one) => one.y))).toBeLessThan(80);
    expect(find(pieces, letter.title.split(' ')[0] ?? '').y).toBeGreaterThan(97);
  });
});

describe('a hostile text comes out letter by letter and harms nothing', () => {
  it.each([
    ['Typst code', '#panic("x") #import "letter.typ": * #{1+1} \\ #sys.inputs'],
    [
      'Typst markup',
      '*gruby* _kursywa_ $x^2$ = Nagłówek - lista `kod` @etykieta <etykieta> // komentarz ~ -- "cudzysłów"',
    ],
    ['HTML', '<script>alert(1)</script> &amp; <b>x</b>'],
    ['JSON and escapes', '{"a": "\\u0041", \'b\': "\\n"} %PDF-1.7 endobj'],
  ])('%s', async (_, text) => {
    const letter = { ...withText(text), title: text, addressee: ['Pan', text], footerNotes: [text] };
    const shown = textOf(await renderPdf(letter)).replace(/\s/g, '');
    expect(shown.split(text.replace(/\s/g, ''))).toHaveLength(5);
  });

  it('Hebrew and Arabic words are drawn, each in its own direction', async () => {
    const text = textOf(await renderPdf(withText('przed שלום środek سلام po')));
    // A PDF holds glyphs as they lie on paper, so each word reads backwards here; lam and alef are one glyph.
    expect(text).toContain('przed םולש środek ملاس po');
  });

  it('what no font draws is printed as its code, so that the letter is made and nothing is hidden', async () => {
    const text = textOf(await renderPdf(withText('😀 漢 a\u202eb\u0007c\ue000d\ufeffe \ud800')));
    expect(text).toContain('[U+1F600] [U+6F22] a[U+202E]b[U+0007]c[U+E000]d[U+FEFF]e');
  });

  it('10,000 letters without a space stay inside the margins', async () => {
    const pieces = readPdf(await renderPdf(withText('щ'.repeat(10_000))));
    const letters = pieces.map((one) => one.text.match(/щ/g)?.length ?? 0);
    expect(letters.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect(Math.max(...letters)).toBeLessThan(100);
  });

  it('mixed directions with loose spaces, which abort a naive Typst process', async () => {
    const nasty = Array.from(
      { length: 0x60 },
      (_, index) => `${String.fromCodePoint(0x590 + index)} ${String.fromCodePoint(0x600 + index)}  `,
    );
    await expect(renderPdf(withText(nasty.join('\n')))).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('what was issued can be proved', () => {
  it('the same letter gives the same bytes in another process; a changed word gives others', async () => {
    const other = createPdfRenderer();
    try {
      const first = sha256(await renderPdf(refusal));
      expect(sha256(await other.render(structuredClone(refusal)))).toBe(first);
      expect(sha256(await other.render({ ...refusal, caseSign: 'CUS.5111.18.2026' }))).not.toBe(first);
    } finally {
      other.close();
    }
  });

  it('the file is dated by the letter, not by the clock', async () => {
    expect(source(await renderPdf(refusal))).toContain('D:20261120');
  });
});

describe('a fault is told in Polish with a code, and never takes the server down', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'okienko-engine-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const engine = path.join(folder, 'engine.cjs');
  writeFileSync(
    engine,
    `module.exports.NodeCompiler = { create: () => ({
      compile: ({ inputs }) => inputs.sheet.includes('ABORT') ? process.abort() : { hasError: () => inputs.sheet.includes('WRONG'), takeDiagnostics: () => 'wrong', result: 1 },
      fetchDiagnostics: (what) => what,
      pdf: () => Buffer.from('%PDF-'),
      evictCache: () => undefined,
    }) };`,
  );

  it('PDF_UNAVAILABLE where the typesetter is not installed for the platform', async () => {
    const renderer = createPdfRenderer({ engine: 'no-such-typesetter' });
    await expect(renderer.render(refusal)).rejects.toMatchObject({
      code: 'PDF_UNAVAILABLE',
      message: plFaults.PDF_UNAVAILABLE,
    });
    renderer.close();
  });

  it('PDF_FAILED for the letter that aborted the process; the letters around it are made', async () => {
    const renderer = createPdfRenderer({ engine });
    const results = await Promise.allSettled(
      ['dobre', 'ABORT', 'WRONG', 'dobre'].map((text) => renderer.render(withText(text))),
    );
    const fault = (reason: unknown): string =>
      reason instanceof DocumentProblem ? reason.code : String(reason);
    expect(results.map((result) => (result.status === 'rejected' ? fault(result.reason) : 'made'))).toEqual([
      'made',
      'PDF_FAILED',
      'PDF_FAILED',
      'made',
    ]);
    renderer.close();
  });

  it('PDF_FAILED for letters that still wait when the server stops', async () => {
    const renderer = createPdfRenderer({ engine });
    const waiting = Promise.allSettled([renderer.render(refusal), renderer.render(refusal)]);
    renderer.close();
    expect((await waiting).map((result) => result.status)).toEqual(['rejected', 'rejected']);
  });
});

it('print has the colours of the screen', () => {
  const tokens = readFileSync(path.join(projectRoot, 'src/ui/styles/tokens.css'), 'utf8');
  const theme = readFileSync(path.join(projectRoot, 'src/platform/documents/theme.typ'), 'utf8');
  for (const [print, screen] of [
    ['ink', 'ink'],
    ['quiet', 'muted'],
    ['accent', 'accent'],
    ['light', 'lamp'],
    ['tint', 'paper'],
  ]) {
    const colour = new RegExp(`#let ${print} = rgb\\("(#\\w+)"\\)`).exec(theme)?.[1];
    expect(tokens).toContain(`--${screen}: ${colour};`);
  }
});
