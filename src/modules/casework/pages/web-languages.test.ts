import type { LightMyRequestResponse } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../../test/support/centre.ts';
import { fieldsOfForm, testWeb } from '../../../../test/support/web.ts';
import { declarationClause } from '../../../law/index.ts';
import { pageFaults } from '../../../ui/index.ts';
import { addProgramme, need, type Programme, rowOf } from '../intake.fixture.ts';

const house = testHouse();
const { get, post } = testWeb(house);
let programme: Programme;

beforeAll(async () => {
  programme = await addProgramme(house, house.centre);
  await house.owner.query(
    `update service set translations = '{"uk": {"name": "Браслет допомоги"}, "en": {"name": "Help wristband"}}' where id = $1`,
    [programme.serviceId],
  );
});

const at = (response: LightMyRequestResponse): string => String(response.headers.location ?? '');
const bare = (address: string): string => address.split('?')[0] ?? '';

/** Through every step of the application under an address, with what each asks for; the pages that were seen. */
async function apply(home: string, who: Record<string, string>) {
  const choose = await get(`${home}/wniosek`);
  const action = /action="([^"]*\/wniosek\?klucz=[^"]*)"/.exec(choose.body)?.[1] ?? '';
  let path = bare(
    at(
      await post(action, {
        ...fieldsOfForm(choose.body, action),
        gmina: '3006023',
        offerId: programme.offerId,
        need,
      }),
    ),
  );
  const typed: Record<string, Record<string, string>> = {
    kto: who,
    osoba: {
      'answers.name': 'Olena Test',
      'answers.residence_address': 'ul. Wodna 3',
      'answers.phone': '600100200',
      'answers.birth_date': '2.03.1948',
    },
    pytania: { 'answers.lives_alone': 'tak' },
  };
  const seen: string[] = [];
  while (!path.endsWith('/wyslij')) {
    const page = await get(path);
    seen.push(page.body);
    const sent = await post(path, {
      ...fieldsOfForm(page.body, path),
      ...typed[path.split('/').at(-1) ?? ''],
    });
    if (sent.statusCode !== 303) return { path, seen, stopped: sent };
    path = bare(at(sent));
  }
  const last = await get(path);
  seen.push(last.body);
  const fields = fieldsOfForm(last.body, path);
  const sent = await post(path, { ...fields, 'declarations.0.made': 'tak', informationGiven: 'tak' });
  return { path, seen, last, sent };
}

describe('an application in another language', () => {
  it('asks in Ukrainian, keeps the language of letters, and takes the declaration in the Polish words of the act', async () => {
    const { seen, last, sent } = await apply('/uk/jarocin', { applicantRole: 'person' });
    for (const body of seen) {
      expect(pageFaults(body)).toEqual([]);
      expect(body).toContain('<html lang="uk"');
    }
    const body = last?.body ?? '';
    for (const words of [
      'Чи людина живе сама',
      'так',
      declarationClause,
      'Я усвідомлюю кримінальну відповідальність за подання неправдивої заяви.',
      'Юридичне значення має польський текст.',
    ])
      expect(body).toContain(words);
    const told = sent ? await get(at(sent)) : undefined;
    expect(told?.body).toContain('Заяву подано');
    expect(told?.body).toContain('16 грудня 2026');
    const caseId = new URLSearchParams(
      at(sent ?? ({ headers: {} } as LightMyRequestResponse)).split('?')[1],
    ).get('sprawa');
    expect(await rowOf(house, caseId ?? '')).toMatchObject({ language: 'uk', state: 'submitted' });
  });

  it.each([
    ['the person', { applicantRole: 'person' }],
    [
      'a representative',
      {
        applicantRole: 'statutory_representative',
        'applicant.name': 'Anna Kłos',
        'applicant.document': 'postanowienie sądu',
      },
    ],
    [
      'a carer',
      {
        applicantRole: 'factual_carer',
        'applicant.name': 'Anna Kłos',
        'applicant.document': 'opieka od 2 lat',
      },
    ],
  ])('may be made by %s (art. 35)', async (_who, typed) => {
    const { sent, last } = await apply('/en/jarocin', typed);
    expect(sent?.statusCode).toBe(303);
    const own = typed.applicantRole === 'person';
    expect(last?.body.replaceAll('\u00a0', ' ')).toContain(
      own ? 'I declare that I meet' : 'I declare that the person this application is for meets',
    );
  });

  it('says in that language what a representative has left out', async () => {
    const { stopped } = await apply('/en/jarocin', { applicantRole: 'factual_carer', 'applicant.name': '' });
    expect(stopped?.statusCode).toBe(409);
    expect(stopped?.body).toContain('Give the name and surname of whoever makes the application.');
  });

  it('calls the service by its name in that language: in the choice, on every step, and in the case that is followed', async () => {
    const { seen, last, sent } = await apply('/uk/jarocin', { applicantRole: 'person' });
    const choose = await get('/uk/jarocin/wniosek');
    for (const body of [choose.body, seen[0], last?.body]) expect(body).toContain('Браслет допомоги');
    const code = /(<kbd>.*<\/kbd>)/s
      .exec((await get(at(sent ?? choose))).body)?.[1]
      ?.replace(/<[^>]+>|[^A-Z0-9]/g, '');
    const form = await get('/uk/jarocin/sprawa');
    const action = /action="([^"]*\/sprawa\?klucz=[^"]*)"/.exec(form.body)?.[1] ?? '';
    const opened = await post(action, {
      ...fieldsOfForm(form.body, action),
      code: code ?? '',
      birthDate: '2.03.1948',
    });
    expect((await get(at(opened))).body).toContain('Браслет допомоги');
  });
});

describe('an application that lacks what an answer needs', () => {
  it('says before it is sent what is lacking, leads there, and does not call it a thing one may leave out', async () => {
    const choose = await get('/en/jarocin/wniosek');
    const action = /action="([^"]*\/wniosek\?klucz=[^"]*)"/.exec(choose.body)?.[1] ?? '';
    const started = await post(action, {
      ...fieldsOfForm(choose.body, action),
      gmina: '3006023',
      offerId: programme.offerId,
    });
    const path = bare(at(started)).replace(/kto$/, 'wyslij');
    const { body } = await get(path);
    const [before = '', after = ''] = body.split('Not answered');
    expect(before).toContain('We still need this');
    for (const lacking of ['Name and surname', 'Home address', 'Phone number']) {
      expect(before).toMatch(new RegExp(`href="${path.replace(/wyslij$/, 'osoba')}"[^>]*>${lacking}<`));
      expect(after).not.toContain(`<li>${lacking}</li>`);
    }
    const sent = await post(path, {
      ...fieldsOfForm(body, path),
      'declarations.0.made': 'tak',
      informationGiven: 'tak',
    });
    expect(sent.statusCode).toBe(409);
    expect(sent.body).toContain('Name and surname: Without this we would not know whom to answer and where.');
  });
});
