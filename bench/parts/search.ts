import { type DemoPerson, makePopulation } from '../../src/app/demo/population.ts';
import type { OpenDatabase } from '../../src/app/database.ts';
import { reindexPeople } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/tenant.ts';
import { newId } from '../../src/platform/ids.ts';
import { arrangeCentre, arrangedGmina, insertRows, openFolder, scratchFolder } from '../house.ts';
import { startOkienko } from '../processes.ts';
import { atMost, type Figure, median, milliseconds, quantile, say, short } from '../report.ts';

const sizes = [300, 100_000] as const;
const batch = 5_000;
const asked = 120;
const unmeasured = 20;

/** A centre with people, and the cookie of a clerk. */
interface Register {
  size: number;
  cookie: string;
  people: readonly (DemoPerson & { id: string })[];
}

async function fill(database: OpenDatabase, size: number): Promise<Register> {
  const { centreId, workers } = await arrangeCentre(database.owner, 1, `osoby-${size}`);
  const share = { id: 'pomiar', share: 1, gminas: [{ teryt: arrangedGmina, share: 1 }] };
  const population = makePopulation({ seed: 'search', size, today: '2026-11-16', centres: [share] });
  const people = population.people.map((person) => ({ ...person, id: newId() }));
  const rows = people.map((person) => ({
    centre_id: centreId,
    id: person.id,
    gmina: arrangedGmina,
    given_name: person.givenName,
    family_name: person.familyName,
    birth_date: person.birthDate,
    pesel: person.pesel,
    no_pesel_reason: person.noPeselReason,
    locality: person.address?.locality ?? null,
    street: person.address?.street ?? null,
    house_number: person.address?.building ?? null,
    flat_number: person.address?.flat ?? null,
    phone: person.phone,
    language: 'pl',
    shielded: false,
    version: 1,
    created_at: new Date().toISOString(),
  }));
  for (let i = 0; i < rows.length; i += batch)
    await insertRows(database.owner, 'person', rows.slice(i, i + batch));
  const started = performance.now();
  await inTransaction(database.pool, centreId, (tx) => reindexPeople(tx, centreId));
  say(`  ${size} people indexed in ${short((performance.now() - started) / 1000)} s`);
  return { size, cookie: workers[0]?.cookie ?? '', people };
}

const typo = (word: string): string => `${word.slice(0, 2)}${word.slice(3)}`;

/** What a worker types, and whether the person must be among the twenty found. */
const questions: Record<string, { of(person: DemoPerson): string; finds: boolean }> = {
  PESEL: { of: (person) => person.pesel ?? '', finds: true },
  phone: { of: (person) => person.phone ?? '', finds: true },
  'last six digits': { of: (person) => (person.phone ?? '').replaceAll(' ', '').slice(-6), finds: true },
  surname: { of: (person) => person.familyName, finds: false },
  'beginning of a surname': { of: (person) => person.familyName.slice(0, 4), finds: false },
  'surname with an error': { of: (person) => typo(person.familyName), finds: false },
  'name and surname': { of: (person) => `${person.givenName} ${person.familyName}`, finds: false },
  'name, surname with an error, year': {
    of: (person) => `${person.givenName} ${typo(person.familyName)} ${person.birthDate.slice(0, 4)}`,
    finds: true,
  },
  'street and number': {
    of: (person) => `${person.address?.street ?? ''} ${person.address?.building ?? ''}`,
    finds: false,
  },
  'surname, street and number': {
    of: (person) => `${person.familyName} ${person.address?.street ?? ''} ${person.address?.building ?? ''}`,
    finds: true,
  },
  nobody: { of: () => 'Xyzqwerty Brzdęk', finds: false },
};

/** Somebody of whom everything is known, another one for every question. */
const askedAbout = ({ people }: Register, index: number): DemoPerson & { id: string } => {
  const known = people.filter(
    (person) => person.pesel && person.phone && person.address?.street && person.familyName.length > 4,
  );
  const person = known[(index * 7919) % known.length];
  if (!person) throw new Error('the population has nobody with a PESEL, phone and street');
  return person;
};

async function ask(url: string, register: Register, q: string): Promise<{ ms: number; page: string }> {
  const started = performance.now();
  const answer = await fetch(`${url}/praca/osoby?q=${encodeURIComponent(q)}`, {
    headers: { cookie: register.cookie },
  });
  const page = await answer.text();
  if (answer.status !== 200) throw new Error(`search answered ${answer.status}`);
  return { ms: performance.now() - started, page };
}

/** The page of a person search, authorised and audited, in a register of 300 people and of 100,000. */
export async function searchPart(): Promise<Figure[]> {
  const { folder, remove } = scratchFolder();
  const database = await openFolder(folder);
  try {
    const small = await fill(database, sizes[0]);
    const large = await fill(database, sizes[1]);
    const server = await startOkienko(folder);
    try {
      const times = new Map([small, large].map((register) => [register, [] as number[]]));
      for (const [name, { of, finds }] of Object.entries(questions)) {
        const own = new Map([small, large].map((register) => [register, [] as number[]]));
        let found = 0;
        for (let i = 0; i < asked + unmeasured; i++)
          for (const register of i % 2 === 0 ? [small, large] : [large, small]) {
            const person = askedAbout(register, i);
            const { ms, page } = await ask(server.url, register, of(person));
            if (register === large && page.includes(person.id)) found += 1;
            if (i >= unmeasured) own.get(register)?.push(ms);
          }
        const [few = [], many = []] = [own.get(small), own.get(large)];
        times.get(small)?.push(...few);
        times.get(large)?.push(...many);
        const recall = finds ? `, found the right one ${found} of ${asked + unmeasured} times` : '';
        say(
          `  ${name}: ${short(median(few))} ms at 300, ${short(median(many))} ms at 100,000 (p95 ${short(quantile(many, 0.95))} ms), ratio ${(median(many) / median(few)).toFixed(2)}${recall}`,
        );
      }
      const [few = [], many = []] = [times.get(small), times.get(large)];
      const ratio = median(many) / median(few);
      return [
        {
          part: 'search',
          measured: 'page of a person search, 100,000 people beside 300',
          ours: `${milliseconds(median(many))} (p95 ${milliseconds(quantile(many, 0.95))})`,
          beside: milliseconds(median(few)),
          ratio,
          target: atMost(2, ratio),
        },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await database.close();
    remove();
  }
}
