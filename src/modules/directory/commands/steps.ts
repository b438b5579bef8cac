import { z } from 'zod';
import { cite } from '../../../law/index.ts';
import { id, optionalText, text } from '../../../platform/fields.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { lockService } from '../db/services.ts';
import { directorySettings } from '../db/settings.ts';
import { updateServices } from '../db/write-services.ts';
import { mayTake, type ServiceAction, serviceSteps, stateAfter } from '../domain/lifecycle.ts';
import { confirmBy, directoryBasis, feederBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';

interface StepOptions {
  summary: string;
  /** A reason is asked where somebody else will read why. */
  reason?: true;
  /** Whoever takes this step vouches for the card today. */
  confirms?: true;
  basis?: typeof directoryBasis;
}

/** A step in the life of a card, by the table of lifecycle.ts. */
const step = <A extends Exclude<ServiceAction, 'fade-services'>>(action: A, options: StepOptions) =>
  command({
    name: `directory.${action}`,
    summary: options.summary,
    input: z.object({ serviceId: id(), reason: options.reason ? text(500) : optionalText(500) }),
    result: z.object({ serviceId: z.string() }),
    basis: cite(options.basis ?? directoryBasis),
    async load(tx, input, moment) {
      const [service, settings] = await Promise.all([
        lockService(tx, moment.actor.centreId, input.serviceId),
        directorySettings(tx, moment.actor.centreId),
      ]);
      return service && { ...service, settings };
    },
    allow: serviceSteps[action].by,
    decide: (target, input, moment) =>
      mayTake(action, target.state)
        ? {
            id: target.id,
            before: target.state,
            state: stateAfter(action, target.state),
            reason: options.reason ? (input.reason ?? null) : null,
            confirmed: options.confirms
              ? { on: moment.today, by: confirmBy(moment.today, target.settings.confirmDays) }
              : undefined,
          }
        : refuse(
            `directory.not-${target.state}`,
            pl.refusals.step(pl.steps[action], pl.states[target.state]),
          ),
    async save(tx, change, moment) {
      await updateServices(tx, moment.actor.centreId, [change.id], {
        state: change.state,
        stateReason: change.reason,
        ...(change.confirmed ? { confirmed: change.confirmed } : {}),
      });
      return { serviceId: change.id };
    },
    audit: (change) => ({
      what: {
        serviceId: change.id,
        before: change.before,
        after: change.state,
        ...(change.reason ? { reason: change.reason } : {}),
        ...(change.confirmed ? { confirmedOn: change.confirmed.on } : {}),
      },
    }),
  });

export const submitService = step('submit-service', {
  summary: 'Submit a draft card to the organiser',
  basis: feederBasis,
});
export const returnService = step('return-service', {
  summary: 'Send a submitted card back to its author',
  reason: true,
});
export const verifyService = step('verify-service', {
  summary: 'Say that a submitted card has been verified',
});
export const publishService = step('publish-service', {
  summary: 'Publish a card: from now on residents find it',
  confirms: true,
});
export const confirmService = step('confirm-service', {
  summary: 'Confirm that a card of the directory is true today',
  confirms: true,
  basis: feederBasis,
});
export const suspendService = step('suspend-service', {
  summary: 'Take a service out of sight for a while',
  reason: true,
});
export const resumeService = step('resume-service', {
  summary: 'Show a suspended service again',
  confirms: true,
});
export const withdrawService = step('withdraw-service', {
  summary: 'Withdraw a service from the directory',
  reason: true,
});
export const restoreService = step('restore-service', {
  summary: 'Take a withdrawn card up again as a draft',
});

/** The steps that a person takes by one button. */
export const stepCommands = {
  'submit-service': submitService,
  'return-service': returnService,
  'verify-service': verifyService,
  'publish-service': publishService,
  'confirm-service': confirmService,
  'suspend-service': suspendService,
  'resume-service': resumeService,
  'withdraw-service': withdrawService,
  'restore-service': restoreService,
} as const;

export type StepName = keyof typeof stepCommands;
