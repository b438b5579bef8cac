/** Addresses of the pages of local plans. */
export const listPath = '/praca/lpdi';
export const newPath = `${listPath}/nowy`;
export const whatIfPath = `${listPath}/co-jesli`;
export const planPath = (planId: string): string => `${listPath}/${planId}`;
export const partPath = (planId: string, part: string, itemId = 'nowe'): string =>
  `${planPath(planId)}/${part}/${itemId}`;
export const diagnosticPath = (planId: string): string => `${planPath(planId)}/diagnoza`;
export const moneyPath = (planId: string): string => `${planPath(planId)}/pieniadze`;
export const monitoringPath = (planId: string): string => `${planPath(planId)}/monitorowanie`;
export const listsPath = (planId: string): string => `${planPath(planId)}/ryzyka`;
