import { z } from 'zod';
import { choice, optionalId, optionalInteger, optionalText, text } from '../../../platform/fields.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { type Refusal, refuse } from '../../../platform/runner/outcome.ts';
import { conditionsInput, conditionsOf } from '../domain/conditions.ts';
import { trackKeys } from '../domain/service.ts';
import type { ServiceFacts } from '../db/services.ts';
import { pl } from '../pl.ts';

const webAddress = optionalText(500).refine(
  (value) => value === undefined || /^https?:\/\/\S+$/.test(value),
  pl.refusals.address,
);
const mail = optionalText(200).refine(
  (value) => value === undefined || /^\S+@\S+\.\S+$/.test(value),
  pl.refusals.email,
);
const phones = optionalText(100).refine(
  (value) => value === undefined || /^[+\d][\d\s\-(),;w.]{6,}$/.test(value),
  pl.refusals.phone,
);

/** The card as a form sends it. Blank stays unknown. */
export const serviceInput = z.object({
  name: text(200),
  description: optionalText(4000),
  area: optionalInteger(1, 14),
  track: choice(trackKeys),
  handledBy: optionalText(300),
  gmina: optionalText(7),
  organizationId: optionalId(),
  performerWords: optionalText(300),
  recipients: optionalText(2000),
  conditions: optionalText(2000),
  fee: optionalText(1000),
  hours: optionalText(500),
  place: optionalText(500),
  contactName: optionalText(200),
  phone: phones,
  email: mail,
  maxMonths: optionalInteger(1, 120),
  match: conditionsInput,
  source: webAddress,
  note: optionalText(2000),
});

export type ServiceInput = z.infer<typeof serviceInput>;

/** What a written card is judged against. */
export interface Surroundings {
  gminas: readonly { teryt: string; name: string }[];
  organizations: readonly { id: string }[];
}

/** The facts of a card, or why they cannot be kept. A unit of the gmina writes for its own organization. */
export function factsOf(
  input: ServiceInput,
  { gminas, organizations }: Surroundings,
  moment: Moment,
): ServiceFacts | Refusal {
  const organizationId = input.organizationId ?? moment.actor.organizationId ?? null;
  if (input.gmina !== undefined && !gminas.some((one) => one.teryt === input.gmina))
    return refuse('directory.foreign-gmina', pl.refusals.foreignGmina, { field: 'gmina' });
  if (organizationId !== null && !organizations.some((one) => one.id === organizationId))
    return refuse('directory.unknown-organization', pl.refusals.unknownOrganization, {
      field: 'organizationId',
    });
  const residence = input.gmina === undefined ? gminas : gminas.filter((one) => one.teryt === input.gmina);
  return {
    name: input.name,
    description: input.description ?? null,
    area: input.area ?? null,
    track: input.track,
    handledBy: input.handledBy ?? null,
    gmina: input.gmina ?? null,
    organizationId,
    performerWords: input.performerWords ?? null,
    recipients: input.recipients ?? null,
    conditions: input.conditions ?? null,
    fee: input.fee ?? null,
    hours: input.hours ?? null,
    place: input.place ?? null,
    contactName: input.contactName ?? null,
    phone: input.phone ?? null,
    email: input.email ?? null,
    maxMonths: input.maxMonths ?? null,
    match: conditionsOf(input.match, residence),
    source: input.source ?? null,
    note: input.note ?? null,
  };
}
