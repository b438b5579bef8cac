import { describe, expect, it } from 'vitest';
import type { Block } from '../../../platform/documents/letter.ts';
import { noVault } from '../../../platform/vault/vault.ts';
import type { LetterContent } from '../../records/index.ts';
import type { Line } from '../domain/plan.ts';
import { closingLetter } from './closing.ts';
import { planCopy } from './copy.ts';
import type { PlanPaper } from './paper.ts';
import { planLetter } from './plan.ts';

const line: Line = {
  id: 'l1',
  originId: 'l1',
  programmeServiceId: 'p1',
  serviceId: 's1',
  programmeName: 'Aktywni i bezpieczni',
  serviceName: 'Rehabilitacja w domu',
  organizationId: 'o1',
  organizationName: 'Fundacja Razem',
  contractId: 'c1',
  contractNumber: 'U/7/2026',
  place: 'w domu',
  week: [{ day: 1, from: '09:00', minutes: 60 }],
  scheduleWords: null,
  units: 20,
  unit: 'visit',
  startsOn: '2026-11-16',
  endsOn: '2027-04-30',
  unitPriceGrosze: 5000,
  feeGrosze: 6000,
  feeSteps: ['20 wizyt × 3,00 zł = 60,00 zł.'],
  feeBasis: ['art. 43 ust. 1 ustawy o CUS'],
  feeDueOn: '2026-12-10',
  payer: {},
  relief: null,
  expectedResult: 'Wchodzi po schodach.',
};

const paper: PlanPaper = {
  plan: {
    id: 'p',
    number: 'CUS.5021.1.2026',
    caseId: 'c',
    caseSign: 'CUS.5020.9.2026',
    personId: 'o',
    personName: 'Halina Wrona',
    gmina: '3006023',
    coordinatorId: 'k',
    coordinatorName: 'Hanna Drożdżal',
    coordinatorPosition: 'koordynator',
    versions: [],
  },
  version: {
    id: 'v',
    number: 1,
    state: 'agreed',
    startsOn: '2026-11-16',
    endsOn: '2027-04-30',
    updateKind: null,
    updateReason: null,
    authorId: 'k',
    authorName: 'Hanna Drożdżal',
    agreedOn: '2026-11-14',
    agreedHow: 'rozmowa w domu',
    approvedBy: null,
    approvedByName: null,
    approvedOn: null,
    returnRemarks: null,
    endedOn: null,
    ending: null,
    endReason: null,
    version: 3,
  },
  content: {
    needs: [
      { id: 'n', originId: 'n', area: 5, words: 'Nie wchodzi po schodach.', priority: 1, source: null },
    ],
    lines: [
      line,
      {
        ...line,
        id: 'l2',
        originId: 'l2',
        serviceName: 'Klub seniora',
        week: [],
        scheduleWords: 'w czwartki',
        feeGrosze: 0,
        feeSteps: ['Bez opłaty.'],
        startsOn: '2026-12-01',
      },
    ],
    actions: [
      {
        id: 'a',
        originId: 'a',
        kind: 'neighbourly',
        words: 'Zakupy w czwartki.',
        who: 'sąsiadka',
        scheduleWords: null,
      },
    ],
  },
  party: {
    party: 'Halina Wrona',
    personName: 'Halina Wrona',
    addressee: {
      name: 'Halina Wrona',
      address: ['ul. Lipowa 1', '63-200 Jarocin'],
      shielded: false,
      lang: 'pl' as const,
    },
  },
  settings: {
    approverMayBeAuthor: false,
    bankAccount: '12 3456',
    phone: '100 200 300',
    email: 'cus@jarocin.example',
    hasAddress: true,
  },
  approval: {
    name: 'Grażyna Szulc',
    position: 'dyrektor',
    on: '2026-11-16',
    basis: 'art. 41 ust. 1 ustawy o CUS',
  },
};

const said = (letter: LetterContent): string => JSON.stringify(letter);
const kinds = (letter: LetterContent): Block['type'][] => letter.blocks.map((block) => block.type);

describe('the individual plan as an official paper (art. 39, 41)', () => {
  it('says needs, services with performer, place and schedule, fees with their working, agreement, approval, basis', () => {
    const letter = planLetter(paper);
    for (const words of [
      'art. 38 ust. 1 i 2, art. 39, art. 40 i art. 41',
      'Nie wchodzi po schodach.',
      'Fundacja Razem, umowa nr U/7/2026',
      'poniedziałek 9:00–10:00',
      'w czwartki',
      '20 wizyt × 3,00 zł = 60,00 zł.',
      'sąsiedzkie',
      'rozmowa w domu',
      'Grażyna Szulc, dyrektor',
      'art. 41 ust. 1 ustawy o CUS',
    ])
      expect(said(letter)).toContain(words);
    expect(kinds(letter)).toContain('week');
    expect(letter).toMatchObject({
      caseSign: 'CUS.5021.1.2026',
      addressee: ['Halina Wrona', 'ul. Lipowa 1', '63-200 Jarocin'],
    });
  });

  it('a change says which version it is and why', () => {
    const letter = planLetter({
      ...paper,
      version: { ...paper.version, number: 2, updateKind: 'needs', updateReason: 'upadek' },
    });
    expect(letter.subtitle).toContain('wersja 2');
    expect(said(letter)).toContain('zmiana potrzeb: upadek');
  });

  it('a shielded address is not printed', () => {
    const { addressee } = paper.party;
    const letter = planLetter({
      ...paper,
      party: { ...paper.party, addressee: { ...addressee, shielded: true, address: [] } },
    });
    expect(said(letter)).not.toContain('Lipowa');
  });
});

describe('the resident’s copy: plain language, large print', () => {
  const copy = planCopy(paper);

  it('is in large print and says who, when, where, why and for how much', () => {
    expect(copy.large).toBe(true);
    for (const words of [
      'Fundacja Razem',
      'poniedziałek 9:00–10:00',
      'w domu',
      'Wchodzi po schodach.',
      '20 wizyt, 60,00',
      'bezpłatnie',
      '10 grudnia 2026',
    ])
      expect(said(copy)).toContain(words);
  });

  it('says whom to call, and how to change the plan, resign, complain and see who looked', () => {
    for (const words of [
      '100 200 300',
      'Zmienić plan',
      'Zrezygnować',
      'Poskarżyć się',
      'kto oglądał Twoje dane',
      'sąsiadka',
    ])
      expect(said(copy)).toContain(words);
  });

  it('speaks without acronyms and articles, and never of a charge or a client of assistance', () => {
    expect(said(copy)).not.toMatch(/IPUS|\bCUS\b(?!\.)|art\. \d|ust\. \d|podopieczn|petent/);
  });

  it('where the centre gives no telephone, it does not tell anybody to call', () => {
    const silent = planCopy({
      ...paper,
      settings: { ...paper.settings, phone: null, email: null, hasAddress: false },
    });
    expect(said(silent)).not.toMatch(/Zadzwoń|Telefon:|Adres jest/);
  });
});

describe('the description of course and results (art. 45(3))', () => {
  it('says the talk, the course, the results, what remains, and who describes', () => {
    const letter = closingLetter({
      plan: paper.plan,
      version: { ...paper.version, endedOn: '2027-04-30', ending: 'period' },
      content: paper.content,
      party: paper.party,
      closing: {
        talkOn: '2027-05-04',
        noTalkReason: null,
        description: 'Zajęcia co tydzień.',
        results: 'Wchodzi.',
        outcome: 'achieved',
        remainingNeeds: 'Poręcz przy schodach.',
      },
      entries: [
        {
          id: 'e',
          heldOn: '2026-12-01',
          contact: 'visit',
          finding: 'x',
          action: null,
          authorName: 'k',
          at: '',
        },
      ],
      moment: {
        now: '2027-05-05T08:00:00Z',
        today: '2027-05-05',
        actor: { centreId: '', accountId: '', name: 'Hanna Drożdżal', position: 'koordynator', roles: [] },
        vault: noVault,
      },
    });
    for (const words of [
      '4 maja 2027',
      'Zajęcia co tydzień.',
      'Wchodzi.',
      'Poręcz przy schodach.',
      'minął okres planu',
      'Jeden wpis',
    ])
      expect(said(letter)).toContain(words);
    expect(letter.signature).toEqual({ name: 'Hanna Drożdżal', position: 'koordynator' });
  });
});
