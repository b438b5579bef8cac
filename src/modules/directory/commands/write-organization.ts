import { z } from 'zod';
import { checkNip, checkRegon, cite } from '../../../law/index.ts';
import { choice, optionalId, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { findOrganization, gminasOn, putOrganization } from '../db/organizations.ts';
import { performerTypes } from '../domain/codes.ts';
import { serviceSteps } from '../domain/lifecycle.ts';
import { directoryBasis } from '../domain/service.ts';
import { pl } from '../pl.ts';
import { mail, phones, webAddress } from './service-input.ts';

const digits = (valid: (digits: string) => boolean, message: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(/[\s-]/g, '') : value),
    optionalText(14).refine((value) => value === undefined || valid(value), message),
  );

/** Adds an organization to the directory, or corrects what is known of it. */
export const writeOrganization = command({
  name: 'directory.write-organization',
  summary: 'Write down an organization that performs services or feeds the directory',
  input: z.object({
    organizationId: optionalId(),
    name: text(200),
    description: optionalText(2000),
    performerType: z.preprocess(
      (value) => (value === '' ? undefined : value),
      choice(performerTypes).optional(),
    ),
    teryt: optionalText(7),
    address: optionalText(300),
    phone: phones,
    email: mail,
    web: webAddress,
    nip: digits((value) => checkNip(value).ok, pl.refusals.nip),
    regon: digits((value) => checkRegon(value).ok, pl.refusals.regon),
    krs: digits((value) => /^\d{10}$/.test(value), pl.refusals.krs),
  }),
  result: z.object({ organizationId: z.string() }),
  basis: cite(directoryBasis),
  async load(tx, input, moment) {
    const { centreId } = moment.actor;
    const [gminas, before] = await Promise.all([
      gminasOn(tx, centreId, moment.today),
      input.organizationId ? findOrganization(tx, centreId, input.organizationId) : null,
    ]);
    if (before === undefined) return undefined;
    return { gminas, before, ownerId: before?.id ?? null, ...(before ? { version: before.version } : {}) };
  },
  allow: serviceSteps['ask-owner'].by,
  decide({ gminas, before }, input) {
    if (input.teryt !== undefined && !gminas.some((one) => one.teryt === input.teryt))
      return refuse('directory.foreign-gmina', pl.refusals.foreignGmina, { field: 'teryt' });
    return {
      id: before?.id ?? newId(),
      name: input.name,
      description: input.description ?? null,
      performerType: input.performerType ?? null,
      teryt: input.teryt ?? null,
      address: input.address ?? null,
      phone: input.phone ?? null,
      email: input.email ?? null,
      web: input.web ?? null,
      nip: input.nip ?? null,
      regon: input.regon ?? null,
      krs: input.krs ?? null,
      source: before?.source ?? null,
      version: 1,
    };
  },
  async save(tx, change, moment) {
    await putOrganization(tx, moment.actor.centreId, change);
    return { organizationId: change.id };
  },
  audit: ({ version: _version, ...after }) => ({ what: { organizationId: after.id, after } }),
});
