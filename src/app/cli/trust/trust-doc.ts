import { commands, daily, queries, routes } from '../../modules.ts';
import { columns, sections } from '../../permission-matrix.ts';
import { combinations, type Relation } from '../../visibility.ts';
import { type Chapter, type Kind, kinds, readAsvs, type Requirement } from './asvs.ts';
import { type Measured, readProof } from './measured.ts';
import { keptReleases, tenantTables, type TestFile, testsOf } from './proofs.ts';

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
  '',
];

const inWords: Record<Kind, string> = {
  test: 'test',
  setting: 'ustawienie',
  reason: 'powód',
  gap: '**luka**',
};

const rule = new Intl.PluralRules('pl');

/** A number with its noun in the form that the number asks for: 1 luka, 2 luki, 5 luk. */
const some = (number: number, one: string, few: string, many: string): string =>
  `${number} ${{ one, few, many, other: many, zero: many, two: few }[rule.select(number)]}`;

const notMeasured = 'nie zmierzono';

const count = (rows: readonly Requirement[], kind: Kind): number =>
  rows.filter((one) => one.kind === kind).length;

const countAll = (files: readonly TestFile[]): number =>
  files.reduce((sum, one) => sum + one.tests.length, 0);

/** A link to a file of the repository; what stands after # is a title or a heading, said beside it. */
function placeOf({ kind, where }: Requirement): string {
  const [file = '', title = ''] = where.split('#');
  const link = `[${file.split('/').at(-1) ?? file}](../../${file})`;
  if (kind === 'setting') return file.includes('/') ? `${link} \`${title}\`` : `[\`${where}\`](settings.md)`;
  if (file.endsWith('.md') && title) return `[${title}](../../${file}#${title})`;
  return title ? `${link}: ${title.replaceAll('|', '\\|').replaceAll('<', '&lt;')}` : link;
}

const chapterTable = (chapters: readonly Chapter[]): string[] => {
  const rowOf = (name: string, rows: readonly Requirement[]): (string | number)[] => [
    name,
    rows.length,
    ...kinds.map((kind) => count(rows, kind)),
  ];
  return table(
    ['Rozdział', 'Wymagań', 'test', 'ustawienie', 'powód', 'luka'],
    [
      ...chapters.map(({ id, name, rows }) => rowOf(`[${id} ${name}](#${id.toLowerCase()})`, rows)),
      rowOf(
        '**razem**',
        chapters.flatMap(({ rows }) => rows),
      ),
    ],
  );
};

const chapterRows = ({ id, name, rows }: Chapter): string[] => [
  `<a id="${id.toLowerCase()}"></a>`,
  '',
  `### ${id} ${name}`,
  '',
  ...table(
    ['Nr', 'Poziom', 'Czym', 'Co robimy', 'Gdzie'],
    rows.map((one) => [one.id, one.level, inWords[one.kind], one.says, placeOf(one)]),
  ),
];

const stateOf = (proof: Measured | undefined): string => {
  if (!proof) return notMeasured;
  const broken = proof.figures.filter(({ holds }) => holds === false).length;
  return broken === 0
    ? `dotrzymane (${proof.measuredOn})`
    : `**${broken} niedotrzymane** (${proof.measuredOn})`;
};

const firstFigures = (proof: Measured | undefined): string =>
  proof?.figures
    .slice(0, 3)
    .map(({ what, value }) => `${what}: ${value}`)
    .join('; ') ?? '–';

const figures = (title: string, proof: Measured | undefined): string[] => [
  `## ${title}`,
  '',
  ...(proof
    ? [
        `Zmierzono ${proof.measuredOn} (${proof.machine}). Jeszcze raz: \`${proof.command}\`.`,
        '',
        ...table(
          ['Co', 'Wynik', 'Obietnica'],
          proof.figures.map(({ what, value, holds }) => [
            what,
            value,
            holds === undefined ? '–' : holds ? 'dotrzymana' : '**niedotrzymana**',
          ]),
        ),
      ]
    : [
        `${notMeasured[0]?.toUpperCase()}${notMeasured.slice(1)}: [jak się mierzy](../proofs/README.md).`,
        '',
      ]),
];

/** Words of a title as text of a page; what stands for each case of a table becomes three dots. */
const plain = (text: string): string =>
  /^%[sdj]$/.test(text)
    ? 'osobno dla każdego przypadku z tabeli'
    : text.replaceAll('<', '&lt;').replaceAll(/%[sdj]/g, '…');

const grouped = ({ tests: all }: TestFile): string[] =>
  all.flatMap(({ group, title }, at) => [
    ...(group !== all[at - 1]?.group ? [`- *${plain(group)}*`] : []),
    `  - ${plain(title)}`,
  ]);

const tests = (title: string, lead: string, files: readonly TestFile[]): string[] => [
  `## ${title}`,
  '',
  lead,
  '',
  ...files.flatMap((one) => [`**[${one.file}](../../${one.file})**`, '', ...grouped(one), '']),
];

const relationWords: readonly (readonly [Relation | undefined, string])[] = [
  [undefined, 'czynność bez rekordu osoby'],
  ['own', 'własny'],
  ['other', 'cudzy w tym samym centrum'],
  ['foreign', 'obcego centrum'],
  ['shielded', 'własny, osłonięty'],
];

const relationRows = (tried: ReturnType<typeof combinations>): (string | number)[][] =>
  relationWords.map(([relation, name]) => {
    const of = tried.filter((one) => one.relation === relation);
    const answers = (['open', 'closed', 'absent'] as const).map(
      (answer) => of.filter(({ expected }) => expected === answer).length,
    );
    return [name, of.length, ...answers];
  });

/** What is promised, how it is proved and how it stands: written from the code, the tests and the measured proofs. */
export function trustDocument(): string {
  const chapters = readAsvs();
  const all = chapters.flatMap(({ rows }) => rows);
  const gaps = all.filter(({ kind }) => kind === 'gap');
  const tables = tenantTables();
  const tableCount = tables.reduce((sum, one) => sum + one.tables.length, 0);
  const attacks = testsOf(
    'test/{attack,denials,forbidden,gate,limits,shielded,tenants,visibility,visibility-pages,visitors,walls}.test.ts',
  ).concat(testsOf('test/attacks/*.test.ts'));
  const keeping = testsOf(
    '{src/app/cli/{backup,keys}*.test.ts,test/{kill,upgrade,verify-audit}.test.ts,test/faults/*.test.ts}',
  );
  const [faults, town] = [readProof('faults'), readProof('town')];
  const verbs = [...commands, ...queries].map(({ name }) => name);
  const tried = combinations(verbs);
  return [
    '# Zaufanie: co obiecujemy i skąd wiadomo, że tak jest',
    '',
    'Strona powstaje z kodu, testów i pomiarów (`node bin/okienko.mjs docs`); nieaktualna zatrzymuje `npm test`.',
    'Czego nie obiecujemy i jak zgłosić dziurę: [SECURITY.md](../../SECURITY.md).',
    '',
    ...table(
      ['Obietnica', 'Dowód', 'Stan'],
      [
        [
          '[Każdy widzi tyle, ile wolno](#kto-co-może)',
          `Odpowiedzi zapisane i wypróbowane: ${tried.length} (${verbs.length} czynności, ${columns.length} ról; rekord własny, cudzy, obcy, osłonięty)`,
          'pod testem',
        ],
        [
          '[Obce centrum nie widzi niczego](#tabele-centrów)',
          `${some(tableCount, 'tabela', 'tabele', 'tabel')} z wymuszonym zabezpieczeniem wierszy, sprawdzanych w katalogu bazy; dziesięć tysięcy losowych prób z obcego centrum`,
          'pod testem',
        ],
        [
          '[OWASP ASVS 5.0, poziomy 1 i 2](#asvs)',
          `${some(all.length, 'wymaganie', 'wymagania', 'wymagań')}: ${some(count(all, 'test'), 'test', 'testy', 'testów')}, ${some(count(all, 'setting'), 'ustawienie', 'ustawienia', 'ustawień')}, ${some(count(all, 'reason'), 'powód', 'powody', 'powodów')}`,
          gaps.length === 0 ? 'bez luk' : `[${some(gaps.length, 'luka', 'luki', 'luk')}](#luki)`,
        ],
        [
          '[Ataki nie przechodzą](#ataki)',
          `${some(countAll(attacks), 'test', 'testy', 'testów')} w ${some(attacks.length, 'pliku', 'plikach', 'plikach')}`,
          'pod testem',
        ],
        [
          '[Nic nie ginie](#nic-nie-ginie)',
          `${some(countAll(keeping), 'test', 'testy', 'testów')} kopii, kluczy, przerw i wydań; dane wydań: ${keptReleases().join(', ')}`,
          'pod testem',
        ],
        ['[Awarie pod obciążeniem](#awarie)', firstFigures(faults), stateOf(faults)],
        ['[Godzina miasta 100 000](#obciążenie)', firstFigures(town), stateOf(town)],
      ],
    ),
    '## Kto co może',
    '',
    `[Matryca ról](permission-matrix.md) ma ${sections.reduce((sum, { rows }) => sum + rows.length, 0)} wierszy i ${columns.length} kolumn. Z niej wynikają strony (${routes.length} adresów), API (${verbs.length} czynności) i prace systemu (${daily.length}).`,
    'Czynność bez wiersza zatrzymuje testy (`test/matrix.test.ts`).',
    '',
    'Dla każdej czynności, roli i relacji do rekordu odpowiedź jest [zapisana z góry](visibility.md) i wypróbowana przez API, strony i',
    'formularze (`test/visibility.test.ts`, `test/visibility-pages.test.ts`). Rekord obcego centrum jest jak taki, którego nie ma.',
    '',
    ...table(['Rekord', 'Prób', 'otwarte', 'zamknięte', 'jakby nie istniał'], relationRows(tried)),
    '## Tabele centrów',
    '',
    'Każda ma numer centrum na początku klucza, zabezpieczenie wierszy włączone i wymuszone, a rola programu nie może go ominąć.',
    'Listę bierze się z migracji, a test pyta katalog bazy (`test/tenants.test.ts`).',
    '',
    ...table(
      ['Migracja', 'Tabel', 'Które'],
      tables.map((one) => [
        one.migration,
        one.tables.length,
        one.tables.map((name) => `\`${name}\``).join(', '),
      ]),
    ),
    '## ASVS',
    '',
    'OWASP Application Security Verification Standard 5.0.0, poziomy 1 i 2. Numer prowadzi do wymagania w standardzie; słowa są nasze.',
    '',
    ...chapterTable(chapters),
    '### Luki',
    '',
    ...(gaps.length === 0
      ? ['Żadnej.', '']
      : table(
          ['Nr', 'Czego nie ma'],
          gaps.map((one) => [one.id, one.says]),
        )),
    ...tests(
      'Ataki',
      'Tytuł testu mówi, co próbowano i co się stało; wiele z nich powtarza się dla każdej czynności, roli i strony.',
      attacks,
    ),
    ...tests('Nic nie ginie', 'Kopie, klucze, przerwanie w środku pracy, dane poprzednich wydań.', keeping),
    ...figures('Awarie', faults),
    ...figures('Obciążenie', town),
    '## Wymagania jedno po drugim',
    '',
    ...chapters.flatMap(chapterRows),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
