import { type LawIndexEntry, lawIndex } from '../../law/index.ts';
import { commands, queries, routes, titleOf } from '../modules.ts';

const sure: Record<LawIndexEntry['confidence'], string> = {
  statute: 'tekst ustawy',
  secondary: 'źródło wtórne',
  recalled: 'z pamięci: konfiguracja',
  proposal: 'własna propozycja: konfiguracja',
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const place = (entry: LawIndexEntry): string =>
  `${entry.article ? `art. ${entry.article}` : '–'}${entry.note ? ` (${entry.note})` : ''}`;

const file = (path: string): string => `[${path.split('/').at(-1) ?? path}](../../${path})`;

const functionsOf = (entries: readonly LawIndexEntry[]): string[] => [
  line(['Przepis', 'Czego dotyczy', 'Funkcja', 'Plik', 'Testy', 'Pewność']),
  line(['---', '---', '---', '---', '---', '---']),
  ...entries.map((entry) =>
    line([
      place(entry),
      entry.subject,
      `\`${entry.function}\``,
      file(entry.file),
      file(entry.tests),
      sure[entry.confidence],
    ]),
  ),
];

/** Where a command is given on screen: the addresses of its forms. */
const screensOf = (name: string): string =>
  routes
    .flatMap((route) => (route.kind === 'form' && route.command.name === name ? [`\`${route.path}\``] : []))
    .join(', ') || 'API';

const verbs = [...commands, ...queries].sort(
  (one, other) =>
    one.basis.localeCompare(other.basis, 'pl', { numeric: true }) || one.name.localeCompare(other.name),
);

/** Article -> function -> tests, and article -> verb -> screen: written from the code, so it cannot go stale. */
export function lawIndexDocument(): string {
  const acts = [...new Set(lawIndex.map((entry) => entry.actName))];
  return [
    '# Indeks prawa',
    '',
    'Powstaje z kodu (`npm run okienko -- docs`). Pierwsza część: przepis, funkcja, która z niego wynika, i testy, które ją sprawdzają. Druga: na jakiej podstawie działa każda czynność programu i gdzie jest na ekranie. Co nie pochodzi z tekstu ustawy, jest konfiguracją z datą.',
    '',
    ...acts.flatMap((act) => [
      `## ${act}`,
      '',
      ...functionsOf(lawIndex.filter((entry) => entry.actName === act)),
      '',
    ]),
    '## Czynności programu',
    '',
    line(['Podstawa', 'Czynność', 'Nazwa', 'Ekran']),
    line(['---', '---', '---', '---']),
    ...verbs.map((verb) => line([verb.basis, titleOf(verb.name), `\`${verb.name}\``, screensOf(verb.name)])),
    '',
  ].join('\n');
}
