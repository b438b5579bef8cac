import { describe, expect, it } from 'vitest';
import { gminas, testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { privacy } from '../../privacy/index.ts';
import { informationClause } from '../pl-information.ts';

const house = testHouse();
const publishClause = privacy.commands.find(({ name }) => name === 'privacy.publish-clause');
const { get, post } = testWeb(house);
const programs = informationClause.paragraphs('')[1] ?? '';

const shown = async (): Promise<{ clause: string; how: string }[]> =>
  (
    await house.owner.query<{ clause: string; how: string }>(
      'select clause, how from information_shown where centre_id = $1 order by id',
      [house.centre.id],
    )
  ).rows;

async function send(path: 'zglos' | 'oddzwonimy'): Promise<void> {
  const page = await get(`/jarocin/${path}`);
  const action = /action="([^"]*klucz=[^"]*)"/.exec(page.body)?.[1] ?? '';
  const typed = {
    ...fieldsOfForm(page.body, action),
    gmina: gminas.town,
    'reporter.role': 'self',
    'reporter.phone': '600 700 800',
    'needs.0.words': 'Nie mogę sama wejść po schodach.',
  };
  expect((await post(action, typed)).statusCode).toBe(303);
}

describe('the information on personal data in a report and in a call asked for (art. 13 GDPR)', () => {
  it('is the program’s until the centre has words of its own; what was shown is written down', async () => {
    for (const path of ['zglos', 'oddzwonimy'] as const) {
      expect((await get(`/jarocin/${path}`)).body).toContain(programs);
      await send(path);
    }
    expect(await shown()).toEqual([
      { clause: informationClause.version, how: 'web' },
      { clause: informationClause.version, how: 'callback' },
    ]);
  });

  it('is then the centre’s, in the language of the page', async () => {
    if (!publishClause) throw new Error('no such command');
    const words = { pl: 'Nasza klauzula.', uk: 'Наше застереження.', en: 'Our own clause.' };
    const input = { kind: 'application', ...words, validFrom: '2026-11-16' };
    const published = await house.runner.run(publishClause, house.centre.as('auditor'), input);
    expect(published.ok).toBe(true);
    for (const path of ['zglos', 'oddzwonimy'] as const) {
      for (const [home, text] of [
        ['/jarocin', words.pl],
        ['/uk/jarocin', words.uk],
        ['/en/jarocin', words.en],
      ] as const) {
        const { body } = await get(`${home}/${path}`);
        expect([home, path, body.includes(text), body.includes(programs)]).toEqual([home, path, true, false]);
      }
      await send(path);
    }
    expect((await shown()).slice(2)).toEqual([
      { clause: 'application 1', how: 'web' },
      { clause: 'application 1', how: 'callback' },
    ]);
  });
});
