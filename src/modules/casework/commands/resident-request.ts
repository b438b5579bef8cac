import { z } from 'zod';
import { date, id, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { startDeadline } from '../../agenda/index.ts';
import { findCase } from '../db/cases.ts';
import { insertRequest } from '../db/requests.ts';
import { isOwn } from '../domain/relation.ts';
import { clockOf, mayAsk, requestBasis, type RequestKind } from '../domain/request.ts';
import { requestWords } from '../pl-requests.ts';

const words = requestWords.errors;

/** What a resident asks of the centre in their own case; the clock of the answer starts with it. */
const ask = <Name extends `${string}.${string}`>(name: Name, kind: RequestKind, summary: string) =>
  command({
    name,
    summary,
    input: z.object({
      caseId: id(),
      words: text(4000, words[kind]),
      // Only who resigns says until when.
      until: kind === 'resignation' ? date() : z.undefined().optional(),
    }),
    result: z.object({ caseId: z.string(), requestId: z.string(), dueOn: z.string() }),
    basis: requestBasis[kind],
    load: async (tx, input, moment) => await findCase(tx, moment.actor.centreId, input.caseId),
    allow: { resident: (actor, file) => isOwn(actor, file) },
    decide(file, input, moment) {
      if (!mayAsk(kind, file.state))
        return refuse('casework.request-state', words.state, { basis: requestBasis[kind] });
      if (input.until !== undefined && input.until < moment.today)
        return refuse('casework.resignation-past', words.past, { field: 'until', basis: requestBasis[kind] });
      return { file, words: input.words, until: input.until ?? null, requestId: newId() };
    },
    async save(tx, { file, until, requestId, words: said }, moment) {
      const { centreId, accountId, name: madeBy, personId } = moment.actor;
      const clock = await startDeadline(tx, centreId, {
        kind: clockOf[kind],
        eventDate: moment.today,
        title: requestWords.clock(requestWords.kinds[kind], madeBy),
        caseId: file.id,
        // Nobody answers a complaint against themselves (KPA art. 232 § 2): it is not the coordinator's.
        ownerId: kind === 'complaint' ? null : file.coordinatorId,
      });
      await insertRequest(tx, centreId, {
        id: requestId,
        caseId: file.id,
        personId: personId ?? '',
        kind,
        words: said,
        until,
        madeBy: accountId,
        madeAt: moment.now,
        dueOn: clock.dueOn,
      });
      return { caseId: file.id, requestId, dueOn: clock.dueOn };
    },
    audit: ({ file, requestId, until }) => ({
      personId: file.personId,
      caseId: file.id,
      what: { request: requestId, kind, ...(until ? { until } : {}) },
    }),
  });

/** A change of the plan is asked for by the person; the coordinator agrees it and the director approves (art. 41(2)). */
export const askForChange = ask(
  'casework.ask-for-change',
  'change',
  'A resident asks for a change of the plan in their own case',
);

/** A complaint of KPA part VIII: answered within a month. */
export const complain = ask('casework.complain', 'complaint', 'A resident complains in their own case');

/** A resignation of art. 44: fees are due to its day; the coordinator settles it with plans.resign, or casework.resign. */
export const announceResignation = ask(
  'casework.announce-resignation',
  'resignation',
  'A resident resigns from the services of their own case, from a day on',
);
