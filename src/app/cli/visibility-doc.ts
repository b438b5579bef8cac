import { commands, queries, routes } from '../modules.ts';
import { columns } from '../permission-matrix.ts';
import { combinations, expectedOfPage, gatesOfPage, relations } from '../visibility.ts';
import { lists } from '../visibility-lists.ts';
import { type Reach, type RecordRow, records } from '../visibility-records.ts';

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

const inWords: Readonly<Record<Reach, string>> = { all: 'każdy', own: 'własny', none: '–' };

const names = {
  own: 'własny',
  other: 'cudzy (inny zespół)',
  foreign: 'innego centrum',
  shielded: 'własny, adres chroniony',
};

const table = (rows: readonly RecordRow[]): string[] => [
  line(['Zapis', 'Podstawa', ...columns.map(({ short }) => short)]),
  line(['---', '---', ...columns.map(() => ':-:')]),
  ...rows.map(({ record, basis, reach }) =>
    line([record, basis, ...columns.map(({ role }) => (reach[role] ? inWords[reach[role]] : ''))]),
  ),
];

/** How many answers are stated, by relation: counted from the declaration, which the tests then try. */
function stated(): string[] {
  const all = combinations([...commands, ...queries].map(({ name }) => name));
  return [...relations, undefined].map((relation) => {
    const of = all.filter((one) => one.relation === relation);
    const open = of.filter(({ expected }) => expected === 'open').length;
    return line([relation ? names[relation] : 'bez zapisu osoby', of.length, open, of.length - open]);
  });
}

const pages = routes.filter(({ kind, path }) => (kind === 'page' || kind === 'file') && gatesOfPage(path));

const openPages = (): string[] =>
  columns.map(({ role, name }) => {
    const open = pages.filter(
      (route) =>
        'door' in route && expectedOfPage(route.path, route.door === 'staff', role, 'own') === 'open',
    );
    return line([name, open.length, pages.length - open.length]);
  });

/** docs/generated/visibility.md: the declared matrix role x action x relation, as tables and in figures. */
export const visibilityDocument = (): string =>
  [
    '# Kto co widzi: rola x czynność x relacja',
    '',
    'Plik powstaje z kodu (`okienko docs`): `src/app/visibility-records.ts`, `visibility-lists.ts`, `visibility-pages.ts` i `permission-matrix.ts`.',
    'Litera w [matrycy uprawnień](permission-matrix.md) mówi, kto ma czynność. Tu widać, jak daleko litera sięga, gdy czynność',
    'dotyczy zapisu jednej osoby. Puste pole: rola bez ograniczeń relacji, czyli każdy zapis centrum, jeśli ma literę.',
    'Zapis innego centrum jest dla każdego jak zapis, którego nie ma.',
    '',
    ...table(records),
    '',
    '## Listy',
    '',
    ...table(lists),
    '',
    '## Ile odpowiedzi jest zapisanych',
    '',
    'Każda jest próbowana przez serwer z prawdziwą sesją (`test/visibility.test.ts`, `test/visibility-pages.test.ts`).',
    '',
    line(['Zapis', 'prób', 'otwarte', 'zamknięte']),
    line(['---', '--:', '--:', '--:']),
    ...stated(),
    '',
    '## Strony i pliki, które otwiera rola',
    '',
    line(['Rola', 'otwarte', 'zamknięte']),
    line(['---', '--:', '--:']),
    ...openPages(),
    '',
  ].join('\n');
