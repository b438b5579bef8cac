import { describe, expect, it } from 'vitest';
import { placeOf } from '../places.ts';
import { readRegister } from '../read-file.ts';
import { shippedRegister } from '../shipped.ts';
import { doubtsOf } from './doubts.ts';
import { readAsOf, readCount, readMoney } from './numbers.ts';
import { registerOf } from './pl-registers.ts';
import { countsOf, planImport, type Around } from './plan-import.ts';

const known = { places: null, occupied: null, free: null, cost: null };

describe('rows that contradict themselves are flagged (they stay as the register has them)', () => {
  it.each([
    ['120 placed, 0 admitted', { placed: 120, admitted: 0 }, ['placed_not_admitted']],
    ['free total 0 but free for women 1', { free: 0, freeWomen: 1, freeMen: 0 }, ['free_parts']],
    ['1,213 residents in 1,056 places', { occupied: 1213, places: 1056 }, ['over_full']],
    ['free places in a full house', { free: 1, occupied: 80, places: 80 }, ['free_but_full']],
    ['nobody in 25 places', { occupied: 0, places: 25 }, ['nobody']],
    ['a month for 5 zł', { cost: 500 }, ['cost_unlikely']],
    ['text in place of a number', { unreadable: true }, ['unreadable_number']],
  ])('%s', (_what, row, expected) => {
    expect(doubtsOf({ ...known, ...row })).toEqual(expected);
  });

  it.each([
    ['120 placed, 119 admitted', { placed: 120, admitted: 119 }],
    ['free 1, for women 1', { free: 1, freeWomen: 1, freeMen: 0 }],
    ['80 people in 80 places', { occupied: 80, places: 80, free: 0 }],
    ['a new house: nobody, all places free', { occupied: 0, places: 25, free: 25 }],
    ['5,457 zł a month', { cost: 545_700 }],
    ['telecare for 95 zł a month', { cost: 9500 }],
    ['nothing known', {}],
  ])('%s is no contradiction', (_what, row) => {
    expect(doubtsOf({ ...known, ...row })).toEqual([]);
  });
});

describe('what stands in a cell', () => {
  it('a number with spaces is read, an empty cell or "brak danych" is unknown, never 0', () => {
    expect(readCount('1 056')).toEqual({ value: 1056 });
    for (const cell of ['', '-', 'b.d.', 'brak danych', undefined])
      expect(readCount(cell)).toEqual({ value: null });
    expect(readCount('0')).toEqual({ value: 0 });
  });

  it('text in a number is unknown and told as it stands', () => {
    expect(readCount('12 osób')).toEqual({ value: null, unreadable: '12 osób' });
    expect(readMoney('5 87x zł')).toEqual({ value: null, unreadable: '5 87x zł' });
  });

  it('an amount in words is an approximation: it must not enter a sum unmarked', () => {
    expect(readMoney('prawie 12,5 mln')).toEqual({ value: 1_250_000_000, about: true });
    expect(readMoney('ok. 5 tys. zł')).toEqual({ value: 500_000, about: true });
    expect(readMoney('6834.0')).toEqual({ value: 683_400 });
    expect(readMoney('5 457,50 zł')).toEqual({ value: 545_750 });
  });

  it('a state has a day, a month or a year that exists', () => {
    expect(readAsOf('31.03.2025')).toBe('2025-03-31');
    expect(readAsOf('2025-13')).toBeUndefined();
    expect(readAsOf('2024')).toBe('2024');
    expect(readAsOf('wczoraj')).toBeUndefined();
  });
});

describe('a place is found by its code of 2020 or 2026, or by names within a voivodeship', () => {
  it('a code that changed its seventh digit leads to the same gmina', () => {
    expect(placeOf({ teryt: '1062011' })).toEqual({ powiat: '1062', gmina: '1062011' });
    expect(placeOf({ teryt: '3006022' })).toEqual({ powiat: '3006', gmina: '3006023' });
  });

  it('a powiat is a powiat; a town with its rights is also a gmina', () => {
    expect(placeOf({ teryt: '1010' })).toEqual({ powiat: '1010', gmina: null });
    expect(placeOf({ teryt: '1062' })).toEqual({ powiat: '1062', gmina: '1062011' });
  });

  it('by names; a name that stands for two powiats is not guessed', () => {
    expect(placeOf({ gmina: 'Jarocin', powiat: 'jarociński', voivodeship: 'WIELKOPOLSKIE' })).toEqual({
      powiat: '3006',
      gmina: '3006023',
    });
    expect(placeOf({ gmina: 'Gorlice (miasto)', voivodeship: '12' })).toEqual({
      powiat: '1205',
      gmina: '1205011',
    });
    expect(placeOf({ gmina: 'Gorlice', voivodeship: '12' })).toEqual({ powiat: '1205', gmina: null });
    expect(placeOf({ powiat: 'Miasto Nowy Sącz', voivodeship: '12' })).toEqual({
      powiat: '1262',
      gmina: '1262011',
    });
    expect(placeOf({ gmina: 'Krynica - Zdrój', powiat: 'nowosądecki', voivodeship: '12' })?.powiat).toBe(
      '1210',
    );
    expect(placeOf({ gmina: 'Nigdzie', voivodeship: '12' })).toBeUndefined();
    expect(placeOf({ teryt: '9999' })).toBeUndefined();
  });
});

const around: Around = { standing: [], powiats: undefined, placeOf };

const plan = (text: string, more: Partial<Around> = {}) => {
  const read = readRegister(Buffer.from(text));
  if (!read.ok) throw new Error(read.fault);
  return planImport(read.rows, read.register, { ...around, ...more });
};

const małopolskie =
  'stan_na,teryt_pow,powiat,poziom,dom,typ,miejsca,skierowani,umieszczeni,przyjeci,wolne,wolne_k,wolne_k_jednoos,wolne_m,wolne_m_jednoos,oczekujacy,przewidywany_czas_dni,source\n';

describe('a register file', () => {
  it('is known by its columns', () => {
    expect(registerOf(['stan_na', 'teryt_pow', 'dom', 'wolne_miejsca'])).toBe('homesLodzkie');
    expect(registerOf(['a', 'b'])).toBeUndefined();
    expect(readRegister(Buffer.from('a,b\n1,2\n'))).toMatchObject({ ok: false, fault: 'unknown_register' });
    expect(readRegister(Buffer.from('a,b\n'))).toMatchObject({ ok: false, fault: 'empty' });
  });

  it('a sum row repeats its parts: it is told and not added', () => {
    const rows = plan(
      małopolskie +
        '2026-07-31,1205,gorlicki,suma,,,120,120,120,0,0,0,0,0,0,0,,x\n' +
        '2026-07-31,1205,gorlicki,dom,DPS w Gorlicach 38-300,dla osób,120,120,120,0,0,0,0,0,0,0,0,x\n',
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['sum', 'added']);
    expect(rows[1]).toMatchObject({
      doubts: ['placed_not_admitted', 'nobody'],
      incoming: { places: 120, occupied: 0 },
    });
  });

  it('of several states of one home only the newest is taken, in whatever order they stand', () => {
    const line = (day: string, free: number) => `${day},1001,Bełchatowski,DPS w Bełchatowie,${free},x\n`;
    const rows = plan(
      `stan_na,teryt_pow,powiat,dom,wolne_miejsca,source\n${line('2025-03-31', 1)}${line('2025-06-30', 4)}${line('2025-01-31', 2)}`,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['older', 'added', 'older']);
    expect(rows[1]?.incoming).toMatchObject({ free: 4, asOf: '2025-06-30', places: null });
  });

  it('two of one name on one day are two places; one name in two gminas as well', () => {
    const head = 'nazwa;rodzaj;gmina;powiat;stan_na;źródło;miejsca\n';
    const rows = plan(
      `${head}Klub;nursery;1062011;1062;2025;x;15\nKlub;nursery;1062011;1062;2025;x;20\nKlub;nursery;3006023;3006;2025;x;9\n`,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['added', 'added', 'added']);
    expect(new Set(rows.map(({ incoming }) => incoming?.key)).size).toBe(3);
  });

  it('a row whose code of the powiat was left out is placed by its name', () => {
    const [row] = plan(
      'stan_na,teryt_pow,powiat,dom,typ,miejsca,wolne,source\n2026-06-30,,ropczycko-sędziszowski,DPS Lubzina,dla osób,80,1,x\n',
    );
    expect(row?.incoming).toMatchObject({ powiat: '1815', gmina: null, places: 80 });
  });

  it('a home that the newest state of a register leaves out is not there any more', () => {
    const rows = plan(
      'stan_na,teryt_pow,powiat,dom,wolne_miejsca,source\n2025-03-31,1001,x,Dom pod starą nazwą,1,x\n2025-06-30,1001,x,Dom pod nową nazwą,2,x\n',
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['older', 'added']);
  });

  it('what cannot be placed is refused with its reason; what lies in another powiat is told', () => {
    const head = 'nazwa;rodzaj;powiat;stan_na;źródło;miejsca\n';
    const rows = plan(
      `${head}A;nursery;9999;2025;x;1\nB;zamek;1062;2025;x;1\nC;nursery;1062;;x;1\n;nursery;1062;2025;x;1\nD;nursery;0201;2025;x;12 miejsc\n`,
      { powiats: ['1062'] },
    );
    expect(rows.map(({ verdict, refusal }) => refusal ?? verdict)).toEqual([
      'place',
      'kind',
      'as_of',
      'name',
      'outside',
    ]);
    expect(rows[4]).toMatchObject({ doubts: ['unreadable_number'], unreadable: ['miejsca: 12 miejsc'] });
  });

  it('a cost whose home is not there yet is not added as a home', () => {
    const [row] = plan(
      'teryt_pow,powiat,dom,typ,koszt_miesieczny_zl,uwaga,rok,source\n1209,myślenicki,DPS 32-432 Pcim 638,dla osób,7362.0,,2024,x\n',
    );
    expect(row).toMatchObject({ verdict: 'refused', refusal: 'no_home' });
  });
});

describe('the shipped rows', () => {
  const read = readRegister(shippedRegister());
  if (!read.ok) throw new Error(read.fault);
  const rows = planImport(read.rows, read.register, around);

  it('are all taken, each with a source', () => {
    expect(countsOf(rows)).toMatchObject({ added: 83, refused: 0, older: 0, sum: 0 });
    for (const { incoming } of rows) expect(incoming?.source.length).toBeGreaterThan(10);
  });

  it('Piotrków Trybunalski: 16 nurseries of 659 places; two do not say how many children they have', () => {
    const nurseries = rows.flatMap(({ incoming }) =>
      incoming?.kind === 'nursery' && incoming.powiat === '1062' ? [incoming] : [],
    );
    expect(nurseries).toHaveLength(16);
    expect(nurseries.reduce((sum, { places }) => sum + (places ?? 0), 0)).toBe(659);
    expect(nurseries.filter(({ occupied }) => occupied === null)).toHaveLength(2);
    expect(nurseries.find(({ name }) => name.includes('MUMINKI II'))).toMatchObject({
      places: 32,
      occupied: 48,
      doubts: ['over_full'],
    });
  });
});
