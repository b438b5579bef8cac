import * as areas from './areas.ts';
import * as authorisation from './authorisation.ts';
import { type ActId, acts, type Basis, type Confidence, type LawEntries } from './basis.ts';
import * as calendar from './calendar.ts';
import * as deadlines from './deadlines.ts';
import * as decision from './decision.ts';
import * as declarations from './declarations.ts';
import * as feeTable from './fee-table.ts';
import * as fees from './fees.ts';
import * as identifiers from './identifiers.ts';
import * as incomeCriteria from './income-criteria.ts';
import * as planLimits from './plan-limits.ts';
import * as programmeItems from './programme-items.ts';
import * as qualification from './qualification.ts';
import * as records from './records.ts';
import * as timeLimits from './time-limits.ts';

/** The files that hold law; each says of its own functions what they rest on. */
export const lawFiles = {
  'areas.ts': areas,
  'authorisation.ts': authorisation,
  'calendar.ts': calendar,
  'deadlines.ts': deadlines,
  'decision.ts': decision,
  'declarations.ts': declarations,
  'fee-table.ts': feeTable,
  'fees.ts': fees,
  'identifiers.ts': identifiers,
  'income-criteria.ts': incomeCriteria,
  'plan-limits.ts': planLimits,
  'programme-items.ts': programmeItems,
  'qualification.ts': qualification,
  'records.ts': records,
  'time-limits.ts': timeLimits,
} as const satisfies Readonly<Record<string, { readonly basisOf: LawEntries }>>;

/** A row of the law index: which function rests on a provision, and which tests prove it. */
export type LawIndexEntry = {
  readonly act: ActId;
  readonly actName: string;
  readonly article: string;
  readonly note: string | null;
  readonly confidence: Confidence;
  readonly subject: string;
  readonly function: string;
  /** Paths from the root of the project. */
  readonly file: string;
  readonly tests: string;
};

/** Provision -> function -> tests, ordered by act and article; derived from the files, so it cannot go stale. */
export const lawIndex: readonly LawIndexEntry[] = Object.entries(lawFiles)
  .flatMap(([file, { basisOf }]) =>
    Object.entries(basisOf.functions).flatMap(([name, bases]) =>
      bases.map((of) => entry(file, basisOf.subject, name, of)),
    ),
  )
  .sort(
    (one, other) =>
      actOrder(one.act) - actOrder(other.act) ||
      one.article.localeCompare(other.article, 'pl', { numeric: true }) ||
      one.function.localeCompare(other.function, 'en'),
  );

function entry(file: string, subject: string, name: string, of: Basis): LawIndexEntry {
  return {
    act: of.act,
    actName: acts[of.act].name,
    article: of.article,
    note: of.note ?? null,
    confidence: of.confidence,
    subject,
    function: name,
    file: `src/law/${file}`,
    tests: `src/law/${file.replace(/\.ts$/, '.test.ts')}`,
  };
}

function actOrder(act: ActId): number {
  return Object.keys(acts).indexOf(act);
}
