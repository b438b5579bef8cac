/** Addresses of the pages of the diagnosis. */
export const listPath = '/praca/diagnoza';
/** Where the centre sets how long it consults. */
export const lengthPath = '/praca/diagnoza/czas-konsultacji';
export const gapPath = `${listPath}/luka`;
/** The gap in the localities of a gmina. */
export const placesPath = `${gapPath}/miejscowosci`;
export const newPath = `${listPath}/nowa`;
export const documentPath = (diagnosisId: string): string => `${listPath}/${diagnosisId}`;
export const chapterPath = (diagnosisId: string, chapter: string): string =>
  `${documentPath(diagnosisId)}/rozdzial/${chapter}`;
export const remarksPath = (diagnosisId: string): string => `${documentPath(diagnosisId)}/uwagi`;
/** Below the centre's home. */
export const consultationsPath = '/konsultacje';
