import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id, optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { listLinks } from '../db/links.ts';
import { findOrganization, gminasOn, listKeepers } from '../db/organizations.ts';
import { selectServiceList } from '../db/services.ts';
import { serviceSteps } from '../domain/lifecycle.ts';
import { directoryBasis, serviceSchema } from '../domain/service.ts';

/** Who keeps the list of performers: those who may ask them. */
const keepers = serviceSteps['ask-owner'].by;

const kept = z.object({
  id: z.string(),
  name: z.string(),
  performerType: z.string().nullable(),
  email: z.string().nullable(),
  cards: z.number(),
  waiting: z.number(),
});

const listing = z.object({ ownerId: z.null(), organizations: z.array(kept) });
export type OrganizationListing = z.infer<typeof listing>;

/** Performers and feeding units, with how many cards they keep and how many wait for them. */
export const listOrganizationsQuery = query({
  name: 'directory.list-organizations',
  summary: 'Organizations of the directory with their cards',
  input: z.object({}),
  output: listing,
  basis: cite(directoryBasis),
  read: async (db, _input, moment) => ({
    ownerId: null,
    organizations: await listKeepers(db, moment.actor.centreId),
  }),
  allow: keepers,
  discloses: () => undefined,
});

const organization = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  performerType: z.string().nullable(),
  teryt: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  web: z.string().nullable(),
  nip: z.string().nullable(),
  regon: z.string().nullable(),
  krs: z.string().nullable(),
  source: z.string().nullable(),
  version: z.number(),
});

const link = z.object({
  id: z.string(),
  email: z.string().nullable(),
  expiresOn: z.string(),
  revoked: z.boolean(),
  createdAt: z.string(),
  sentAs: z.string().nullable(),
  sentAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  uses: z.number(),
  version: z.number(),
});

const view = z.object({
  ownerId: z.string(),
  organization,
  cards: z.array(serviceSchema),
  links: z.array(link),
});
export type OrganizationView = z.infer<typeof view>;

/** One organization: what is known of it, its cards, and the links it was given. */
export const viewOrganization = query({
  name: 'directory.view-organization',
  summary: 'One organization of the directory, its cards and its links',
  input: z.object({ organizationId: id() }),
  output: view,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [found, cards, links] = await Promise.all([
      findOrganization(db, centreId, input.organizationId),
      selectServiceList(db, centreId, { owner: input.organizationId }),
      listLinks(db, centreId, input.organizationId),
    ]);
    return found && { ownerId: found.id, organization: found, cards, links };
  },
  allow: keepers,
  discloses: () => undefined,
});

const formData = z.object({
  ownerId: z.string().nullable(),
  organization: organization.nullable(),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
});
export type OrganizationFormData = z.infer<typeof formData>;

/** What the form of an organization needs. */
export const organizationForm = query({
  name: 'directory.organization-form',
  summary: 'An organization to be written down: its facts and the gminas',
  input: z.object({ organizationId: optionalId() }),
  output: formData,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [found, gminas] = await Promise.all([
      input.organizationId ? findOrganization(db, centreId, input.organizationId) : null,
      gminasOn(db, centreId, moment.today),
    ]);
    return found === undefined ? undefined : { ownerId: found?.id ?? null, organization: found, gminas };
  },
  allow: keepers,
  discloses: () => undefined,
});
