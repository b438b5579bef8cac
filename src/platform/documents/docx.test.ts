import { describe, expect, it } from 'vitest';
import { readZipEntry, zipEntries } from '../files/zip.ts';
import { renderDocx } from './docx.ts';
import { type Letter, paragraph } from './letter.ts';
import {
  callToComplete,
  confirmation,
  refusal,
  residentPlan,
  sampleLetters,
  staffPlan,
} from './sample-letters.ts';

const LIMIT = 5_000_000;

/** The parts of the package as text, by name. */
async function partsOf(letter: Letter): Promise<Map<string, string>> {
  const bytes = Buffer.from(await renderDocx(letter));
  const entries = zipEntries(bytes) ?? [];
  return new Map(
    entries.map((entry) => [entry.name, readZipEntry(bytes, entry, LIMIT)?.toString('utf8') ?? '']),
  );
}

const part = async (letter: Letter, name: string): Promise<string> => (await partsOf(letter)).get(name) ?? '';
const body = (letter: Letter): Promise<string> => part(letter, 'word/document.xml');

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** The text of a part as a person reads it, paragraphs on lines. */
const textOf = (xml: string): string =>
  xml
    .replace(/<\/w:p>|<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity);

/** Names of the elements that are left open, or closed without being opened. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = '', single] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (single === '/') continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe('a letter as a Word document says what the PDF says', () => {
  it('a translation stands below who receives the letter', async () => {
    const words = textOf(
      await body({
        ...refusal,
        recipients: ['adresat'],
        translation: { lang: 'en', blocks: [paragraph('This is a decision.')] },
      }),
    );
    expect(words.indexOf('This is a decision.')).toBeGreaterThan(words.indexOf('adresat'));
  });

  it.each(Object.entries(sampleLetters))('%s: every part is well-formed XML', async (_, letter) => {
    const parts = [...(await partsOf(letter))].filter(([name]) => name.endsWith('.xml'));
    expect(parts.length).toBeGreaterThan(8);
    expect(parts.filter(([, xml]) => unbalanced(xml).length > 0)).toEqual([]);
  });

  it('in Polish and Ukrainian letters, with the addressee, the case sign and the signature', async () => {
    const text = textOf(await body(confirmation));
    for (const words of [
      'Євгенія Кисельова',
      'Їдальня та підвезення',
      'CUS.5111.24.2026',
      'Yevheniia Kyselova',
      'Jagoda Źrebięcka',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('the letterhead stands in the header of the first page, the case sign in the others, page numbers in the footer', async () => {
    const parts = await partsOf(refusal);
    const headers = [...parts]
      .filter(([name]) => name.startsWith('word/header'))
      .map(([, xml]) => textOf(xml));
    expect(
      headers.some(
        (text) =>
          text.includes('Centrum Usług Społecznych w Zielonej Łące') && text.includes('Pokaz systemu'),
      ),
    ).toBe(true);
    expect(headers.some((text) => text.includes('CUS.5111.17.2026'))).toBe(true);
    const footer = parts.get('word/footer1.xml') ?? '';
    expect(textOf(footer)).toMatch(/strona .* z /);
    for (const field of ['PAGE', 'NUMPAGES']) expect(footer).toContain(`>${field}<`);
  });

  it('a decision has the reasoning, the instruction and the signature in that order (KPA art. 107 § 1)', async () => {
    const text = textOf(await body(refusal));
    const places = ['odmawiam', 'Uzasadnienie', 'Pouczenie', 'Świętosława Dąbrowska', 'Otrzymują'].map(
      (words) => text.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('the document is made to be edited', () => {
  it('headings, captions and notices are named styles', async () => {
    const xml = await body(callToComplete);
    for (const style of ['Heading1', 'LegalBasis', 'NoticeTitle', 'Notice'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`);
    expect(await part(callToComplete, 'word/styles.xml')).toContain('w:styleId="NoticeTitle"');
  });

  it('a table repeats its header row, and a row is not split by a page', async () => {
    const xml = await body(staffPlan);
    expect(xml).toMatch(/<w:tblHeader\/>/);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(60);
  });

  it('every list starts from one', async () => {
    const list = { type: 'list', ordered: true, items: [[{ text: 'raz' }]] } as const;
    const xml = await body({
      ...callToComplete,
      blocks: [list, list].map((one) => ({ ...one, items: [[{ text: 'raz' }]] })),
    });
    expect(new Set(Array.from(xml.matchAll(/<w:numId w:val="(\d+)"\/>/g)).map(([, id]) => id)).size).toBe(2);
  });

  it.each([
    ['pl', 'pl-PL'],
    ['uk', 'uk-UA'],
    ['en', 'en-GB'],
  ] as const)('the language is set for spelling: %s', async (lang, locale) => {
    expect(await part({ ...refusal, lang }, 'word/styles.xml')).toContain(`<w:lang w:val="${locale}"`);
  });

  it('residents get large print: 18 pt', async () => {
    expect(await part(residentPlan, 'word/styles.xml')).toMatch(/<w:docDefaults>.*?<w:sz w:val="36"\/>/);
  });
});

describe('a hostile text comes out letter by letter', () => {
  const markup = '<w:p/> </w:t> &amp; "x" \'y\' ]]> <script>alert(1)</script>';

  it('XML in words is escaped everywhere', async () => {
    const letter: Letter = {
      ...refusal,
      title: markup,
      caseSign: markup,
      addressee: [markup],
      banner: markup,
      blocks: [paragraph(markup)],
    };
    const parts = await partsOf(letter);
    const xmls = [...parts].filter(([name]) => name.endsWith('.xml'));
    expect(xmls.filter(([, xml]) => unbalanced(xml).length > 0)).toEqual([]);
    expect(textOf(parts.get('word/document.xml') ?? '').split(markup)).toHaveLength(5);
  });

  it('characters that XML forbids become a mark; emoji and other scripts stay', async () => {
    expect(
      textOf(await body({ ...refusal, blocks: [paragraph('a\u0000b\u000bc\ud800d 😀 שלום')] })),
    ).toContain('a\ufffdb\ufffdc\ufffdd 😀 שלום');
  });
});
