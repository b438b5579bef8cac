/** An entry of the register of processing (art. 30(1) GDPR). */
export interface Activity {
  name: string;
  purpose: string;
  basis: string;
  subjects: string;
  dataKinds: string;
  recipients: string;
  /** Transfers to third countries; null: none. */
  transfers: string | null;
  retention: string;
  safeguards: string;
}

/** Its facts in the order of the form. */
export const activityFields = [
  'name',
  'purpose',
  'basis',
  'subjects',
  'dataKinds',
  'recipients',
  'transfers',
  'retention',
  'safeguards',
] as const satisfies readonly (keyof Activity)[];
