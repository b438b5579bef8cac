/** What the centre did with a remark; each has an answer in words. */
export const verdicts = ['taken', 'partly', 'not_taken'] as const;
export type Verdict = (typeof verdicts)[number];

/** Of one consultation in one day; more than that is a flood and tells nothing. */
export const mostRemarksADay = 500;

/** Where contacts are sealed: they open nowhere else. */
export const contactPlace = 'diagnosis_contact.contact';
