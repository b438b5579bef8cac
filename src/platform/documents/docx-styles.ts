import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  ShadingType,
} from 'docx';
import { colours, type StyleName, twips } from './docx-text.ts';
import type { LetterLanguage } from './letter.ts';

/** The metric twin of Lato that every office computer has (Carlito in LibreOffice is drawn from Lato itself). */
const FONT = 'Calibri';

const locales: Record<LetterLanguage, string> = { pl: 'pl-PL', uk: 'uk-UA', en: 'en-GB' };

type Look = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly before?: number;
  readonly after?: number;
  readonly keep?: boolean;
  readonly box?: boolean;
};

/** Sizes in points, spacing in points; `large` prints at 18 pt. */
function looks(large: boolean): Record<StyleName, Look> {
  const [body, small, tiny] = large ? [18, 16, 13] : [11, 9.5, 8.5];
  const { quiet, accent } = colours;
  return {
    Reference: { size: large ? small : body, after: 0 },
    ReferenceLabel: { size: tiny, bold: true, color: quiet, before: 6, after: 0, keep: true },
    Addressee: { size: large ? small : body, after: 0 },
    Subtitle: { size: large ? 21 : 13, bold: true, color: quiet, after: 12 },
    LegalBasis: { size: large ? body : 10, after: 10 },
    Notice: { size: body, after: 0, box: true },
    NoticeTitle: { size: body, bold: true, before: 10, after: 0, keep: true, box: true },
    Cell: { size: large ? small : 10, before: 2, after: 2 },
    CellHead: { size: large ? small : 9.5, bold: true, before: 2, after: 2, keep: true },
    TableCaption: { size: small, bold: true, before: 10, after: 4, keep: true },
    FactTerm: { size: large ? small : body, color: quiet, after: 0, keep: true },
    FactValue: { size: body, bold: true, after: large ? 8 : 0 },
    Signature: { size: body, bold: true, after: 0 },
    SignatureNote: { size: tiny, color: quiet, before: 24, after: 10, keep: true },
    SmallHeading: { size: small, bold: true, before: 14, after: 3, keep: true },
    Small: { size: small, color: quiet, after: 2 },
    Letterhead: { size: tiny, color: quiet, after: 0 },
    Banner: { size: 8.5, bold: true, color: accent, after: 6 },
  };
}

const boxed = {
  shading: { type: ShadingType.CLEAR, fill: colours.tint },
  border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: colours.accent } },
} as const;

const halfPoints = (points: number): number => Math.round(points * 2);
const points = (value: number): number => Math.round(value * 20);

/** Named styles of a letter in its language and size. */
export function stylesOf(lang: LetterLanguage, large: boolean): IStylesOptions {
  const body = large ? 18 : 11;
  const head = (size: number, before: number) => ({
    run: { font: FONT, size: halfPoints(size), bold: true, color: colours.ink },
    paragraph: { spacing: { before: points(before), after: points(6) }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: halfPoints(body), color: colours.ink, language: { value: locales[lang] } },
        paragraph: { spacing: { after: points(large ? 10 : 7), line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: head(large ? 26 : 17, 18),
      heading2: head(large ? 21 : 13, 16),
      heading3: head(large ? 18.5 : 11, 10),
      heading4: head(large ? 18 : 11, 8),
    },
    paragraphStyles: Object.entries(looks(large)).map(([id, look]) => ({
      id,
      name: id,
      basedOn: 'Normal',
      quickFormat: true,
      run: {
        size: halfPoints(look.size ?? body),
        bold: look.bold ?? false,
        color: look.color ?? colours.ink,
      },
      paragraph: {
        spacing: { before: points(look.before ?? 0), after: points(look.after ?? 6) },
        keepNext: look.keep ?? false,
        ...(look.box === true && boxed),
      },
    })),
  };
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: twips(7), hanging: twips(7) } } },
});

/** Parts of a long document, numbered as report.typ does: 1., 1.1.; the lowest level has a name only. */
const partLevel = (at: number, text: string) => ({
  level: at,
  format: LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 0, hanging: 0 } } },
});

/** Bulleted and numbered lists, and the numbers of the parts of a long document. */
export const listNumbering: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•')] },
    { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] },
    { reference: 'parts', levels: [partLevel(0, '%1.'), partLevel(1, '%1.%2.')] },
  ],
};
