import type { View } from '../../../platform/http/route.ts';
import { outcomeWords } from '../pl-outcome.ts';

const ofCase = (caseId: string): string => `/praca/sprawy/${caseId}`;

/** Addresses of the pages of the outcome half. */
export const outcomePaths = {
  case: ofCase,
  assessment: (caseId: string): string => `${ofCase(caseId)}/rozpoznanie`,
  'require-plan': (caseId: string): string => `${ofCase(caseId)}/plan-potrzebny`,
  qualify: (caseId: string): string => `${ofCase(caseId)}/zakwalifikuj`,
  transfer: (caseId: string): string => `${ofCase(caseId)}/przekaz`,
  transferAnswer: (caseId: string): string => `${ofCase(caseId)}/przekazanie`,
  refuse: (caseId: string): string => `${ofCase(caseId)}/odmow`,
  delivery: (caseId: string, decisionId: string): string => `${ofCase(caseId)}/decyzje/${decisionId}`,
  resign: (caseId: string): string => `${ofCase(caseId)}/rezygnacja`,
  close: (caseId: string): string => `${ofCase(caseId)}/zamknij`,
  fees: (caseId: string): string => `${ofCase(caseId)}/oplaty`,
  fee: (caseId: string, feeId: string): string => `${ofCase(caseId)}/oplaty/${feeId}`,
  order: (caseId: string, feeId: string): string => `${ofCase(caseId)}/oplaty/${feeId}/decyzja`,
};

/** What a unit was sent: the list of its own account. */
export const receivedPath = '/praca/przekazane';

/** The trail of links above a page that belongs to a case, and the place in the navigation. */
export const inCase = (of: {
  caseId: string;
  title: string;
  personName?: string | null | undefined;
}): Pick<View, 'trail' | 'current'> => ({
  trail: [
    { href: '/praca/sprawy', label: outcomeWords.pages.cases },
    { href: ofCase(of.caseId), label: of.personName ?? of.title },
  ],
  current: 'cases',
});
