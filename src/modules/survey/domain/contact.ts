/** What a person who leaves a contact agrees to. */
export const wishes = ['talk', 'consultation', 'help'] as const;
export type Wish = (typeof wishes)[number];

/** Where contacts are sealed: they open nowhere else. */
export const contactPlace = 'survey-contact';

/** Where the name and address of somebody who was drawn are sealed. */
export const addresseePlace = (surveyId: string): string => `survey-invitation ${surveyId}`;
