import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { anyone } from '../../../platform/actor.ts';
import { text } from '../../../platform/fields.ts';
import { query } from '../../../platform/runner/query.ts';
import { findLinkByHash } from '../db/links.ts';
import { selectServiceList } from '../db/services.ts';
import { linkState, secretHash } from '../domain/link.ts';
import { feederBasis, serviceSchema } from '../domain/service.ts';

const output = z.object({
  state: z.enum(['open', 'expired', 'revoked', 'unknown']),
  /** Of an open link only: a guess learns nothing, not even whose link it was. */
  organization: z.string().nullable(),
  expiresOn: z.string().nullable(),
  cards: z.array(serviceSchema),
});

export type LinkView = z.infer<typeof output>;

/** What a link opens: the cards of its organization. Looking changes nothing, whoever looks: also a mail program. */
export const viewLink = query({
  name: 'directory.view-link',
  summary: 'The cards that a link of an organization opens',
  input: z.object({ secret: text(100) }),
  output,
  basis: cite(feederBasis),
  async read(db, input, moment) {
    const { centreId } = moment.actor;
    const link = await findLinkByHash(db, centreId, secretHash(input.secret));
    const state = linkState(link, moment.today);
    if (state !== 'open' || !link) return { state, organization: null, expiresOn: null, cards: [] };
    const cards = await selectServiceList(db, centreId, { owner: link.organizationId });
    return {
      state,
      organization: link.organization,
      expiresOn: link.expiresOn,
      // What waits longest stands first.
      cards: cards
        .filter((one) => one.state !== 'withdrawn')
        .toSorted((a, b) => (a.confirmBy ?? '').localeCompare(b.confirmBy ?? '')),
    };
  },
  allow: anyone(),
  discloses: () => undefined,
});
