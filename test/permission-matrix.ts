import type { Role } from '../src/platform/actor.ts';

/**
 * Who may do what: the matrix of domain reference 2.9 as this product keeps it. A lawyer reads it here or in
 * docs/generated/permission-matrix.md; matrix.test.ts holds every command and query to it.
 *
 * To add a verb: put its name under R (reads), W (writes) or A (approves, signs, judges) of the row of its object.
 * Its `allow` must name exactly the roles whose cell has that letter. When they differ, it is another row.
 * Whether "may" is bounded further (own case, own organization, transferred to one) stands in `only`.
 */
export interface MatrixRow {
  object: string;
  /** Article, or why the row is as it is. */
  basis: string;
  cells: Readonly<Record<Role, string>>;
  verbs: Readonly<Partial<Record<Letter, readonly string[]>>>;
  /** What bounds the letters, in words. */
  only?: string;
}

export const letters = ['R', 'W', 'A'] as const;

export type Letter = (typeof letters)[number];

/** The columns in the order of domain reference 2.9, then those of the system. */
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
];

function row(
  object: string,
  basis: string,
  cells: string,
  verbs: MatrixRow['verbs'],
  only?: string,
): MatrixRow {
  const given = cells.trim().split(/\s+/);
  if (given.length !== columns.length || given.some((cell) => !/^(–|R?W?A?)$/.test(cell)))
    throw new Error(`${object}: ${given.length} cells of ${columns.length}`);
  const byRole = Object.fromEntries(columns.map(({ role }, index) => [role, given[index] ?? '–']));
  return { object, basis, cells: byRole as Record<Role, string>, verbs, ...(only ? { only } : {}) };
}

// biome-ignore format: the columns of a table
export const matrix: readonly MatrixRow[] = [
  //                                                    Dyr OrgU Koor OSL OrgPS Okno Jedn Wyk ROPS Mieszk Gość IOD Adm
  row('Wejście do systemu', 'art. 50 ust. 3',          'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW', {
    R: ['access.list-personas'],
    W: ['access.sign-in', 'access.sign-in-as-persona', 'access.sign-out'],
  }, 'wejście jednym kliknięciem istnieje tylko w demonstracji'),
  row('Własne konto', 'art. 50 ust. 2',                'RW  RW   RW   RW  RW    RW   RW   RW  RW   RW     RW   RW  RW', {
    R: ['access.get-own-account'],
    W: ['access.change-password', 'access.enrol-second-factor'],
  }, 'tylko własne; gość nie ma konta'),
  row('Konta i role', 'KRI § 19, art. 50 ust. 2',      'R   –    –    –   –     –    –    –   –    –      –    R   RW', {
    R: ['access.list-accounts', 'access.get-account'],
    W: ['access.create-account', 'access.give-role', 'access.end-role', 'access.close-account', 'access.reset-password', 'access.reset-second-factor'],
  }, 'administrator nie zmienia własnego konta'),
  row('Lista organizacji do konta', 'art. 49',         '–   –    –    –   –     –    –    –   –    –      –    –   R', {
    R: ['access.list-organizations-for-accounts'],
  }),
  row('Rejestr upoważnień', 'art. 26, 24 ust. 2 pkt 3','RW  R    –    –   R     –    –    –   –    –      –    R   RW', {
    R: ['access.list-authorisations', 'access.get-authorisation'],
    W: ['access.grant-authorisation', 'access.revoke-authorisation'],
  }, 'nikt nie wpisuje ani nie cofa własnego'),
  row('Lista do upoważnienia', 'art. 26',              'R   –    –    –   –     –    –    –   –    –      –    –   R', {
    R: ['access.list-authorisable'],
  }),
  row('Otwarcie osoby z konieczności', 'art. 50',      'RW  RW   RW   –   RW    RW   –    –   –    –      –    –   –', {
    R: ['access.find-open-grant'],
    W: ['access.open-by-necessity'],
  }, 'na godzinę, z powodem'),
  row('Ocena otwarć z konieczności', 'art. 50 ust. 3', 'RA  –    –    –   –     –    –    –   –    –      –    RA  –', {
    R: ['access.list-grants'],
    A: ['access.review-grant'],
  }, 'nie własne'),
];
