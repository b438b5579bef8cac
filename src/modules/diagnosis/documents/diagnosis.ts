import { areas, recipientGroups, serviceKinds } from '../../../law/index.ts';
import { type Block, heading, type Letter, paragraph } from '../../../platform/documents/letter.ts';
import type { Paper } from '../../../platform/documents/paper.ts';
import type { Figure } from '../../../statistics/index.ts';
import { figureText, fullDate } from '../../../ui/index.ts';
import { type ChapterKey, chapterKeys, type KeptGap } from '../domain/content.ts';
import { type PaperKind, paperKinds } from '../domain/papers.ts';
import { pl } from '../pl.ts';
import { plDocument as words } from '../pl-document.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Diagnosis } from '../db/diagnoses.ts';

/** What is printed of a diagnosis. */
export type Printed = Omit<Diagnosis, 'version' | 'replaces'>;

const ages = ['children', 'working', 'older', 'oldest'] as const;

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

const table = (caption: string, header: string[], rows: string[][], numeric: number[] = []): Block[] =>
  rows.length === 0 ? [] : [{ type: 'table', caption, header, rows: rows.slice(0, 2000), numeric }];

/** The words of a chapter; an empty line begins a new paragraph. */
function textOf({ content }: Printed, chapter: ChapterKey): Block[] {
  const text = content.texts[chapter] ?? '';
  if (text === '') return [paragraph(words.empty)];
  return text
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== '')
    .map((one) => paragraph(one.trim()));
}

/** A number with its passport in a note under the page. */
const noted = (figure: Figure) => ({
  text: figureText(figure),
  bold: true,
  note: words.note(figure.passport),
});

/** People by age now and at the end of the five years, of each gmina. */
function peopleOf({ figures, figuresOn, toYear }: Printed): Block[] {
  if (figuresOn === null) return [paragraph(words.noFigures)];
  const codes = [
    ...new Set(
      Object.keys(figures).flatMap((key) => (key.startsWith('people.') ? [key.split('.')[1] ?? ''] : [])),
    ),
  ];
  return [
    paragraph(words.figuresLead(fullDate(figuresOn))),
    ...codes.flatMap((teryt): Block[] => {
      const all = figures[`people.${teryt}.all`];
      const valueOf = (key: string): number | null => figures[`people.${teryt}.${key}`]?.figure.value ?? null;
      if (!all) return [];
      return [
        { type: 'paragraph', runs: [{ text: `${all.name}: ` }, noted(all.figure)] },
        {
          type: 'chart',
          drawing: 'columns',
          caption: codes.length > 1 ? `${words.peopleCaption}: ${all.name}` : words.peopleCaption,
          labelHead: words.age,
          labels: ages.map((age) => pl.figures.ages[age]),
          series: [
            { name: words.now, values: ages.map(valueOf) },
            { name: words.later(toYear), values: ages.map((age) => valueOf(`${age}.${toYear}`)) },
          ],
          source: [all.figure.passport.source, words.forecast].join('; '),
        },
      ];
    }),
  ];
}

const nameOf = ({ kind, gminaName }: KeptGap, several: boolean): string =>
  several ? `${serviceKinds[kind].name}, ${gminaName}` : serviceKinds[kind].name;

const least = ({ basis }: KeptGap, figure: Figure): string =>
  basis === 'least' && figure.value !== null ? `${words.least} ${figureText(figure)}` : figureText(figure);

/** Needs in services (art. 21(1)(1)): the gap drawn, in a table, and what cannot be computed. */
function gapsOf({ content, figuresOn }: Printed): Block[] {
  if (figuresOn === null) return [paragraph(words.noFigures)];
  const several = new Set(content.gaps.map(({ gmina }) => gmina)).size > 1;
  const known = content.gaps.filter(({ gap }) => gap.value !== null);
  const unknown = content.gaps.filter(({ gap }) => gap.value === null);
  const drawn = known.filter(({ gap }) => (gap.value ?? 0) > 0).slice(0, 15);
  const [first] = drawn;
  const bounded = drawn.some(({ gap }) => gap.between !== undefined);
  return [
    heading(words.gapHeading, 3),
    paragraph(words.gapLead),
    ...(first
      ? ([
          {
            type: 'paragraph',
            runs: [
              { text: `${words.largest}: ${nameOf(first, several)}, ` },
              noted(first.gap),
              { text: '.' },
            ],
          },
          {
            type: 'chart',
            drawing: 'bars',
            caption: words.gapChart,
            labelHead: words.service,
            labels: drawn.map((row) => nameOf(row, several)),
            series: [
              {
                name: words.gap,
                values: drawn.map(({ gap }) => gap.value),
                ...(bounded
                  ? {
                      low: drawn.map(({ gap }) => gap.between?.low ?? null),
                      high: drawn.map(({ gap }) => gap.between?.high ?? null),
                    }
                  : {}),
              },
            ],
            ...(bounded ? { intervalHead: words.interval } : {}),
            source: cut([...new Set(drawn.map(({ gap }) => gap.passport.source))].join('; '), 400),
          },
        ] satisfies Block[])
      : [paragraph(words.noKnownGaps)]),
    ...table(
      words.gapTable,
      [words.service, words.demand, words.capacity, words.gap],
      known.map((row) => [
        nameOf(row, several),
        ...printedParts.map((part) =>
          words.numbered(
            part === 'capacity' ? figureText(row.capacity) : least(row, row[part]),
            numberOf(known, row, part),
          ),
        ),
      ]),
      [1, 2, 3],
    ),
    ...(known.length > 0 ? [paragraph(words.numbersLead)] : []),
    ...(unknown.length > 0
      ? [paragraph(words.unknownGaps(unknown.map((row) => nameOf(row, several)).join(', ')))]
      : []),
  ];
}

const printedParts = ['demand', 'capacity', 'gap'] as const;

/** The number under which the passport of a figure of the table stands in the last part. */
const numberOf = (known: readonly KeptGap[], row: KeptGap, part: (typeof printedParts)[number]): number =>
  known.indexOf(row) * printedParts.length + printedParts.indexOf(part) + 1;

/** Where every figure of the table of gaps comes from: its whole passport under its number. */
function passportsOf({ content }: Printed): Block[] {
  const several = new Set(content.gaps.map(({ gmina }) => gmina)).size > 1;
  const known = content.gaps.filter(({ gap }) => gap.value !== null);
  if (known.length === 0) return [];
  return [
    heading(words.passports),
    paragraph(words.passportsLead),
    {
      type: 'list',
      ordered: true,
      items: known.flatMap((row) =>
        printedParts.map((part) => [
          {
            text: `${nameOf(row, several)}, ${pl.figures.parts[part]}: ${figureText(row[part])}. `,
            bold: true,
          },
          { text: words.note(row[part].passport) },
        ]),
      ),
    },
  ];
}

/** Entries of the ledger by area: one number for all kinds of an area in a gmina. */
function ledgerOf({ content }: Printed): Block[] {
  const seen = new Map<string, string[]>();
  for (const { kind, gmina, gminaName, ledger } of content.gaps) {
    const { area } = serviceKinds[kind];
    const name = areas.find(({ code }) => code === area)?.name ?? '';
    if (ledger.value !== 0)
      seen.set(`${area} ${gmina}`, [
        `${area}. ${name}`,
        gminaName,
        ledger.value === null ? words.hidden : String(ledger.value),
      ]);
  }
  if (seen.size === 0) return [];
  return [
    heading(words.ledgerHeading, 3),
    ...table(
      words.ledgerTable,
      [words.area, words.place, words.count],
      [...seen.entries()]
        .toSorted(([one], [other]) => parseInt(one, 10) - parseInt(other, 10))
        .map(([, row]) => row),
      [2],
    ),
    paragraph(words.ledgerNote),
  ];
}

function findingsOf({ content }: Printed): Block[] {
  return [
    heading(words.findingsHeading, 3),
    ...(content.findings.length === 0 ? [paragraph(words.findingsNone)] : []),
    ...table(
      words.findingsHeading,
      [words.dayAndArea, words.group, words.scale, words.conclusion],
      content.findings.map(({ foundOn, area, group, scale, conclusion }) => [
        words.ofArea(fullDate(foundOn), area),
        group === null ? '–' : recipientGroups[group],
        scale === null ? words.unknown : String(scale),
        conclusion,
      ]),
      [2],
    ),
  ];
}

/** Who performs services, with the services they perform (art. 21(1)(2)). */
function performersOf({ content }: Printed): Block[] {
  return [
    heading(words.performersHeading, 3),
    paragraph(words.performersLead),
    ...(content.performers.length === 0 ? [paragraph(words.performersNone)] : []),
    ...table(
      words.performersTable,
      [words.area, words.performer, words.services],
      content.performers.map(({ area, performer, services }) => [
        area === null ? words.unknown : String(area),
        performer,
        services.join('; '),
      ]),
    ),
  ];
}

const tablesOf: Partial<Record<ChapterKey, (of: Printed) => Block[]>> = {
  people: peopleOf,
  needs: (of) => [...gapsOf(of), ...ledgerOf(of), ...findingsOf(of)],
  potential: performersOf,
};

/** The day of the step that led to the state: printed with it on the cover. */
const since = (of: Printed): string | null =>
  ({
    planned: null,
    collecting: null,
    draft: null,
    consultation: null,
    report: null,
    with_mayor: of.toMayorOn,
    with_council: of.toCouncilOn,
    in_force: of.inForceOn,
    updating: of.inForceOn,
    expired: of.endedOn,
  })[of.state];

/** The diagnosis as a document: chapters with the tables of the system, every figure with where it comes from. */
export function diagnosisContent(of: Printed, today: string): LetterContent {
  const day = since(of);
  return {
    addressee: [],
    title: of.title,
    subtitle: words.subtitle(of.gminaName, of.fromYear, of.toYear),
    report: { state: words.state(of.state, fullDate(today), day === null ? null : fullDate(day)) },
    blocks: [
      ...chapterKeys.flatMap((chapter) => [
        heading(pl.chapters[chapter]),
        ...textOf(of, chapter),
        ...(tablesOf[chapter]?.(of) ?? []),
      ]),
      ...passportsOf(of),
    ],
  };
}

/** A document of the module on the paper of the centre, as it would be printed today. */
export const onPaper = (kind: PaperKind, content: LetterContent, paper: Paper): Letter => ({
  lang: 'pl',
  large: false,
  ...content,
  kind,
  letterhead: paper.letterhead,
  place: paper.place,
  date: paper.today,
  ...(paper.demonstration ? { banner: words.demonstration } : {}),
});

/** The diagnosis as it would be printed today. */
export const diagnosisLetter = (of: Printed, paper: Paper): Letter =>
  onPaper(paperKinds.document, diagnosisContent(of, paper.today), paper);
