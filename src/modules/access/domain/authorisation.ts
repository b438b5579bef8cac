import {
  type Authorisation,
  citeAll,
  type IsoDate,
  maySign,
  type SigningMatter,
  type SigningRefusalCode,
  type SigningVerdict,
} from '../../../law/index.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import { refuse, type Refusal } from '../../../platform/runner/outcome.ts';

/** What an authorisation is given for; each covers whole matters of signing. */
export const scopes = ['programme_cases', 'social_assistance', 'plan_approval'] as const;

export type Scope = (typeof scopes)[number];

/** Refusals are proceedings in individual programme cases, art. 26(1); so are orders to pay, art. 43(2). */
const mattersOf: Record<Scope, readonly SigningMatter[]> = {
  programme_cases: ['refusal', 'paymentOrder'],
  social_assistance: ['assistanceDecision'],
  plan_approval: ['planApproval'],
};

export const holders = ['director', 'assistance_organiser', 'employee'] as const;

export type Holder = (typeof holders)[number];

const lawHolder: Record<Holder, Authorisation['holder']> = {
  director: 'director',
  assistance_organiser: 'assistanceOrganiser',
  employee: 'employee',
};

/** An entry of the register as it is kept. */
export interface RegisterEntry {
  id: string;
  accountId: string;
  scope: Scope;
  holder: Holder;
  /** The director's request (art. 26(4)); null: none is on file. */
  request: string | null;
  /** The document by which the holder meets art. 122(1) of the social assistance act; null: none. */
  qualification: string | null;
  validFrom: IsoDate;
  validTo: IsoDate | null;
  revokedOn: IsoDate | null;
}

/** The entry as the law reads it. */
export const toLaw = (entry: RegisterEntry): Authorisation => ({
  id: entry.id,
  accountId: entry.accountId,
  holder: lawHolder[entry.holder],
  scope: mattersOf[entry.scope],
  validFrom: entry.validFrom,
  validTo: entry.validTo,
  revokedOn: entry.revokedOn,
  requestedByDirector: entry.request !== null,
  meetsAssistanceRequirements: entry.qualification !== null,
});

/** Why the signature counts; its basis is kept with what was signed. */
export interface Signature<Id extends string | null = string> {
  /** The entry of the register it rests on. */
  authorisationId: Id;
  words: string;
  basis: string;
}

const postOf = (actor: Actor): 'director' | 'servicesOrganiser' | 'other' => {
  if (actor.roles.includes('director')) return 'director';
  return actor.roles.includes('service_organiser') ? 'servicesOrganiser' : 'other';
};

const verdictOn = (
  register: readonly Authorisation[],
  actor: Actor,
  what: SigningMatter,
  on: IsoDate,
): SigningVerdict => maySign(register, { what, on, accountId: actor.accountId, role: postOf(actor) });

const refusalOf = (verdict: SigningVerdict): Refusal =>
  refuse('access.no-authorisation', verdict.words, { basis: citeAll(verdict.basis) });

/**
 * Whether the actor may sign a decision on a day (art. 26): the signature with the entry it rests on, or a refusal
 * (`access.no-authorisation`) with its basis. For `decide`; `load` reads the register by `findAuthorisations`.
 */
export function requireSignatory(
  register: readonly Authorisation[],
  actor: Actor,
  what: Exclude<SigningMatter, 'planApproval'>,
  on: IsoDate,
): Signature | Refusal {
  const verdict = verdictOn(register, actor, what, on);
  if (!verdict.allowed || verdict.authorisationId === null) return refusalOf(verdict);
  return { authorisationId: verdict.authorisationId, words: verdict.words, basis: citeAll(verdict.basis) };
}

/** Whether the actor may approve a plan on a day (art. 41(1), 24(2)(3)); the director needs no authorisation: its id is null. */
export function requirePlanApprover(
  register: readonly Authorisation[],
  actor: Actor,
  on: IsoDate,
): Signature<string | null> | Refusal {
  const verdict = verdictOn(register, actor, 'planApproval', on);
  if (!verdict.allowed) return refusalOf(verdict);
  return { authorisationId: verdict.authorisationId, words: verdict.words, basis: citeAll(verdict.basis) };
}

/** The field of the form that an entry is wrong in, by the law's answer. */
const fieldOf: Partial<Record<SigningRefusalCode, string>> = {
  notRequested: 'request',
  notQualified: 'qualification',
  wrongPost: 'accountId',
};

/** What keeps an entry from ever counting, told when it is entered; undefined: it will count from its first day. */
export function faultOf(entry: RegisterEntry, holderRoles: readonly Role[]): Refusal | undefined {
  const asHolder: Actor = {
    centreId: '',
    accountId: entry.accountId,
    name: '',
    position: '',
    roles: holderRoles,
  };
  const verdicts = mattersOf[entry.scope].map((what) =>
    verdictOn([toLaw(entry)], asHolder, what, entry.validFrom),
  );
  for (const verdict of verdicts)
    if (!verdict.allowed) {
      const field = fieldOf[verdict.code];
      return { ...refusalOf(verdict), ...(field ? { field } : {}) };
    }
  return undefined;
}

export const standings = ['holds', 'not_yet', 'ended', 'revoked'] as const;

export type Standing = (typeof standings)[number];

/** How an entry stands on a day: dated data, so nothing is stored. */
export function standingOn(
  entry: Pick<RegisterEntry, 'validFrom' | 'validTo' | 'revokedOn'>,
  day: IsoDate,
): Standing {
  if (entry.revokedOn !== null && entry.revokedOn <= day) return 'revoked';
  if (day < entry.validFrom) return 'not_yet';
  return entry.validTo !== null && entry.validTo < day ? 'ended' : 'holds';
}

/** The post that an authorisation is given for, by the roles of its holder. */
export function holderOf(roles: readonly Role[]): Holder {
  if (roles.includes('director')) return 'director';
  return roles.includes('assistance_organiser') ? 'assistance_organiser' : 'employee';
}
