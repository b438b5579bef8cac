import { checkPesel, type IsoDate, type Sex } from '../../../law/index.ts';
import type { Identity, NoPeselReason } from './person.ts';

export type IdentityInput = {
  readonly pesel?: string | undefined;
  readonly noPeselReason?: NoPeselReason | undefined;
  readonly birthDate?: IsoDate | undefined;
  readonly sex?: Sex | undefined;
  readonly overrideReason?: string | undefined;
  readonly otherIdKind?: string | undefined;
  readonly otherIdNumber?: string | undefined;
};

export type IdentityFault =
  | 'reason-missing'
  | 'pesel'
  | 'override-missing'
  | 'born-later'
  | 'born-too-long-ago'
  | 'id-kind-missing';

/** Nobody older is alive; a year typed wrongly is. */
const oldestYear = 1900;

/**
 * Who the person is. Birth date and sex come from the PESEL and differ from it only with a reason (domain reference 13);
 * without a PESEL there is a reason, and birth date and sex are what the person said, or unknown.
 */
export function identityOf(
  input: IdentityInput,
  today: IsoDate,
): { ok: true; identity: Identity } | { ok: false; fault: IdentityFault } {
  const faulty = (fault: IdentityFault) => ({ ok: false, fault }) as const;
  const other = { otherIdKind: input.otherIdKind ?? null, otherIdNumber: input.otherIdNumber ?? null };
  if (other.otherIdNumber !== null && other.otherIdKind === null) return faulty('id-kind-missing');
  const checked = input.pesel === undefined ? undefined : checkPesel(input.pesel);
  if (checked?.ok === false) return faulty('pesel');
  if (checked === undefined && input.noPeselReason === undefined) return faulty('reason-missing');
  const birthDate = input.birthDate ?? checked?.birthDate ?? null;
  const sex = input.sex ?? checked?.sex ?? null;
  const differs = checked !== undefined && (birthDate !== checked.birthDate || sex !== checked.sex);
  if (differs && input.overrideReason === undefined) return faulty('override-missing');
  if (birthDate !== null && birthDate > today) return faulty('born-later');
  if (birthDate !== null && Number(birthDate.slice(0, 4)) < oldestYear) return faulty('born-too-long-ago');
  return {
    ok: true,
    identity: {
      pesel: checked?.value ?? null,
      noPeselReason: checked === undefined ? (input.noPeselReason ?? null) : null,
      birthDate,
      sex,
      overrideReason: differs ? (input.overrideReason ?? null) : null,
      ...other,
    },
  };
}
