import { describe, expect, it } from 'vitest';
import { letterSchema, type Letter } from '../../../platform/documents/letter.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { noVault } from '../../../platform/vault/vault.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Party } from '../db/parties.ts';
import { paymentOrderOf, refusalOf, type Signatory } from '../domain/decision.ts';
import { decisionLetter } from './decision.ts';
import { qualificationInformation } from './qualification-information.ts';
import { transferNotice } from './transfer-notice.ts';

const party: Party = {
  party: 'Halina Wróbel; wnioskodawca: Marta Wróbel (opiekun faktyczny)',
  personName: 'Halina Wróbel',
  addressee: {
    name: 'Marta Wróbel',
    address: ['ul. Zacisze 4', '63-200 Jarocin'],
    shielded: false,
    lang: 'pl',
  },
};
const moment: Moment = {
  now: '2026-11-16T09:00:00Z',
  today: '2026-11-16',
  actor: { centreId: 'c', accountId: 'a', name: 'Anna Maj', position: 'koordynator IPUS', roles: [] },
  vault: noVault,
};
const of = { file: { sign: 'CUS.5020.14.2026', submittedOn: '2026-11-02' }, party, moment };
const signatory: Signatory = {
  accountId: 'd',
  name: 'Jan Lis',
  position: 'dyrektor centrum',
  authorisationId: 'u',
  grantedBy: 'Burmistrz Jarocina',
  document: 'upoważnienie nr 4/2026',
};

/** The letter as it would be issued, in one line of text with ordinary spaces. */
function issued(kind: string, content: LetterContent): { letter: Letter; text: string } {
  const letter = letterSchema.parse({
    lang: 'pl',
    large: false,
    ...content,
    kind,
    letterhead: { centreName: 'Centrum Usług Społecznych', addressLines: [], gminas: ['Jarocin'] },
    place: 'Jarocin',
    date: moment.today,
  });
  return { letter, text: JSON.stringify(letter).replaceAll('\u00a0', ' ') };
}

const service = {
  name: 'Taksówka dla seniora',
  programmeName: 'Bliżej domu',
  performer: null,
  startsOn: '2026-12-01',
  endsOn: '2027-01-31',
  units: 20,
  unit: 'szt.',
  feeGrosze: 7000,
  feeSteps: ['20 szt. × 3,50 zł = 70,00 zł.'],
};

describe('the information on qualifying (art. 42(1))', () => {
  const write = (fee: boolean) =>
    issued(
      'qualification',
      qualificationInformation({
        ...of,
        services: [fee ? service : { ...service, feeGrosze: 0, feeSteps: [] }],
        feeDueOn: fee ? '2026-12-10' : null,
        bankAccount: '00 1111 2222',
      }),
    );

  it('says what was granted, when, how much, and that it is no decision', () => {
    const { letter, text } = write(false);
    for (const part of [
      '2 listopada 2026 r.',
      'Taksówka dla seniora',
      'od 1 grudnia 2026 r. do 31 stycznia 2027 r.',
      '20 szt.',
      'bezpłatnie',
      'nie wymaga decyzji',
    ])
      expect(text).toContain(part);
    expect(letter.instruction).toBeUndefined();
    expect(text).not.toContain('43 ust. 1');
  });

  it('gives the fee with its day, account and working, and what a resignation means (art. 43(1), 44)', () => {
    const { text } = write(true);
    for (const part of [
      '70,00 zł',
      '10 grudnia 2026 r.',
      '00 1111 2222',
      '20 szt. × 3,50 zł',
      'art. 43 ust. 1',
      'art. 44',
    ])
      expect(text).toContain(part);
  });
});

describe('the notice of a transfer (art. 38(1), 19; KPA art. 65)', () => {
  it('says to whom, why, when, and on what agreement; and that nothing is decided', () => {
    const { letter, text } = issued(
      'transfer',
      transferNotice({
        ...of,
        services: ['Usługi opiekuńcze'],
        transfer: {
          targetKind: 'team',
          targetName: 'Zespół pomocy społecznej',
          reason: 'Rozstrzyga odrębna ustawa.',
          agreedOn: '2026-11-12',
          agreedHow: 'w rozmowie',
        },
      }),
    );
    for (const part of [
      'Usługi opiekuńcze',
      'Zespół pomocy społecznej (zespół w centrum)',
      'Rozstrzyga odrębna ustawa.',
      '12 listopada 2026 r., w rozmowie',
      '16 listopada 2026 r.',
      'art. 38 ust. 1',
      'art. 65 k.p.a.',
      'nie rozstrzyga sprawy',
    ])
      expect(text).toContain(part);
    expect(letter.recipients).toContain('Zespół pomocy społecznej');
  });
});

describe('a decision on paper (KPA art. 107 § 1)', () => {
  const common = {
    party: party.party,
    issuedOn: '2026-11-16',
    signatory,
    factualReasoning: 'Pierwszy akapit.\n\nDrugi akapit.',
    legalReasoning: 'Przepis.',
    board: 'Samorządowego Kolegium Odwoławczego w Kaliszu',
  };
  const paper = (draft: Parameters<typeof decisionLetter>[0]['draft']) =>
    issued('refusal', decisionLetter({ ...of, number: 'CUS.5022.1.2026', draft, signatory }));

  it('names acts in full, the authority, the ruling, both reasonings, the instruction and the signatory', () => {
    const { letter, text } = paper(refusalOf({ ...common, services: ['Taksówka'], appliedOn: '2026-11-02' }));
    expect(letter.title).toBe('Decyzja nr CUS.5022.1.2026');
    for (const part of [
      'Burmistrz Jarocina',
      'z dnia 19 lipca 2019 r.',
      'Dz.U. 2019 poz. 1818',
      'Kodeks postępowania administracyjnego',
      'odmawiam zakwalifikowania',
      '„Taksówka”',
      'Marta Wróbel (opiekun faktyczny)',
      'upoważnienie nr 4/2026',
    ])
      expect(text).toContain(part);
    expect(JSON.stringify(letter.instruction)).toContain('organu, który ją wydał (Burmistrz Jarocina)');
    expect(letter.signature).toMatchObject({ name: 'Jan Lis', position: 'dyrektor centrum' });
    expect(letter.blocks.filter((block) => block.type === 'paragraph')).toHaveLength(4);
  });

  it('orders an amount by a day (art. 43(2))', () => {
    const { text } = paper(
      paymentOrderOf({ ...common, title: 'Taksówka', amountGrosze: 123_450, payBy: '2026-12-31' }),
    );
    for (const part of ['obowiązek uiszczenia opłaty', '1 234,50 zł', '31 grudnia 2026 r.', 'art. 43 ust. 2'])
      expect(text).toContain(part);
  });

  it.each([
    ['uk', 'Переклад українською', 'протягом 14 днів'],
    ['en', 'Translation into English', 'within 14 days'],
  ] as const)(
    'says to who reads another language (%s) what it means and how to appeal, outside what is signed',
    (lang, title, appeal) => {
      const foreign = { ...party, addressee: { ...party.addressee, lang } };
      const write = (addressed: typeof party, draft: Parameters<typeof decisionLetter>[0]['draft']) =>
        issued(
          'refusal',
          decisionLetter({ ...of, party: addressed, number: 'x', draft, signatory, services: ['Taksówka'] }),
        ).letter;
      const refused = refusalOf({ ...common, services: ['Taksówka'], appliedOn: '2026-11-02' });
      const letter = write(foreign, refused);
      expect(letter.blocks).toEqual(write(party, refused).blocks);
      expect(write(party, refused).translation).toBeUndefined();
      expect(letter.translation?.lang).toBe(lang);
      const said = JSON.stringify(letter.translation);
      for (const part of [title, 'Taksówka', appeal]) expect(said).toContain(part);
      const order = paymentOrderOf({
        ...common,
        title: 'Taksówka',
        amountGrosze: 123_450,
        payBy: '2026-12-31',
      });
      expect(JSON.stringify(write(foreign, order).translation).replaceAll('\u00a0', ' ')).toMatch(
        /1 234,50.*31/,
      );
    },
  );

  it('goes to who applied, and never shows a hidden address', () => {
    const hidden = { ...party, addressee: { ...party.addressee, shielded: true } };
    const { letter, text } = issued(
      'refusal',
      decisionLetter({
        ...of,
        party: hidden,
        number: 'x',
        draft: refusalOf({ ...common, services: [], appliedOn: null }),
        signatory,
      }),
    );
    expect(letter.addressee[0]).toBe('Marta Wróbel');
    expect(text).not.toContain('Zacisze');
  });
});
