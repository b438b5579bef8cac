import { z } from 'zod';
import { choice, date, id, list, optionalText, text } from '../../../platform/fields.ts';
import { newId } from '../../../platform/ids.ts';
import { command } from '../../../platform/runner/command.ts';
import { refuse } from '../../../platform/runner/outcome.ts';
import { closeInspector, openInspector, shownOnce, withoutSecrets } from '../../access/index.ts';
import { findInspection, insertInspection, saveEnd } from '../db/inspections.ts';
import { accountsLeftOpen, insertInspector, listInspectors } from '../db/inspectors.ts';
import { authorities, kinds, openingFault, orders, stateOf } from '../domain/inspection.ts';
import { pl } from '../pl.ts';

const words = pl.refusals;
const over = refuse('inspections.over', words.over);

/** Opens an inspection: who ordered it, on what, what it covers and until when. It has no files and no inspectors yet. */
export const openInspection = command({
  name: 'inspections.open',
  summary: 'Open an inspection: who ordered it, on what ground, its scope and its days',
  basis: 'art. 22 i art. 50 ust. 2 i 3 ustawy o CUS; upoważnienie kontrolującego',
  fresh: true,
  input: z.object({
    authority: choice(authorities),
    authorityName: text(200),
    ground: text(500),
    authorisation: text(200),
    periodFrom: date(),
    periodTo: date(),
    kinds: list(choice(kinds)).pipe(z.array(z.enum(kinds)).min(1, pl.fields.kinds)),
    validFrom: date(),
    validTo: date(),
  }),
  result: z.object({ inspectionId: z.string() }),
  load: () => Promise.resolve({}),
  allow: orders,
  decide: (_target, input, { today }) =>
    openingFault(input, input, today) ?? { ...input, kinds: [...new Set(input.kinds)], id: newId() },
  async save(tx, inspection, { actor, now }) {
    await insertInspection(tx, actor.centreId, inspection, { accountId: actor.accountId, at: now });
    return { inspectionId: inspection.id };
  },
  audit: ({ id: inspectionId, authority, authorisation, ...inspection }) => ({
    what: {
      inspectionId,
      authority,
      authorisation,
      scope: { from: inspection.periodFrom, to: inspection.periodTo, kinds: inspection.kinds },
      days: [inspection.validFrom, inspection.validTo],
    },
  }),
});

/** Gives an inspector an account that lives as long as the inspection. Its one-time password is shown once. */
export const admitInspector = command({
  name: 'inspections.admit',
  summary: 'Open an account for an inspector, within the days of the inspection',
  basis: 'art. 22 i art. 50 ust. 2 ustawy o CUS; § 19 rozporządzenia w sprawie KRI',
  fresh: true,
  input: z.object({ inspectionId: id(), name: text(200), position: text(200), document: optionalText(200) }),
  result: shownOnce,
  load: (tx, { inspectionId }, { actor }) => findInspection(tx, actor.centreId, inspectionId, true),
  allow: orders,
  decide(inspection, { name, position, document }, { today }) {
    if (stateOf(inspection, today) === 'ended') return over;
    const { validFrom, validTo } = inspection;
    const inspector = { login: `kontrola-${newId().slice(-8)}`, name, position, validFrom, validTo };
    return { inspection, inspector, document: document ?? null };
  },
  async save(tx, { inspection, inspector, document }, { actor }) {
    const { centreId } = actor;
    const { accountId, password } = await openInspector(tx, centreId, inspector);
    await insertInspector(tx, centreId, { accountId, inspectionId: inspection.id, document });
    return { accountId, login: inspector.login, name: inspector.name, password, totpSecret: null };
  },
  receipt: withoutSecrets,
  audit: ({ inspection, inspector }, { accountId }) => ({
    what: { inspectionId: inspection.id, accountId, login: inspector.login },
  }),
});

/** Ends an inspection before its last day: its accounts are closed and their sessions end at once. */
export const endInspection = command({
  name: 'inspections.end',
  summary: 'End an inspection before its last day and close its accounts at once',
  basis: 'art. 50 ust. 2 ustawy o CUS; § 19 rozporządzenia w sprawie KRI',
  input: z.object({ inspectionId: id(), why: text(300) }),
  result: z.object({ inspectionId: z.string(), closed: z.number() }),
  async load(tx, { inspectionId }, { actor }) {
    const inspection = await findInspection(tx, actor.centreId, inspectionId, true);
    return inspection && { inspection, inspectors: await listInspectors(tx, actor.centreId, inspectionId) };
  },
  allow: orders,
  decide: ({ inspection, inspectors }, { why }, { today }) =>
    stateOf(inspection, today) === 'ended'
      ? over
      : { inspection, why, accounts: inspectors.filter(({ active }) => active).map((one) => one.accountId) },
  async save(tx, { inspection, why, accounts }, { actor, now }) {
    const { centreId, accountId } = actor;
    await saveEnd(tx, centreId, inspection.id, why, { accountId, at: now });
    await Promise.all(accounts.map((one) => closeInspector(tx, centreId, one)));
    return { inspectionId: inspection.id, closed: accounts.length };
  },
  audit: ({ inspection, accounts }) => ({
    what: { inspectionId: inspection.id, after: 'ended', accounts },
  }),
});

/** Closes accounts whose inspection is over. They open nothing since the last day; closed, they are not there either. */
export const closeDue = command({
  name: 'inspections.close-due',
  summary: 'Close the accounts of inspections that are over',
  basis: '§ 19 rozporządzenia w sprawie KRI',
  input: z.object({}),
  result: z.object({ closed: z.number() }),
  load: (tx, _input, { actor, today }) => accountsLeftOpen(tx, actor.centreId, today),
  allow: { system: () => true },
  decide: (accounts) => ({ accounts }),
  async save(tx, { accounts }, { actor }) {
    await Promise.all(accounts.map((one) => closeInspector(tx, actor.centreId, one)));
    return { closed: accounts.length };
  },
  audit: ({ accounts }) => ({ what: { accounts } }),
});
