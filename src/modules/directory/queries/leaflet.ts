import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { anyone } from '../../../platform/actor.ts';
import { choice, optionalId, optionalInteger, optionalText } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { selectServiceList } from '../db/services.ts';
import { reaches, recipientGroups } from '../domain/codes.ts';
import { publicStates } from '../domain/lifecycle.ts';
import { directoryBasis, serviceSchema } from '../domain/service.ts';
import { search } from '../search/search.ts';
import { publicIndex } from './public-index.ts';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);

/** As many services as anybody carries away on paper. */
const most = 40;

const output = z.object({
  services: z.array(serviceSchema),
  /** How many there are, also those that do not stand on the leaflet. */
  found: z.number(),
});

export type Leaflet = z.infer<typeof output>;

/** What stands on a leaflet: one public service, or the first of those that a search finds. */
export const leaflet = query({
  name: 'directory.leaflet',
  summary: 'Public services for a leaflet: one, or those of a search',
  input: z.object({
    serviceId: optionalId(),
    text: optionalText(300),
    area: optionalInteger(1, 14),
    group: z.preprocess(blank, choice(recipientGroups).optional()),
    gmina: optionalText(7),
    reach: z.preprocess(blank, choice(reaches).optional()),
    price: z.preprocess(blank, choice(['free', 'paid']).optional()),
  }),
  output,
  basis: cite(directoryBasis),
  async read(db, { serviceId, text, ...filters }, { actor }) {
    const { centreId } = actor;
    if (serviceId !== undefined) {
      const services = await selectServiceList(db, centreId, { ids: [serviceId], states: publicStates });
      return services.length === 0 ? undefined : { services, found: 1 };
    }
    const { engine } = await publicIndex(db, centreId);
    const { hits, total } = search(engine, text ?? '', filters, most);
    const ids = hits.map((one) => one.id);
    const found =
      ids.length === 0 ? [] : await selectServiceList(db, centreId, { ids, states: publicStates });
    const byId = new Map(found.map((one) => [one.id, one]));
    return { services: ids.flatMap((id) => byId.get(id) ?? []), found: total };
  },
  allow: anyone(),
  discloses: () => undefined,
});
