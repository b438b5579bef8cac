import { hash } from 'node:crypto';
import { z } from 'zod';
import { publicStates, selectRecords, selectStretches, type ServiceState } from '../../directory/index.ts';
import { cite } from '../../../law/index.ts';
import { type Allow, anyone } from '../../../platform/actor.ts';
import { integer, optionalId } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { selectAround, selectAroundMark } from '../db/around.ts';
import { mayExchange } from '../domain/access.ts';
import { openDataBasis } from '../domain/basis.ts';
import type { JsonObject } from '../domain/spec.ts';
import { servicesOf } from './read.ts';

const markLength = 24;

const input = z.object({ after: optionalId(), limit: integer(1, 2000).optional().default(1000) });
const output = z.object({
  services: z.array(z.custom<JsonObject>((value) => typeof value === 'object' && value !== null)),
});

/** A stretch of an export: the services after one, in the order of their ids. */
export type Stretch = z.infer<typeof output>;

const exporting = (
  name: `hsds.${string}`,
  summary: string,
  allow: Allow<Stretch>,
  { states, open }: { states: readonly ServiceState[]; open: boolean },
) =>
  query({
    name,
    summary,
    input,
    output,
    basis: cite(openDataBasis),
    async read(db, { after, limit }, moment) {
      const { centreId } = moment.actor;
      const [cards, around] = await Promise.all([
        selectRecords(db, centreId, { states }, { limit, after }),
        selectAround(db, centreId, moment.today),
      ]);
      return { services: await servicesOf(db, centreId, cards, { around, open }) };
    },
    allow,
    discloses: () => undefined,
  });

/** What is published, for everybody: without the names of people. */
export const exportOpen = exporting(
  'hsds.export-open',
  'All published services as HSDS says them, a stretch at a time',
  anyone(),
  { states: publicStates, open: true },
);

/** For another office: also what is suspended, with the persons to contact. */
export const exportWhole = exporting(
  'hsds.export',
  'All services that are or were published as HSDS says them, a stretch at a time',
  mayExchange,
  { states: [...publicStates, 'suspended'], open: false },
);

/** Short enough that what a stretch leaves behind is swept up while it is young. */
export const cardsInStretch = 500;

/** The published directory in stretches, each with a mark that changes whenever what is said of its cards does. */
export const openStretches = query({
  name: 'hsds.open-stretches',
  summary: 'The published directory in stretches, each with a mark that changes whenever it does',
  input: z.object({}),
  output: z.object({ stretches: z.array(z.object({ after: z.string().nullable(), mark: z.string() })) }),
  basis: cite(openDataBasis),
  async read(db, _input, { actor: { centreId }, today }) {
    const [stretches, around] = await Promise.all([
      selectStretches(db, centreId, publicStates, cardsInStretch),
      selectAroundMark(db, centreId, today),
    ]);
    const markOf = (mark: string): string =>
      hash('sha256', `${mark}|${around}`, 'base64url').slice(0, markLength);
    return { stretches: stretches.map(({ after, mark }) => ({ after, mark: markOf(mark) })) };
  },
  allow: anyone(),
  discloses: () => undefined,
});
