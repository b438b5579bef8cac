import { z } from 'zod';
import { always } from '../../../platform/actor.ts';
import { query } from '../../../platform/runner/query.ts';
import { listAuthorisations } from '../db/authorisations.ts';
import { holders, scopes, standingOn, standings } from '../domain/authorisation.ts';

const authorisation = z.object({
  id: z.string(),
  accountId: z.string(),
  holderName: z.string(),
  holderPosition: z.string(),
  scope: z.enum(scopes),
  holder: z.enum(holders),
  document: z.string(),
  grantedBy: z.string(),
  request: z.string().nullable(),
  qualification: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  revokedOn: z.string().nullable(),
  revokedWhy: z.string().nullable(),
  standing: z.enum(standings),
  version: z.number(),
});

export type ShownAuthorisation = z.infer<typeof authorisation>;

/** The register of authorisations, each with how it stands today. */
export const listAuthorisationsQuery = query({
  name: 'access.list-authorisations',
  summary: 'The register of authorisations',
  input: z.object({}),
  output: z.array(authorisation),
  basis: 'art. 26 ustawy o CUS',
  async read(db, _input, { actor, today }) {
    const entries = await listAuthorisations(db, actor.centreId);
    return entries.map((entry) => ({ ...entry, standing: standingOn(entry, today) }));
  },
  allow: {
    director: always,
    administrator: always,
    auditor: always,
    service_organiser: always,
    assistance_organiser: always,
    plan_coordinator: always,
  },
  discloses: () => undefined,
});
