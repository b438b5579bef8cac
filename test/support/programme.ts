import { beforeAll } from 'vitest';
import { type ProgrammeItemId, programmeItems } from '../../src/law/index.ts';
import { end } from '../../src/modules/programmes/commands/end.ts';
import { offerService } from '../../src/modules/programmes/commands/offer-service.ts';
import { putInForce } from '../../src/modules/programmes/commands/put-in-force.ts';
import { recordAdoption } from '../../src/modules/programmes/commands/record-adoption.ts';
import { start } from '../../src/modules/programmes/commands/start.ts';
import { submitAsDraftResolution } from '../../src/modules/programmes/commands/submit-as-draft-resolution.ts';
import { writeItem } from '../../src/modules/programmes/commands/write-item.ts';
import { viewProgramme } from '../../src/modules/programmes/queries/view-programme.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import type { Outcome } from '../../src/platform/runner/outcome.ts';
import { gminas, type House } from './centre.ts';

/** What the form of each item sends when it is filled in. */
export const filledItems: Record<ProgrammeItemId, unknown> = {
  nameAndGoal: { name: 'Bliżej domu', goal: 'Ludzie mieszkają u siebie.' },
  period: { from: '1.01.2027', to: '31.12.2029' },
  needs: { text: 'Diagnoza, rozdział 3.' },
  recipients: {
    text: 'Osoby starsze',
    groups: [
      { group: 'seniorzy', people: '40' },
      { group: '', people: '' },
    ],
  },
  services: { others: '' },
  qualification: { procedure: 'Kolejność wniosków.', conditions: { all: { resident: 'tak' } } },
  fees: { charged: 'nie', text: 'Usługi są bezpłatne.', reliefs: [{ words: '', percent: '' }] },
  evidence: { rows: [{ criterion: 'zamieszkanie', documents: 'oświadczenie' }] },
  personalData: { fields: ['pesel', 'lives_alone'] },
  organisation: { stages: [{ name: 'Nabór', from: '2027-01-01', to: '2027-12-31' }] },
  monitoring: {
    text: 'Raz w roku.',
    indicators: [{ name: 'Osoby', target: '40', source: 'rejestr', frequency: 'co rok' }],
  },
  budget: { funding: 'budżet gminy', lines: [{ words: 'Teleopieka', grosze: '26400,00' }] },
};

/** Where a version is. */
export interface Place {
  programmeId: string;
  number: number;
  versionId: string;
}

/** What a command on a version gave; a problem fails the test with its code. */
export const place = (outcome: Outcome<Place>): Place => {
  if (!outcome.ok) throw new Error(`${outcome.problem.code}: ${JSON.stringify(outcome.problem.fields)}`);
  return outcome.value;
};

/** Terms on which the test's service is offered, as the form sends them. */
export const offered = {
  limitPeople: '2',
  limitGrosze: '1000,00',
  unit: 'month',
  unitPriceGrosze: '55,00',
  conditions: { all: { ageFrom: '60' } },
};

/** Addresses of the two pages of public information. */
export const pages = {
  bipOffice: 'https://bip.gmina.example/program',
  bipCentre: 'https://bip.cus.example/program',
};

/** What the form of coming into force sends. */
export const force = { validFrom: '2026-02-01', journalPosition: 'Dz. Urz. 2026 poz. 1', ...pages };

/** Versions of a programme brought through the commands to the state a test begins in, each time a new one. */
export function programmeStage(house: House) {
  const serviceId = newId();
  beforeAll(async () => {
    await house.owner.query(
      `insert into service (centre_id, id, name, track) values ($1, $2, 'Teleopieka', 'programme')`,
      [house.centre.id, serviceId],
    );
  });
  const { runner } = house;
  const director = (): Actor => house.centre.as('director');
  // Written once through the commands; later drafts get the same text, so that a test pays for one step, not for fourteen.
  let written: unknown;

  const started = async (): Promise<Place> =>
    place(await runner.run(start, director(), { name: 'Bliżej domu', gmina: gminas.town }));

  async function filled(): Promise<Place> {
    const draft = await started();
    if (written === undefined) {
      for (const { id } of programmeItems)
        place(
          await runner.run(writeItem, director(), {
            versionId: draft.versionId,
            item: id,
            value: filledItems[id],
          }),
        );
      const rows = await house.owner.query('select items from programme_version where id = $1', [
        draft.versionId,
      ]);
      written = rows.rows[0].items;
    } else
      await house.owner.query('update programme_version set items = $2 where id = $1', [
        draft.versionId,
        JSON.stringify(written),
      ]);
    place(await runner.run(offerService, director(), { versionId: draft.versionId, serviceId, ...offered }));
    return draft;
  }

  const submitted = async (): Promise<Place> =>
    place(await runner.run(submitAsDraftResolution, director(), { versionId: (await filled()).versionId }));

  const adopted = async (): Promise<Place> => {
    const { versionId } = await submitted();
    const resolution = { resolutionNumber: 'X/1/26', resolutionDate: '2026-01-15' };
    return place(await runner.run(recordAdoption, director(), { versionId, ...resolution }));
  };

  const inForce = async (): Promise<Place> =>
    place(await runner.run(putInForce, director(), { versionId: (await adopted()).versionId, ...force }));

  const ended = async (): Promise<Place> =>
    place(
      await runner.run(end, director(), { versionId: (await inForce()).versionId, endedOn: '2026-10-31' }),
    );

  const seen = async ({ programmeId, number }: Place, actor = director()) => {
    const outcome = await runner.ask(viewProgramme, actor, { programmeId, number });
    return outcome.ok ? outcome.value : undefined;
  };

  return { serviceId, director, started, filled, submitted, adopted, inForce, ended, seen };
}

/** The fields that a problem names. */
export const fieldsOf = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : Object.keys(outcome.problem.fields ?? {});
