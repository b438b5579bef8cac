/**
 * Three registers of one form: what the centre does (art. 30(1) GDPR), who processes for it by a contract (art. 28), what
 * the centre processes in the name of others (art. 30(2)).
 */
export const registers = ['activity', 'processor', 'on_behalf'] as const;
export type Register = (typeof registers)[number];

/** An entry of a register; what each fact is called differs by the register. */
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
