import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { anyone } from '../../../platform/actor.ts';
import { choice, optionalInteger, optionalText, tick } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { noteSearch } from '../../needs/index.ts';
import { gminasOn } from '../db/organizations.ts';
import type { PublicCard } from '../db/public-cards.ts';
import { capacitySchema } from '../domain/capacity.ts';
import { feeKinds, reaches, recipientGroups } from '../domain/codes.ts';
import { directoryBasis } from '../domain/service.ts';
import { distance, facets, search } from '../search/search.ts';
import { fold } from '../search/fold.ts';
import { recipientGroupKeys } from '../search/lay-words.ts';
import { langs } from '../../../lang.ts';
import { publicIndex } from './public-index.ts';

const blank = (value: unknown): unknown => (value === '' ? undefined : value);
const counts = z.record(z.string(), z.number());

const hit = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  recipients: z.string().nullable(),
  performer: z.string().nullable(),
  area: z.number().nullable(),
  gminaNames: z.array(z.string()),
  reach: z.array(z.enum(reaches)),
  feeKind: z.enum(feeKinds).nullable(),
  capacity: capacitySchema,
  confirmedOn: z.string().nullable(),
  confirmBy: z.string().nullable(),
  /** Which of the meanings of the query the service answers, in the language asked for. */
  meanings: z.array(z.string()),
  /** Words of the query that the service holds. */
  words: z.array(z.string()),
  kilometres: z.number().nullable(),
});

const output = z.object({
  hits: z.array(hit),
  /** How many were found, and how many services there are. */
  found: z.number(),
  /** False when nobody gives what was asked for, and the hits may only help instead. */
  answered: z.boolean(),
  all: z.number(),
  counts: z.object({ area: counts, group: counts, reach: counts }),
  /** Areas of all public services, for a person who has not asked anything yet. */
  areas: counts,
  meanings: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      area: z.number().nullable(),
      group: z.enum(recipientGroupKeys).nullable(),
    }),
  ),
  corrected: z.array(z.object({ typed: z.string(), read: z.string() })),
  /** The gmina or the town asked for is none of ours: what is found is found as if it had not been asked. */
  elsewhere: z.boolean(),
  /** Places from which a distance can be measured. */
  towns: z.array(z.string()),
});

export type ServiceSearch = z.infer<typeof output>;
export type ServiceHit = z.infer<typeof hit>;

const defaultKilometres = 10;

const shown = (card: PublicCard, lang: (typeof langs)[number]): PublicCard =>
  lang === 'pl' ? card : { ...card, ...card.translations[lang] };

/** The public directory searched in anybody's words. An empty result is noted in the ledger, without the words. */
export const searchServices = query({
  name: 'directory.search-services',
  summary: 'Public services by words of people, area, group, gmina, distance, reach, price and free places',
  input: z.object({
    text: optionalText(300),
    area: optionalInteger(1, 14),
    group: z.preprocess(blank, choice(recipientGroups).optional()),
    gmina: optionalText(7),
    reach: z.preprocess(blank, choice(reaches).optional()),
    price: z.preprocess(blank, choice(['free', 'paid']).optional()),
    free: tick().optional(),
    near: optionalText(100),
    km: optionalInteger(1, 100),
    lang: z.preprocess(blank, choice(langs).default('pl')),
    limit: z.preprocess((value) => value ?? 20, optionalInteger(1, 200)),
  }),
  output,
  basis: cite(directoryBasis),
  async read(db, input, { actor, today }) {
    const { centreId } = actor;
    const index = await publicIndex(db, centreId);
    const { areas, towns } = index;
    const from =
      input.near === undefined
        ? undefined
        : [...towns].find(([name]) => fold(name) === fold(input.near ?? ''))?.[1];
    const ours = input.gmina === undefined ? [] : await gminasOn(db, centreId, today);
    const gmina = ours.find((one) => one.teryt === input.gmina)?.teryt;
    const found = search(
      index.engine,
      input.text ?? '',
      {
        area: input.area,
        gmina,
        group: input.group,
        reach: input.reach,
        price: input.price,
        freePlacesOn: input.free ? today : undefined,
        near: from && { ...from, kilometres: input.km ?? defaultKilometres },
      },
      input.limit ?? 20,
    );
    if (input.text !== undefined) {
      const meant = new Set(found.meanings.flatMap((one) => one.area ?? []));
      noteSearch(centreId, {
        found: found.answered ? found.total : 0,
        area: meant.size === 1 ? ([...meant][0] ?? null) : null,
        group: found.meanings.find((one) => one.group)?.group ?? null,
        gmina: gmina ?? null,
        terms: found.meanings.map((one) => one.name.pl),
        unknown: found.unknown,
      });
    }
    const { documents } = index.engine.index;
    return {
      hits: found.hits.flatMap(({ id, meanings, words }): ServiceHit[] => {
        const card = index.cards.get(id);
        if (!card) return [];
        const {
          name,
          description,
          recipients,
          performer,
          area,
          gminaNames,
          reach,
          feeKind,
          capacity,
          confirmedOn,
          confirmBy,
        } = shown(card, input.lang);
        return [
          {
            id,
            name,
            description,
            recipients,
            performer,
            area,
            gminaNames: [...gminaNames],
            reach,
            feeKind,
            capacity,
            confirmedOn,
            confirmBy,
            meanings: meanings.map((one) => one.name[input.lang]),
            words: [...words],
            kilometres: from && card.position ? distance(from, card.position) : null,
          },
        ];
      }),
      found: found.total,
      answered: found.answered,
      all: documents.length,
      counts: facets(found.documents),
      areas: { ...areas },
      meanings: found.meanings.map(({ key, name, area, group }) => ({
        key,
        name: name[input.lang],
        area: area ?? null,
        group: group ?? null,
      })),
      corrected: [...found.corrected],
      elsewhere: input.gmina !== gmina || (input.near !== undefined && from === undefined),
      towns: [...towns.keys()],
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
