import type { IsoDate, Sex } from '../../law/index.ts';
import type { DemoAddress } from './identity.ts';
import type { Disability } from './reference.ts';

export type NoPeselReason = 'newborn' | 'foreigner' | 'homelessness_no_documents';

/** An invented resident. `index` is the position in the population and names the person in scripts. */
export type DemoPerson = {
  readonly index: number;
  readonly centreId: string;
  readonly gmina: string;
  readonly sex: Sex;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: IsoDate;
  readonly pesel: string | null;
  /** Why there is no PESEL; null when there is one. */
  readonly noPeselReason: NoPeselReason | null;
  readonly citizenship: 'PL' | 'UA';
  readonly phone: string | null;
  readonly email: string | null;
  /** Null: the person has no place to live. */
  readonly address: DemoAddress | null;
  readonly addressShielded: boolean;
  /** A certificate that is valid today; below 16 certificates have no degree. */
  readonly disability: Disability | 'child_certificate' | null;
};
