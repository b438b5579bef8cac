import { commands, daily, queries, titleOf } from '../modules.ts';
import { columns, letters, type MatrixRow, type MatrixSection, sections } from '../permission-matrix.ts';

const summaries: ReadonlyMap<string, string> = new Map(
  [...commands, ...queries].map((verb) => [verb.name, verb.summary]),
);

/** The Polish title of a verb; a query without one by its English summary. */
const inWords = (name: string): string => {
  const title = titleOf(name);
  return title === name ? (summaries.get(name) ?? 'brak w programie') : title;
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const head = (what: string): string[] => [
  line([what, 'Podstawa', ...columns.map(({ short }) => short)]),
  line(['---', '---', ...columns.map(() => ':-:')]),
];

const rowLine = (row: MatrixRow): string =>
  line([row.object, row.basis, ...columns.map(({ role }) => row.cells[role])]);

const detail = (row: MatrixRow): string[] => [
  `**${row.object}**`,
  '',
  ...letters.flatMap((letter) =>
    (row.verbs[letter] ?? []).map((name) => `- ${letter}: ${inWords(name)} (\`${name}\`)`),
  ),
  ...(row.only ? [`- zastrzeżenie: ${row.only}`] : []),
  ...(row.apart ? [`- inaczej niż w uzgodnionej matrycy: ${row.apart}`] : []),
  '',
];

const section = ({ title, rows }: MatrixSection): string[] => [
  `## ${title}`,
  '',
  ...head('Co'),
  ...rows.map(rowLine),
  '',
  ...rows.flatMap(detail),
];

/** The permission matrix as a page that a lawyer can read, with the verbs behind every letter. */
export function permissionMatrix(): string {
  return [
    '# Kto co może',
    '',
    'Strona powstaje z programu (`node bin/okienko.mjs docs`); test `test/matrix.test.ts` pilnuje, żeby program',
    'i tabela mówiły to samo. R: czyta. W: zapisuje. A: zatwierdza, podpisuje, ocenia. –: nic. Każda litera znaczy',
    '„może, jeśli spełnia zastrzeżenie”: osobę widać tylko w swoim centrum, w swojej roli i w swojej sprawie.',
    '',
    ...columns.map(({ short, name }) => `- **${short}**: ${name}`),
    '',
    ...sections.flatMap(section),
    '## Co dzień sam system',
    '',
    'Raz na dobę w każdym centrum, pod nazwą „Okienko” w dzienniku. Tej roli nie ma żadne konto.',
    '',
    ...daily.map(({ name }) => `- ${inWords(name)} (\`${name}\`)`),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
