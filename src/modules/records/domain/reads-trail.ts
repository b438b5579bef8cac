import { type Allow, always } from '../../../platform/actor.ts';

/** What ties a reader to the person whose trail it is. */
export interface TiedToPerson {
  personId: string;
  ties: { case: boolean; worked: boolean; grant: boolean };
}

const worked = (_actor: unknown, { ties }: TiedToPerson): boolean => ties.worked || ties.grant;

/**
 * Who reads who looked at a person's data: whoever watches over them, the person, and who works with that person. The
 * register is open to the whole window; what others did with somebody is not (art. 50(2) of the Act, art. 5(1)(c) GDPR).
 */
export const readsTrail: Allow<TiedToPerson> = {
  director: always,
  auditor: always,
  service_organiser: worked,
  clerk: worked,
  plan_coordinator: (_actor, { ties }) => ties.case || ties.grant,
  resident: (actor, { personId }) => actor.personId !== undefined && actor.personId === personId,
};
