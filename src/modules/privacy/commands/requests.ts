import { z } from 'zod';
import { basis, cite } from '../../../law/index.ts';
import { choice, date, id, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findRequest, findSubject, insertRequest, updateRequest } from '../db/requests.ts';
import { takesRequests, decides, watches } from '../domain/policy.ts';
import { answerBy, answers, askers, channels, requestKinds } from '../domain/request.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;
const clock = { basis: cite(basis('rodo', '12 ust. 3', 'recalled')) };

/** Takes down what a person asks about their data; the clock of one month starts with the receipt. */
export const takeRequest = command({
  name: 'privacy.take-request',
  summary: 'Take down a request of a person about their data; the month of art. 12(3) GDPR starts',
  input: z.object({
    personId: id(),
    kind: choice(requestKinds),
    askedBy: choice(askers),
    identifiedBy: text(200),
    channel: choice(channels),
    words: optionalText(2000),
    receivedOn: date(),
  }),
  result: z.object({ requestId: z.string(), dueOn: z.string() }),
  basis: 'art. 12 ust. 3, art. 15–21 RODO',
  load: (tx, { personId }, { actor }) => findSubject(tx, actor.centreId, personId),
  allow: takesRequests,
  decide(subject, input, { today }) {
    if (subject.erased) return refuse('privacy.erased', words.erased);
    if (input.receivedOn > today) return refuse('privacy.later', words.later, { field: 'receivedOn' });
    return { ...input, words: input.words ?? null, id: newId(), dueOn: answerBy(input.receivedOn).value };
  },
  async save(tx, request, { actor }) {
    await insertRequest(tx, actor.centreId, { ...request, madeBy: actor.accountId });
    return { requestId: request.id, dueOn: request.dueOn };
  },
  audit: ({ personId, kind, id: requestId }) => ({ personId, what: { requestId, kind } }),
});

/** Prolongs the answer by two months, with the reason that the person is told within the first. */
export const extendRequest = command({
  name: 'privacy.extend-request',
  summary: 'Prolong the time to answer by two months and say why (art. 12(3) GDPR)',
  input: z.object({ requestId: id(), why: text(500) }),
  result: z.object({ requestId: z.string(), dueOn: z.string() }),
  basis: 'art. 12 ust. 3 RODO',
  load: (tx, { requestId }, { actor }) => findRequest(tx, actor.centreId, requestId, true),
  allow: watches,
  decide(request, { why }, { today }) {
    if (request.state !== 'open') return refuse('privacy.answered', words.answered);
    if (request.extendedWhy !== null) return refuse('privacy.extended', words.extended, clock);
    if (today > request.dueOn) return refuse('privacy.too-late', words.tooLate, clock);
    return { request, why, dueOn: answerBy(request.receivedOn, true).value };
  },
  async save(tx, { request, why, dueOn }, { actor }) {
    await updateRequest(tx, actor.centreId, request.id, { due_on: dueOn, extended_why: why });
    return { requestId: request.id, dueOn };
  },
  audit: ({ request, dueOn }) => ({
    personId: request.personId,
    what: { requestId: request.id, dueOn, fields: ['why'] },
  }),
});

/** Closes a request: with what was done, or refused with the reason and the way to complain. */
export const answerRequest = command({
  name: 'privacy.answer-request',
  summary: 'Close a request about data: done, refused with a reason, or withdrawn by the person',
  input: z.object({ requestId: id(), state: choice(answers), answer: text(2000) }),
  result: z.object({ requestId: z.string() }),
  basis: 'art. 12 ust. 3 i 4 RODO',
  load: (tx, { requestId }, { actor }) => findRequest(tx, actor.centreId, requestId, true),
  allow: decides,
  decide: (request, { state, answer }) =>
    request.state === 'open' ? { request, state, answer } : refuse('privacy.answered', words.answered),
  async save(tx, { request, state, answer }, { actor, today }) {
    await updateRequest(tx, actor.centreId, request.id, {
      state,
      answer,
      answered_on: today,
      answered_by: actor.accountId,
    });
    return { requestId: request.id };
  },
  audit: ({ request, state }) => ({
    personId: request.personId,
    what: { requestId: request.id, kind: request.kind, before: 'open', after: state },
  }),
});
