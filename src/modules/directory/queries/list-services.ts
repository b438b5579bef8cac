import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { type Actor, anyone, permits } from '../../../platform/actor.ts';
import { choice, optionalId, optionalInteger, optionalText, tick } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { gminasOn, listOrganizations } from '../db/organizations.ts';
import { selectServiceList } from '../db/services.ts';
import { mayReadService } from '../domain/access.ts';
import { holdsWords } from '../domain/search.ts';
import { publicStates, serviceStates } from '../domain/lifecycle.ts';
import {
  awaitsConfirmation,
  directoryBasis,
  type Service,
  serviceSchema,
  trackKeys,
} from '../domain/service.ts';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);

const output = z.object({
  services: z.array(serviceSchema),
  /** How many the actor could see without filters, and how many of them by area. */
  total: z.number(),
  byArea: z.record(z.string(), z.number()),
  gminas: z.array(z.object({ teryt: z.string(), name: z.string() })),
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
});

export type ServiceList = z.infer<typeof output>;

const searched = (service: Service): string =>
  [
    service.name,
    service.description,
    service.recipients,
    service.organization,
    service.performerWords,
    service.place,
  ].join(' ');

const visible = (actor: Actor) => (service: Service) => permits(mayReadService, actor, service);

/** The directory with its filters. Everybody sees what is published; who works on it also drafts. */
export const listServices = query({
  name: 'directory.list-services',
  summary: 'Services of the gmina by words, area, gmina, track and performer',
  input: z.object({
    text: optionalText(200),
    area: optionalInteger(1, 14),
    gmina: optionalText(7),
    track: z.preprocess(blank, choice(trackKeys).optional()),
    provider: optionalId(),
    /** `public`: whatever residents see. */
    state: z.preprocess(blank, choice([...serviceStates, 'public']).optional()),
    /** Whose cards: the organization that keeps them. */
    owner: optionalId(),
    unconfirmed: tick().optional(),
  }),
  output,
  basis: cite(directoryBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const [all, gminas, organizations] = await Promise.all([
      selectServiceList(db, centreId),
      gminasOn(db, centreId, moment.today),
      listOrganizations(db, centreId),
    ]);
    const seen = all
      .filter(visible(moment.actor))
      .filter((one) => one.state !== 'withdrawn' || input.state === 'withdrawn');
    const services = seen.filter(
      (one) =>
        (input.text === undefined || holdsWords(searched(one), input.text)) &&
        (input.area === undefined || one.area === input.area) &&
        (input.gmina === undefined || one.gminas.length === 0 || one.gminas.includes(input.gmina)) &&
        (input.track === undefined || one.track === input.track) &&
        (input.provider === undefined || one.organizationId === input.provider) &&
        (input.state === undefined ||
          (input.state === 'public' ? publicStates.includes(one.state) : one.state === input.state)) &&
        (input.owner === undefined || one.ownerId === input.owner) &&
        (input.unconfirmed !== true || awaitsConfirmation(one, moment.today)),
    );
    const byArea: Record<string, number> = {};
    for (const one of seen) if (one.area !== null) byArea[one.area] = (byArea[one.area] ?? 0) + 1;
    const offering = new Set(seen.map((one) => one.organizationId));
    return {
      services,
      total: seen.length,
      byArea,
      gminas,
      providers: organizations.filter((one) => offering.has(one.id)).map(({ id, name }) => ({ id, name })),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
