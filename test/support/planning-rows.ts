import { runningConsultation } from '../../src/modules/diagnosis/diagnosis.fixture.ts';
import { runningSurvey } from '../../src/modules/survey/survey.fixture.ts';
import { commands } from '../../src/app/modules.ts';
import type { Role } from '../../src/platform/actor.ts';
import { newId } from '../../src/platform/ids.ts';
import { idsOf, type Ids } from './attack.ts';
import type { House, TestCentre } from './centre.ts';
import { validInput } from './valid-input.ts';

/** What is no person's record: one row of every register, as far as one command makes it. */
const made: readonly { by: Role; command: string; given: Readonly<Record<string, unknown>> }[] = [
  { by: 'director', command: 'lpdi.create', given: { fromYear: '2027', toYear: '2029' } },
  { by: 'service_organiser', command: 'resources.add', given: { place: '3006023', serviceId: undefined } },
  { by: 'service_organiser', command: 'needs.record-finding', given: { serviceKind: undefined } },
  { by: 'service_organiser', command: 'directory.add-lay-word', given: { meaning: undefined } },
  { by: 'clerk', command: 'directory.issue-link', given: { way: 'screen' } },
];

/** Arranges a row of every register of a centre that is about no person; ids by the names that inputs ask for. */
export async function planningRows(
  house: House,
  centre: TestCentre,
  nowhere: string,
): Promise<{ ids: Ids; lpdiId: string }> {
  const { surveyId, slug } = await runningSurvey(house, `Ankieta ${centre.slug}`, { centre });
  await runningConsultation(house, `Diagnoza ${centre.slug}`, centre);
  const found = await idsOf(house.owner, centre.id, nowhere);
  const results: Record<string, string> = {};
  for (const { by, command: name, given } of made) {
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(`no ${name}`);
    const input = { ...(validInput(command.input, found) as object), ...given };
    const outcome = await house.runner.run(command, centre.as(by), input);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.problem)}`);
    Object.assign(results, outcome.value);
  }
  const importId = newId();
  const account = centre.as('service_organiser').accountId;
  await house.owner.query(
    `insert into exchange_import (centre_id, id, account_id, file_name, source_system, content, preview) values ($1, $2, $3, 'a.json', 'test', '{}', '{"added":0,"changed":0,"unchanged":0,"refused":0,"noted":0,"items":[],"faults":[]}')`,
    [centre.id, importId, account],
  );
  await house.owner.query(
    `insert into resource_import (centre_id, id, account_id, register, file_name, rows, counts) values ($1, $2, $3, 'test', 'a.csv', '[]', '{}')`,
    [centre.id, importId, account],
  );
  const exportId = newId();
  await house.owner.query(
    `insert into centre_export (centre_id, id, asked_at, began_at, ended_at, row_count, bytes, sha256, expires_at) values ($1, $2, now(), now(), now(), 1, 1, 'x', '2099-12-31')`,
    [centre.id, exportId],
  );
  const { planId, state: _state, ...ids } = results;
  return { lpdiId: planId ?? nowhere, ids: { ...found, ...ids, surveyId, slug, importId, exportId } };
}
