import { columns, letters, matrix, type MatrixRow } from '../../../test/permission-matrix.ts';
import { commands, queries, titleOf } from '../modules.ts';

const summaries: ReadonlyMap<string, string> = new Map(
  [...commands, ...queries].map((verb) => [verb.name, verb.summary]),
);

/** The Polish title of a verb; a query without one by its English summary. */
const inWords = (name: string): string => {
  const title = titleOf(name);
  return title === name ? (summaries.get(name) ?? 'brak w programie') : title;
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const rowLine = (row: MatrixRow, index: number): string =>
  line([
    `[${index + 1}](#${index + 1})`,
    row.object,
    row.basis,
    ...columns.map(({ role }) => row.cells[role]),
  ]);

const detail = (row: MatrixRow, index: number): string =>
  [
    `<a id="${index + 1}"></a>`,
    `### ${index + 1}. ${row.object}`,
    '',
    ...(row.only ? [`Zastrzeżenie: ${row.only}.`, ''] : []),
    ...letters.flatMap((letter) =>
      (row.verbs[letter] ?? []).map((name) => `- **${letter}** ${inWords(name)} (\`${name}\`)`),
    ),
    '',
  ].join('\n');

/** The permission matrix as a page that a lawyer can read, with the verbs behind every letter. */
export function permissionMatrix(): string {
  return [
    '# Kto co może',
    '',
    'Strona powstaje z programu (`node bin/okienko.mjs docs`); test `test/matrix.test.ts` pilnuje, żeby program i tabela mówiły to samo.',
    'R: czyta. W: zapisuje. A: zatwierdza, podpisuje, ocenia. –: nic. Każda litera znaczy „może, jeśli spełnia warunek”:',
    'osobę widać tylko w swoim centrum, w swojej roli i w swojej sprawie.',
    '',
    ...columns.map(({ short, name }) => `- **${short}**: ${name}`),
    '',
    line(['', 'Co', 'Podstawa', ...columns.map(({ short }) => short)]),
    line(['---', '---', '---', ...columns.map(() => ':-:')]),
    ...matrix.map(rowLine),
    '',
    '## Co stoi za literami',
    '',
    ...matrix.map(detail),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
