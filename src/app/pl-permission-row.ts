import type { Role } from '../platform/actor.ts';

/**
 * Who may do what: the agreed matrix of roles as this product keeps it. A lawyer reads it here or in
 * docs/generated/permission-matrix.md; test/matrix.test.ts holds every command and query to it.
 *
 * To add a verb: put its name under R (reads), W (writes) or A (approves, signs, judges) of the row of its object.
 * Its `allow` must name exactly the roles whose cell has that letter; when it differs, it is another row. The test
 * prints a row to paste for a verb that is missing. Then: node bin/okienko.mjs docs
 */
export interface MatrixRow {
  object: string;
  /** Article, or why the row is as it is. */
  basis: string;
  cells: Readonly<Record<Role, string>>;
  verbs: Readonly<Partial<Record<Letter, readonly string[]>>>;
  /** What bounds the letters, in words: own case, own organization, transferred to one. */
  only?: string;
  /** Where the product knowingly differs from the agreed matrix. */
  apart?: string;
}

export interface MatrixSection {
  title: string;
  rows: readonly MatrixRow[];
}

export const letters = ['R', 'W', 'A'] as const;

export type Letter = (typeof letters)[number];

/** The columns: the roles of the Act, those around the centre, those of the system. */
export const columns: readonly { role: Role; short: string; name: string }[] = [
  { role: 'director', short: 'Dyr', name: 'dyrektor (art. 24)' },
  { role: 'service_organiser', short: 'OrgU', name: 'organizator usług społecznych (art. 27)' },
  { role: 'plan_coordinator', short: 'Koor', name: 'koordynator IPUS (art. 29)' },
  { role: 'community_organiser', short: 'OSL', name: 'organizator społeczności lokalnej (art. 32)' },
  { role: 'assistance_organiser', short: 'OrgPS', name: 'organizator pomocy społecznej (art. 31)' },
  { role: 'clerk', short: 'Okno', name: 'pracownik okienka' },
  { role: 'feeder', short: 'Jedn', name: 'jednostka gminy (art. 13 ust. 2)' },
  { role: 'provider', short: 'Wyk', name: 'wykonawca (art. 49)' },
  { role: 'region', short: 'ROPS', name: 'regionalny ośrodek polityki społecznej' },
  { role: 'resident', short: 'Mieszk', name: 'mieszkaniec z kontem' },
  { role: 'visitor', short: 'Gość', name: 'mieszkaniec bez konta' },
  { role: 'auditor', short: 'IOD', name: 'inspektor ochrony danych' },
  { role: 'administrator', short: 'Adm', name: 'administrator systemu' },
  { role: 'inspector', short: 'Kontr', name: 'inspektor kontroli, na czas kontroli' },
];

/** A row of the matrix; its cells in the order of the columns, parted by spaces. Throws when they are not as many. */
export function row(
  object: string,
  basis: string,
  cells: string,
  verbs: MatrixRow['verbs'],
  only = '',
  apart = '',
): MatrixRow {
  const given = cells.trim().split(/\s+/);
  if (given.length !== columns.length || given.some((cell) => !/^(–|R?W?A?)$/.test(cell)))
    throw new Error(`${object}: ${given.length} cells of ${columns.length}`);
  const cellOf = (role: Role): string => given[columns.findIndex((column) => column.role === role)] ?? '–';
  const byRole: Record<Role, string> = {
    director: cellOf('director'),
    service_organiser: cellOf('service_organiser'),
    plan_coordinator: cellOf('plan_coordinator'),
    community_organiser: cellOf('community_organiser'),
    assistance_organiser: cellOf('assistance_organiser'),
    clerk: cellOf('clerk'),
    feeder: cellOf('feeder'),
    provider: cellOf('provider'),
    region: cellOf('region'),
    resident: cellOf('resident'),
    visitor: cellOf('visitor'),
    auditor: cellOf('auditor'),
    administrator: cellOf('administrator'),
    inspector: cellOf('inspector'),
  };
  return { object, basis, cells: byRole, verbs, ...(only ? { only } : {}), ...(apart ? { apart } : {}) };
}
