import { type Lang, langs } from '../../../lang.ts';
import { type Block, heading, type Letter, paragraph } from '../../../platform/documents/letter.ts';
import { letterheadOf } from '../../../platform/documents/paper.ts';
import type { CentreInfo } from '../../../platform/http/route.ts';
import { webWordsOf } from '../web-words.ts';

/** What can be written on the sheet, in its order; the boxes are as high as what is usually written in them. */
export const sheetFields = ['need', 'who', 'name', 'phone', 'address', 'wish', 'birthDate'] as const;
export type SheetField = (typeof sheetFields)[number];

const linesOf: Readonly<Record<SheetField, number>> = {
  need: 8,
  who: 2,
  name: 2,
  phone: 2,
  address: 3,
  wish: 2,
  birthDate: 2,
};

/** A box with its label above: what was typed, or room to write. */
const box = (label: string, value: string, lines: number): Block => ({
  type: 'table',
  header: [label],
  rows: [[value === '' ? '\n'.repeat(lines) : value]],
});

/**
 * The sheet to print and bring: a request for help on paper, of equal rank with the one on the web. Empty, or with what
 * the person has typed; nothing of that is kept.
 */
export function helpSheet(
  centre: CentreInfo,
  sheet: {
    lang: Lang;
    large: boolean;
    today: string;
    /** When the window is open, in the centre's words. */
    hours: string | undefined;
    banner: string | undefined;
    typed: Partial<Record<SheetField, string>>;
  },
): Letter {
  const { sheet: words, language, print, information } = webWordsOf(sheet.lang);
  const { hours } = sheet;
  const choices = langs.map((lang) => `[   ] ${language.names[lang]}`).join('   ');
  return {
    kind: 'help.sheet',
    lang: sheet.lang,
    large: sheet.large,
    letterhead: letterheadOf(centre),
    place: centre.place,
    date: sheet.today,
    addressee: [],
    title: words.title,
    blocks: [
      paragraph(words.lead),
      ...sheetFields.map((field) => box(words.fields[field], sheet.typed[field] ?? '', linesOf[field])),
      paragraph(`${words.fields.language} ${choices}`),
      box(words.fields.date, '', 3),
      { type: 'notice', paragraphs: [[{ text: words.emergency, bold: true }]] },
      heading(words.where),
      paragraph([centre.name, ...centre.letterhead.addressLines].join(', ')),
      ...(hours ? [paragraph(`${print.hours}: ${hours}`)] : []),
      heading(words.data),
      ...information.paragraphs(centre.name).map(paragraph),
    ],
    ...(sheet.banner ? { banner: sheet.banner } : {}),
  };
}
