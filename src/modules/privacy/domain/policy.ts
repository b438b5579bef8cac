import { type Actor, type Allow, always } from '../../../platform/actor.ts';

/** Who watches over personal data: the data protection officer, and the director who answers for the centre. */
export const watches: Allow<unknown> = { auditor: always, director: always };

/**
 * Who decides: the controller, for whom the director acts. The officer advises and watches, and must not be given tasks that
 * collide with it (art. 38(6) and 39 GDPR).
 */
export const decides: Allow<unknown> = { director: always };

/** Who takes down what a person asks: whoever meets them at the window, and who watches. */
export const takesRequests: Allow<unknown> = {
  ...watches,
  service_organiser: always,
  clerk: always,
};

/** Who prepares the list of files whose time is over. */
export const preparesReview: Allow<unknown> = { ...watches, clerk: always };

/** Who approves it: the director, and never whoever made it. */
export const approvesReview: Allow<{ madeBy: string }> = {
  director: (actor: Actor, review) => actor.accountId !== review.madeBy,
};

/** Who makes figures without persons for statistics. */
export const makesStatistics: Allow<unknown> = { ...watches, service_organiser: always };

/** Who is told that a person's processing is restricted: whoever may meet the person. */
export const meetsPeople: Allow<unknown> = {
  ...takesRequests,
  plan_coordinator: always,
  assistance_organiser: always,
};
