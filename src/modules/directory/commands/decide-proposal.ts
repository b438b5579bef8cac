import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { choice, id, optionalText } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { closeProposal, lockProposal } from '../db/proposals.ts';
import { lockService } from '../db/services.ts';
import { directorySettings } from '../db/settings.ts';
import { updateFacts } from '../db/write-services.ts';
import { keepers, mayTake } from '../domain/lifecycle.ts';
import { confirmBy, directoryBasis, serviceSchema } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { factsOf } from './card-facts.ts';

/** Takes over what the owner of a card proposed, or leaves the card as it is and says why. */
export const decideProposal = command({
  name: 'directory.decide-proposal',
  summary: 'Accept or decline a correction proposed by the owner of a card',
  input: z.object({ proposalId: id(), decision: choice(['accept', 'decline']), why: optionalText(500) }),
  result: z.object({ serviceId: z.string() }),
  basis: cite(directoryBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const proposal = await lockProposal(tx, centreId, input.proposalId);
    if (!proposal) return undefined;
    const [service, settings] = await Promise.all([
      lockService(tx, centreId, proposal.serviceId),
      directorySettings(tx, centreId),
    ]);
    return service && { ownerId: service.ownerId, version: proposal.version, proposal, service, settings };
  },
  allow: keepers,
  decide(target, input, moment) {
    const { proposal, service, settings } = target;
    if (input.decision === 'decline') {
      if (input.why === undefined) return refuse('directory.why', pl.refusals.why, { field: 'why' });
      return { proposal, service, facts: undefined, why: input.why, confirmed: undefined };
    }
    if (!mayTake('correct-service', service.state))
      return refuse('directory.withdrawn', pl.refusals.withdrawn);
    const after = Object.fromEntries(
      Object.entries(proposal.changes).map(([name, change]) => [name, change.after ?? null]),
    );
    // Read as strictly as a stored card: a proposal may be older than the rules it was written under.
    const card = serviceSchema.safeParse({ ...service, ...after });
    if (!card.success) return refuse('directory.proposal-outdated', pl.refusals.proposalOutdated);
    return {
      proposal,
      service,
      facts: factsOf(card.data),
      why: null,
      confirmed: { on: moment.today, by: confirmBy(moment.today, settings.confirmDays) },
    };
  },
  async save(tx, change, moment) {
    const { centreId, accountId } = moment.actor;
    if (change.facts)
      await updateFacts(tx, centreId, change.service.id, change.facts, {
        confirmed: change.confirmed,
        saysTrack: 'track' in change.proposal.changes,
      });
    await closeProposal(tx, centreId, change.proposal.id, {
      state: change.facts ? 'accepted' : 'declined',
      by: accountId,
      why: change.why,
    });
    return { serviceId: change.service.id };
  },
  audit: (change) => ({
    what: {
      serviceId: change.service.id,
      proposalId: change.proposal.id,
      decision: change.facts ? 'accepted' : 'declined',
      changes: change.proposal.changes,
      ...(change.why ? { why: change.why } : {}),
    },
  }),
});
