export const listPath = '/praca/kontrole';
export const newPath = '/praca/kontrole/nowa';
export const onePath = (inspectionId: string): string => `${listPath}/${inspectionId}`;

/** The pages of an inspector: the only ones besides the own account. */
export const minePath = '/praca/kontrola';
export const filePath = (caseId: string): string => `${minePath}/akta/${caseId}`;
export const packPath = `${minePath}/pakiet.zip`;
