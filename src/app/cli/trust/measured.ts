import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../../platform/root.ts';

/** One figure of a long run; `holds`: whether a promise is kept by it, where it speaks of one. */
interface Figure {
  what: string;
  value: string;
  holds?: boolean;
}

/** Figures of a long run, kept as they came out (docs/proofs/README.md). */
export interface Measured {
  measuredOn: string;
  machine: string;
  command: string;
  figures: Figure[];
}

const run = z.object({
  measuredAt: z.iso.datetime(),
  machine: z.object({
    cores: z.number(),
    memoryGb: z.number(),
    node: z.string(),
    loadBefore: z.number().optional(),
  }),
});

const times = z.object({ times: z.number(), medianMs: z.number(), worstMs: z.number() });

const faults = run.extend({
  kills: z.object({
    kills: z.number(),
    commands: z.number(),
    letters: z.number(),
    mails: z.number(),
    copiesOfMail: z.number(),
    sentAgain: z.number(),
    backAfter: z.record(z.string(), times),
    all: times,
    p95Ms: z.number(),
  }),
  fullDisk: z.object({ acknowledged: z.number(), refused: z.number(), backAfterMs: z.number() }).nullable(),
});

const town = run.extend({
  people: z.number(),
  minutes: z.number(),
  requests: z.number(),
  errors: z.number(),
  written: z.object({ notes: z.number(), reports: z.number(), drafts: z.number() }),
  memory: z.object({
    atStartMb: z.number(),
    afterQuarterMb: z.number(),
    atEndMb: z.number(),
    slopeMbPerMinute: z.number(),
  }),
  pages: z.array(
    z.object({
      name: z.string(),
      asked: z.number(),
      failed: z.number(),
      p50Ms: z.number(),
      p99Ms: z.number(),
    }),
  ),
});

const ms = (value: number): string => `${Math.round(value)} ms`;

const victims: Readonly<Record<string, string>> = {
  server: 'serwer',
  database: 'baza',
  both: 'serwer i baza',
  'one backend': 'jedno połączenie z bazą',
};

/** The run ends with an error where anything acknowledged is missing, so a kept file says that nothing was. */
const ofFaults = ({ kills, fullDisk }: z.output<typeof faults>): Figure[] => [
  { what: 'Zabicia w losowej chwili pod obciążeniem', value: String(kills.kills) },
  { what: 'Potwierdzone i zgubione czynności', value: `0 z ${kills.commands}`, holds: true },
  { what: 'Listy dwa razy albo w połowie', value: `0 z ${kills.letters}`, holds: true },
  {
    what: 'Listy pocztą, które dotarły drugi raz pod tym samym numerem (program odbiorcy pokaże jeden)',
    value: `${kills.copiesOfMail} z ${kills.mails}`,
  },
  { what: 'Czynności, które trzeba było wysłać jeszcze raz', value: String(kills.sentAgain) },
  {
    what: 'Powrót do pracy: mediana, 95. percentyl, najdłużej',
    value: `${ms(kills.all.medianMs)}, ${ms(kills.p95Ms)}, ${ms(kills.all.worstMs)}`,
  },
  ...Object.entries(kills.backAfter).map(([victim, one]) => ({
    what: `Powrót po zabiciu: ${victims[victim] ?? victim} (${one.times} razy)`,
    value: `mediana ${ms(one.medianMs)}, najdłużej ${ms(one.worstMs)}`,
  })),
  ...(fullDisk
    ? [
        { what: 'Pełny dysk: odmówione słowami', value: String(fullDisk.refused) },
        { what: 'Pełny dysk: potwierdzone i zgubione', value: `0 z ${fullDisk.acknowledged}`, holds: true },
        { what: 'Pełny dysk: powrót, gdy jest miejsce', value: ms(fullDisk.backAfterMs) },
      ]
    : [{ what: 'Pełny dysk', value: 'nie zmierzono: brak prawa do małego dysku' }]),
];

const pageWords: Readonly<Record<string, string>> = {
  'mine today': 'moje na dziś',
  'page of a case': 'karta sprawy',
  'search of people': 'szukanie osoby',
  'page of a person': 'karta osoby',
  plans: 'plany',
  note: 'zapis notatki',
  'draft saved by itself': 'szkic, który zapisuje się sam',
  'need report at the window': 'zgłoszenie w okienku',
  home: 'strona centrum',
  'list of services': 'lista usług',
  'search of services': 'szukanie usługi',
  'card of a service': 'karta usługi',
  programmes: 'programy',
  'need report on the web': 'zgłoszenie przez internet',
  'open data': 'otwarte dane',
};

/** Memory is flat when at the end it is at most a tenth above what it was after the first quarter. */
const mostGrowth = 1.1;

const ofTown = ({
  people,
  minutes,
  requests,
  errors,
  written,
  memory,
  pages,
}: z.output<typeof town>): Figure[] => [
  { what: 'Błędy', value: `${errors} z ${requests} żądań`, holds: errors === 0 },
  {
    what: '99. percentyl najwolniejszej strony',
    value: ms(Math.max(...pages.map(({ p99Ms }) => p99Ms))),
  },
  {
    what: 'Pamięć: początek, po ćwiartce, koniec',
    value: `${memory.atStartMb}, ${memory.afterQuarterMb}, ${memory.atEndMb} MB (${memory.slopeMbPerMinute} MB na minutę)`,
    holds: memory.atEndMb <= memory.afterQuarterMb * mostGrowth,
  },
  { what: 'Miasto', value: `${people} mieszkańców, godzina w ${minutes} minut` },
  {
    what: 'Zapisane i odnalezione po wszystkim',
    value: `notatki ${written.notes}, zgłoszenia ${written.reports}, szkice ${written.drafts}`,
    holds: true,
  },
  ...pages.map((one) => ({
    what: `Strona: ${pageWords[one.name] ?? one.name} (${one.asked} razy)`,
    value: `mediana ${ms(one.p50Ms)}, 99. percentyl ${ms(one.p99Ms)}`,
    holds: one.failed === 0,
  })),
];

const machineOf = ({ machine }: z.output<typeof run>): string =>
  `rdzenie: ${machine.cores}, pamięć: ${machine.memoryGb} GB, Node ${machine.node}${
    machine.loadBefore === undefined ? '' : `, obciążenie przed pomiarem ${machine.loadBefore}`
  }`;

/** How each proof is read and how it is run again. */
const kinds = {
  faults: {
    command: 'npm run bench -- faults',
    figures: (kept: unknown) => ofFaults(faults.parse(kept)),
  },
  town: { command: 'npm run bench -- town', figures: (kept: unknown) => ofTown(town.parse(kept)) },
} as const;

/** What a kept file of a long run says. @throws when it has not the form of its run */
export function readMeasured(name: keyof typeof kinds, kept: unknown): Measured {
  const { measuredAt, machine } = run.parse(kept);
  const { command, figures } = kinds[name];
  return {
    measuredOn: measuredAt.slice(0, 10),
    machine: machineOf({ measuredAt, machine }),
    command,
    figures: figures(kept),
  };
}

/** What was measured, or undefined where nobody has measured it. */
export function readProof(name: keyof typeof kinds): Measured | undefined {
  const file = path.join(projectRoot, 'docs/proofs', `${name}.json`);
  return existsSync(file) ? readMeasured(name, JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}
