// Reads what record.mjs wrote during a test run and fails with file and line for every trace of a person.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makePopulation } from '../../src/app/demo/population.ts';
import { type Known, scanner } from './personal.ts';

/** People whom tests arrange by hand, and the one person of the examples on forms. */
const fixtures = [
  'Ewa Pilna',
  'Bronisława Zmijewczowska',
  'Zenobia Imienna',
  'Maria Dawna',
  'Zenobia Poprawiona',
];

const people = makePopulation({ seed: 'okienko-2', size: 300, today: '2026-11-22' }).people;
const known: Known = {
  names: [...new Set([...people.map((one) => `${one.givenName} ${one.familyName}`), ...fixtures])],
  phones: [...new Set(people.flatMap(({ phone }) => (phone ? [phone.replaceAll(/\D/g, '').slice(-9)] : [])))],
  emails: [...new Set(people.flatMap(({ email }) => (email ? [email] : [])))],
  addresses: [
    ...new Set(
      people.flatMap(({ address }) => (address?.street ? [`${address.street} ${address.building}`] : [])),
    ),
  ],
};

const [folder = ''] = process.argv.slice(2);
const scan = scanner(known);
/** What has to name people: the header of a letter, and the list of accounts by which a demonstration is entered. */
const mustName = {
  letter: /^(?:To|From|Reply-To):.*$/gim,
  announced: /^Okienko działa: [\s\S]*?^Zatrzymanie: /gm,
};

const read = (file: string): string =>
  readFileSync(path.join(folder, file), 'utf8').replaceAll(
    file.endsWith('.eml') ? mustName.letter : mustName.announced,
    // The lines keep their numbers.
    (found) => '\n'.repeat(found.split('\n').length - 1),
  );

const files = readdirSync(folder).toSorted();
let lines = 0;
let found = 0;
for (const file of files) {
  const text = read(file);
  lines += text.split('\n').length;
  for (const { line, kind, column } of scan(text)) {
    found += 1;
    // What stands there is not printed: this is a log too.
    process.stderr.write(`${path.join(folder, file)}:${line}:${column} ${kind}\n`);
  }
}
process.stdout.write(
  `Przejrzano plików: ${files.length}, wierszy: ${lines}; szukano osób: ${known.names.length}. Znalezisk: ${found}.\n`,
);
if (files.length === 0) process.stderr.write('Nie zapisano ani jednego pliku: nagrywanie nie działa.\n');
process.exit(found > 0 || files.length === 0 ? 1 : 0);
