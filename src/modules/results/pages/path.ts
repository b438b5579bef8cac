/** The address of the results of a survey. */
export const resultsPath = (surveyId: string, rest = ''): string =>
  `/praca/badania/${surveyId}/wyniki${rest}`;
