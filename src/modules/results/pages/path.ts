/** The address of the results of a survey. */
export const resultsPath = (surveyId: string, rest = ''): string =>
  `/praca/badania/${surveyId}/wyniki${rest}`;

/** Below the centre's home: results that everybody may read. */
export const publishedPath = '/wyniki-badan';
