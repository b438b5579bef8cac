/** Words of the intake half: need report, application, list and page of cases, the resident's follow-up. */
export const intakeWords = {
  commands: {},
};
