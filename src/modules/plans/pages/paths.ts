import type { DrawingStep } from '../domain/content.ts';

const steps: Record<DrawingStep, string> = {
  period: 'opracowanie/okres',
  needs: 'opracowanie/potrzeby',
  lines: 'opracowanie/uslugi',
  actions: 'opracowanie/dzialania',
  agreement: 'uzgodnij',
};

/** The page of a plan, or a page below it. */
export const planPath = (planId: string, below = ''): string =>
  below === '' ? `/praca/plany/${planId}` : `/praca/plany/${planId}/${below}`;

/** The page of a step of drawing up. */
export const stepPath = (planId: string, step: DrawingStep): string => planPath(planId, steps[step]);

/** In place of the id of a service that is not in the draft yet. */
export const newLine = 'nowa';

/** The page of one service of a draft. */
export const linePath = (planId: string, lineId: string): string =>
  planPath(planId, `opracowanie/uslugi/${lineId}`);

export const casePath = (caseId: string): string => `/praca/sprawy/${caseId}`;

/** The plan of a request's address. */
export const planIdOf = (request: { params: Record<string, string> }): string =>
  request.params['planId'] ?? '';
