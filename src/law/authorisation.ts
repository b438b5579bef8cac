import { type Basis, basis, type LawEntries } from './basis.ts';
import { dateWords, type IsoDate } from './dates.ts';

/** What a signature is put under. */
export const signingMatters = {
  refusal: 'decyzja o odmowie',
  paymentOrder: 'decyzja o obowiązku uiszczenia opłaty',
  assistanceDecision: 'decyzja z zakresu pomocy społecznej',
  planApproval: 'zatwierdzenie IPUS',
} as const;

export type SigningMatter = keyof typeof signingMatters;

/** An entry of the register of authorisations (art. 26). The Act knows no authorisation without a beginning. */
export type Authorisation = {
  readonly id: string;
  readonly accountId: string;
  readonly holder: 'director' | 'assistanceOrganiser' | 'employee';
  readonly scope: readonly SigningMatter[];
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  /** From this day on it no longer holds. */
  readonly revokedOn: IsoDate | null;
  /** Employees are authorised on the director's request only. */
  readonly requestedByDirector: boolean;
  /** Whether the holder meets art. 122(1) of the social assistance act. */
  readonly meetsAssistanceRequirements: boolean;
};

export type SigningRequest = {
  readonly what: SigningMatter;
  readonly on: IsoDate;
  readonly accountId: string;
  /** The post held that day; a plan is approved by the director, or by an authorised organiser of services. */
  readonly role?: 'director' | 'servicesOrganiser' | 'other';
};

export type SigningRefusalCode =
  | 'none'
  | 'outOfScope'
  | 'notYet'
  | 'expired'
  | 'revoked'
  | 'notRequested'
  | 'notQualified'
  | 'wrongPost';

export type SigningVerdict =
  | {
      readonly allowed: true;
      readonly authorisationId: string | null;
      readonly words: string;
      readonly basis: readonly Basis[];
    }
  | {
      readonly allowed: false;
      readonly code: SigningRefusalCode;
      readonly words: string;
      readonly basis: readonly Basis[];
    };

const register = basis('cus', '26', 'statute');
const onRequest = basis('cus', '26 ust. 4', 'statute');
const byDirector = basis('cus', '41 ust. 1', 'statute');
const organiserApproves = basis('cus', '24 ust. 2 pkt 3', 'statute');
const assistance = basis('ups', '122 ust. 1', 'statute');

/** What an authorisation lacks on a day, from the most to the least basic; the first found is the answer. */
const checks: readonly {
  readonly code: SigningRefusalCode;
  readonly basis: readonly Basis[];
  readonly fails: (of: Authorisation, request: SigningRequest) => boolean;
  readonly words: (of: Authorisation, request: SigningRequest) => string;
}[] = [
  {
    code: 'outOfScope',
    basis: [register],
    fails: (of, { what }) => !of.scope.includes(what),
    words: (_, { what }) => `Upoważnienie nie obejmuje: ${signingMatters[what]}.`,
  },
  {
    code: 'revoked',
    basis: [register],
    fails: (of, { on }) => of.revokedOn !== null && of.revokedOn <= on,
    words: (of) => `Upoważnienie cofnięto ${dateWords(of.revokedOn ?? of.validFrom)}.`,
  },
  {
    code: 'notYet',
    basis: [register],
    fails: (of, { on }) => on < of.validFrom,
    words: (of) => `Upoważnienie zaczyna obowiązywać ${dateWords(of.validFrom)}.`,
  },
  {
    code: 'expired',
    basis: [register],
    fails: (of, { on }) => of.validTo !== null && of.validTo < on,
    words: (of) => `Upoważnienie wygasło ${dateWords(of.validTo ?? of.validFrom)}.`,
  },
  {
    code: 'notRequested',
    basis: [onRequest],
    fails: (of, { what }) => of.holder === 'employee' && what !== 'planApproval' && !of.requestedByDirector,
    words: () => 'Pracownika upoważnia się na wniosek dyrektora, a w rejestrze nie ma takiego wniosku.',
  },
  {
    code: 'notQualified',
    basis: [register, assistance],
    fails: (of, { what }) => what === 'assistanceDecision' && !of.meetsAssistanceRequirements,
    words: () =>
      'Decyzje z pomocy społecznej podpisuje osoba, która spełnia wymagania art. 122 ust. 1 ustawy o pomocy społecznej.',
  },
];

/**
 * Whether an account may sign on a day. A plan is approved by the director in person without any authorisation
 * (art. 41(1)); everything else needs an authorisation of art. 26 that holds that day and covers the matter.
 */
export function maySign(authorisations: readonly Authorisation[], request: SigningRequest): SigningVerdict {
  const { what, accountId, role } = request;
  if (what === 'planApproval' && role === 'director') {
    return { allowed: true, authorisationId: null, words: 'IPUS zatwierdza dyrektor.', basis: [byDirector] };
  }
  if (what === 'planApproval' && role === 'other') {
    return {
      allowed: false,
      code: 'wrongPost',
      words: 'IPUS zatwierdza dyrektor albo upoważniony organizator usług społecznych.',
      basis: [byDirector, organiserApproves],
    };
  }
  const own = authorisations.filter((each) => each.accountId === accountId);
  const failures = own.map((each) => ({
    of: each,
    index: checks.findIndex((check) => check.fails(each, request)),
  }));
  const sound = failures.find(({ index }) => index === -1);
  if (sound !== undefined) {
    return {
      allowed: true,
      authorisationId: sound.of.id,
      words: `Upoważnienie z ${dateWords(sound.of.validFrom)} obejmuje: ${signingMatters[what]}.`,
      basis: what === 'planApproval' ? [byDirector, organiserApproves] : [register],
    };
  }
  const nearest = failures.toSorted((one, other) => other.index - one.index)[0];
  const check = nearest === undefined ? undefined : checks[nearest.index];
  if (nearest === undefined || check === undefined) {
    return {
      allowed: false,
      code: 'none',
      words: `Ta osoba nie ma upoważnienia. Do podpisu (${signingMatters[what]}) potrzebne jest upoważnienie w rejestrze.`,
      basis: [register],
    };
  }
  return { allowed: false, code: check.code, words: check.words(nearest.of, request), basis: check.basis };
}

export const basisOf: LawEntries = {
  subject: 'Upoważnienia do podpisu',
  functions: { maySign: [register, onRequest, byDirector, organiserApproves, assistance] },
};
