import { type Based, basis, type IsoDate, timeLimit } from '../../../law/index.ts';

/** What a person may ask about their data. */
export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** The article of the GDPR that each rests on. */
export const articleOf: Readonly<Record<RequestKind, string>> = {
  access: '15',
  rectification: '16',
  erasure: '17',
  restriction: '18',
  portability: '20',
  objection: '21',
};

export const askers = ['person', 'representative'] as const;
export const channels = ['in_person', 'letter', 'email', 'web', 'phone'] as const;
export const requestStates = ['open', 'done', 'refused', 'withdrawn'] as const;
export const answers = ['done', 'refused', 'withdrawn'] as const;

/** The last day to answer: a month from the receipt; three when it is prolonged (art. 12(3) GDPR). */
export const answerBy = (receivedOn: IsoDate, prolonged = false): Based<IsoDate> =>
  timeLimit(receivedOn, { length: prolonged ? 3 : 1, unit: 'months' }, [
    basis('rodo', '12 ust. 3', 'recalled'),
  ]);

/** Why processing is restricted (art. 18(1)), and what may be done in spite of it (art. 18(2)). */
export const restrictionGrounds = ['accuracy', 'unlawful', 'claims', 'objection'] as const;
export const exceptionGrounds = ['consent', 'claims', 'rights', 'interest'] as const;
