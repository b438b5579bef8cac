import { createHash } from 'node:crypto';
import type { OfferFee } from '../../modules/programmes/index.ts';
import type { Pool } from '../../platform/database/pool.ts';
import { type Db, inTransaction } from '../../platform/database/tenant.ts';
import { insertAll } from './db/insert.ts';
import { jsonColumn, loadedSoFar } from './db/reference.ts';
import { conditionsFor, itemsOf } from './reference-items.ts';
import { conditionsOf, placesOf } from './reference-conditions.ts';
import {
  agesOf,
  feeOf,
  groupsOf,
  middleOf,
  reachOf,
  recipientTypeOf,
  schedulesOf,
  translationsOf,
} from './reference-cards.ts';
import { pl } from './reference-pl.ts';
import {
  centres,
  gminas,
  programmes,
  type ReferenceCentre,
  type ReferenceProgramme,
  type ReferenceService,
  services,
} from './reference.ts';
import { demonstrationStatement } from './statement.ts';

/** The same identifier for the same thing on every machine (a UUID of version 8, from its name). */
export function idOf(...names: string[]): string {
  const hash = createHash('sha256').update(names.join('/')).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

const fullDay = (value: string | null | undefined): string | null =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;

/** The first day that a partly known date can mean. */
const firstDay = (value: string | null): string => `${value ?? '2026'}-01-01`.slice(0, 10);

const servicesOf = (centre: ReferenceCentre): ReferenceService[] =>
  services.filter((service) => service.gminas.some((gmina) => centre.gminas.includes(gmina)));

const isSeveral = (name: string): boolean => /, (?!Oddział)/.test(name);

/** The organization a service names; the centre itself by its short name. Several at once, or a mere role, is none. */
function organizationOf(
  centre: ReferenceCentre,
  { provider }: ReferenceService,
): { name: string; kind: string } | undefined {
  if (!provider?.name || provider.kind === null || isSeveral(provider.name)) return undefined;
  return provider.name === centre.shortName
    ? { name: centre.name, kind: 'gmina_unit' }
    : { name: provider.name, kind: provider.kind };
}

const organizationId = (centre: ReferenceCentre, name: string): string =>
  idOf('organization', centre.id, name);

function organizationRows(centre: ReferenceCentre) {
  const named = new Map<string, { kind: string; source: string }>([
    [centre.name, { kind: 'gmina_unit', source: centre.source }],
  ]);
  for (const service of servicesOf(centre)) {
    const organization = organizationOf(centre, service);
    if (organization && !named.has(organization.name))
      named.set(organization.name, { kind: organization.kind, source: service.source });
  }
  return [...named].map(([name, { kind, source }]) => ({
    centre_id: idOf('centre', centre.id),
    id: organizationId(centre, name),
    name,
    performer_type: kind,
    teryt: centre.seat,
    source,
    version: 1,
  }));
}

function serviceRow(centre: ReferenceCentre, service: ReferenceService) {
  const { provider, contact } = service;
  const organization = organizationOf(centre, service);
  const phones = contact?.phones.join(', ');
  const ages = agesOf(service);
  const fee = feeOf(service);
  const notes = [
    service.status === 'planned' ? pl.planned : null,
    service.limitPerMonth ? pl.perMonth(service.limitPerMonth) : null,
    service.notes,
  ];
  return {
    centre_id: idOf('centre', centre.id),
    id: idOf('service', service.id),
    gminas: service.gminas.length < centre.gminas.length ? service.gminas : [],
    organization_id: organization ? organizationId(centre, organization.name) : null,
    performer_words: organization ? null : (provider?.name ?? provider?.note ?? null),
    name: service.name,
    description: service.description,
    area: service.area,
    track: service.track,
    track_assumed: service.trackConfidence === 'assumed',
    recipient_type: recipientTypeOf(service),
    recipient_groups: groupsOf(service),
    age_from: ages.from,
    age_to: ages.to,
    reach: reachOf(service),
    recipients: service.recipients,
    conditions: service.conditions,
    fee_kind: fee.kind,
    fee_grosze: fee.grosze,
    fee_unit: fee.unit,
    fee: service.fee?.text ?? null,
    hours: service.hours,
    schedules: jsonColumn(schedulesOf(service, (part) => idOf('schedule', service.id, part))),
    place: contact?.address ?? null,
    contact_name: contact?.name ?? null,
    phone: phones || null,
    email: contact?.email ?? null,
    max_months: service.maxMonths,
    match: jsonColumn(conditionsOf(service.match, placesOf(service.gminas))),
    capacity_status: 'unknown',
    languages: [],
    documents: [],
    apply_channels: [],
    translations: jsonColumn(translationsOf(service)),
    foreign_facts: jsonColumn({}),
    state: service.status === 'planned' ? 'draft' : 'published',
    source: service.source,
    source_as_of: service.asOf,
    note: notes.filter(Boolean).join(' ') || null,
    version: 1,
  };
}

/** Addresses that sources give, each once, and which services are there. The coordinates are the gmina's middle. */
async function loadPlaces(tx: Db, centre: ReferenceCentre): Promise<void> {
  const centreId = idOf('centre', centre.id);
  const placed = servicesOf(centre).flatMap((service) => {
    const street = service.contact?.address;
    const [teryt] = service.gminas;
    if (!teryt) return [];
    const seat = placesOf([teryt])[0]?.name ?? null;
    const named = (service.places ?? []).map((city, position) => ({
      service,
      position,
      street: null,
      city,
      teryt,
      // Of a locality only its name is known: the gmina's middle would put five places on one spot.
      middle: undefined,
      id: idOf('location', centre.id, teryt, city),
    }));
    return street
      ? [
          {
            service,
            position: named.length,
            street,
            city: seat,
            teryt,
            middle: middleOf(teryt),
            id: idOf('location', centre.id, teryt, street),
          },
          ...named,
        ]
      : named;
  });
  const once = [...new Map(placed.map((one) => [one.id, one])).values()];
  await insertAll(
    tx,
    'location',
    once.map(({ id, street, city, teryt, middle }) => ({
      centre_id: centreId,
      id,
      street,
      city,
      teryt,
      kind: 'physical',
      latitude: middle?.latitude ?? null,
      longitude: middle?.longitude ?? null,
      approximate: middle !== undefined,
      foreign_facts: jsonColumn({}),
      version: 1,
    })),
  );
  await insertAll(
    tx,
    'service_location',
    placed.map(({ service, id, position }) => ({
      centre_id: centreId,
      id: idOf('service_location', service.id, id),
      service_id: idOf('service', service.id),
      location_id: id,
      position,
      foreign_facts: jsonColumn({}),
    })),
  );
}

const stateOf = { in_force: 'in_force', ended: 'ended', unknown: 'draft' } as const;

/** How a programme charges for a service: its own line, else free where the programme speaks of fees at all. */
function offerFeeOf({ items, relation }: ReferenceProgramme, service: string): OfferFee | null {
  if (items.fees === null) return null;
  const line = items.fees.lines.find((one) => one.service === service);
  if (!line) return relation === 'demonstration' ? { kind: 'free' } : null;
  const reliefs = (items.fees.reliefs ?? []).map((one) => ({
    id: one.code,
    words: one.text,
    share: one.percent * 100,
  }));
  return { kind: 'perUnit', unitPriceGrosze: line.grosze, reliefs };
}

function offerRow(
  programme: ReferenceProgramme,
  gmina: string,
  versionId: string,
  centreId: string,
  service: ReferenceService,
) {
  const limit = programme.items.people?.limits.find((one) => one.service === service.id);
  const own = conditionsFor(programme, service.id, gmina);
  // A programme that says nothing of a service offers it as it is described; residence stands among its common conditions.
  const described = conditionsOf(service.match, []).filter((one) => one.kind !== 'residence');
  const conditions = own.length > 0 ? own : programme.items.qualification === null ? [] : described;
  const fee = offerFeeOf(programme, service.id);
  return {
    centre_id: centreId,
    id: idOf('offer', programme.id, gmina, service.id),
    programme_version_id: versionId,
    service_id: idOf('service', service.id),
    limit_people: limit?.people ?? null,
    limit_grosze: limit?.budgetGrosze ?? null,
    unit: limit?.unit ?? 'item',
    unit_price_grosze: limit?.unitPriceGrosze ?? null,
    max_months: service.maxMonths,
    conditions: jsonColumn(conditions),
    fee: fee && jsonColumn(fee),
    fee_note: programme.items.fees?.text ?? null,
    used_people: 0,
    used_grosze: 0,
    version: 1,
  };
}

/** A programme of a gmina, with its one version and its offers. Rules taken over by a centre of two gminas stand once in each. */
async function loadProgramme(
  tx: Db,
  centre: ReferenceCentre,
  programme: ReferenceProgramme,
  gmina: string,
): Promise<void> {
  const centreId = idOf('centre', centre.id);
  const id = idOf('programme', programme.id, gmina);
  const versionId = idOf('version', programme.id, gmina, '1');
  const state = stateOf[programme.status];
  const { period } = programme.items;
  const names = new Map(services.map((service) => [service.id, service.name]));
  await insertAll(tx, 'programme', [
    {
      centre_id: centreId,
      id,
      gmina,
      name: programme.title,
      source: programme.source.join('\n'),
      note: programme.note,
      version: 1,
    },
  ]);
  await insertAll(tx, 'programme_version', [
    {
      centre_id: centreId,
      id: versionId,
      programme_id: id,
      number: 1,
      state,
      items: jsonColumn(itemsOf(programme, gmina, names)),
      valid_from: fullDay(period?.from),
      valid_to: fullDay(period?.to),
      resolution_number: programme.resolution?.number ?? null,
      resolution_date: programme.resolution?.date ?? null,
      ended_on: state === 'ended' ? fullDay(period?.to) : null,
      version: 1,
    },
  ]);
  const offered = services.filter((service) => programme.items.services?.ids.includes(service.id));
  await insertAll(
    tx,
    'programme_service',
    offered.map((service) => offerRow(programme, gmina, versionId, centreId, service)),
  );
}

function centreRow(centre: ReferenceCentre) {
  const [seat] = placesOf([centre.seat]);
  return {
    id: idOf('centre', centre.id),
    slug: centre.id,
    name: centre.name,
    legal_form: centre.kind,
    place: seat?.name ?? centre.name,
    letterhead: jsonColumn({
      addressLines: centre.address ? [centre.address, seat?.name ?? ''] : [],
      phone: centre.phone,
      email: centre.email,
      web: centre.website,
      bankAccount: null,
    }),
    filing: jsonColumn({
      cell: centre.caseSign,
      classes: { case: '5020', plan: '5021', decision: '5022' },
    }),
    settings: jsonColumn({}),
    demonstration: true,
  };
}

async function loadCentre(tx: Db, centre: ReferenceCentre): Promise<void> {
  const centreId = idOf('centre', centre.id);
  await insertAll(tx, 'centre', [centreRow(centre)]);
  await insertAll(tx, 'accessibility_statement', [
    { centre_id: centreId, content: jsonColumn(demonstrationStatement(centre.id)) },
  ]);
  await insertAll(
    tx,
    'centre_gmina',
    centre.gminas.map((teryt) => ({
      centre_id: centreId,
      teryt,
      agreement: centre.kind === 'B' ? pl.agreement : null,
      valid_from: firstDay(centre.createdOn),
    })),
  );
  await insertAll(tx, 'organization', organizationRows(centre));
  await insertAll(
    tx,
    'service',
    servicesOf(centre).map((service) => serviceRow(centre, service)),
  );
  await loadPlaces(tx, centre);
  for (const programme of programmes.filter((one) => one.centre === centre.id))
    for (const gmina of programme.gminas) await loadProgramme(tx, centre, programme, gmina);
}

/**
 * Loads gminas, centres, organizations, services and programmes of `data/`. What is there already stays as it is: a
 * centre is loaded whole, in one transaction, or not at all. Gives the slugs of the centres that were added.
 */
export async function loadReference(owner: Pool): Promise<string[]> {
  const there = await loadedSoFar(owner);
  const added: string[] = [];
  for (const centre of centres) {
    if (there.centres.has(centre.id)) continue;
    await inTransaction(owner, idOf('centre', centre.id), async (tx) => {
      if (added.length === 0)
        await insertAll(
          tx,
          'gmina',
          gminas
            .filter((gmina) => !there.gminas.has(gmina.teryt))
            .map(({ teryt, name, kind, powiat, voivodeship }) => ({
              teryt,
              name,
              kind,
              powiat,
              voivodeship,
            })),
        );
      await loadCentre(tx, centre);
    });
    added.push(centre.id);
  }
  return added;
}
