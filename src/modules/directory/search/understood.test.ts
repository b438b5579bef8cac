import { describe, expect, it } from 'vitest';
import { buildIndex } from './index.ts';
import { judgedServices } from './judged.ts';
import { layOver } from './lay-words.ts';
import { engineOf, type Found, search } from './search.ts';
import { polish, shippedLayWords } from './shipped.ts';

const { forms, lemmas } = polish();
const index = buildIndex(judgedServices(), forms, lemmas);
const engine = engineOf(index, layOver(index, shippedLayWords()));
const find = (text: string): Found => search(engine, text, {}, 5);
const meant = (text: string): string[] => find(text).meanings.map((one) => one.key);
const groups = (text: string): (string | undefined)[] => find(text).meanings.map((one) => one.group);

describe('words of danger are understood, so that the emergency numbers come first', () => {
  it.each([
    'nie chcę żyć',
    'nie chce mi sie zyc',
    'chcę się powiesić',
    'mam myśli samobójcze',
    'córka się tnie',
    'syn połknął tabletki',
    'nie mam po co żyć',
    'I want to die',
    'не хочу жити',
  ])('a life: "%s"', (text) => {
    expect(groups(text)).toContain('mentalCrisis');
  });

  it.each([
    'mąż zamyka mnie w domu i nie daje pieniędzy',
    'teściu mnie szarpie i zabiera rente',
    'zgwałcona',
    'ktoś mnie śledzi',
    'wujek dotyka dziecko',
    'boję się wracać do domu',
    'on mnie zabije',
    'чоловік п’є і бʼє мене',
  ])('violence: "%s"', (text) => {
    expect(groups(text)).toContain('violence');
  });

  it('a shelf to be hung is no danger', () => {
    expect(meant('powiesić szafkę')).toEqual(['repairs']);
  });
});

describe('lay words, dialect and slips of people', () => {
  it.each([
    ['mama gubi się w mieście i nie poznaje mnie', 'home-care'],
    ['tato zostawia gaz odkręcony', 'home-care'],
    ['dziadzio po wylewie', 'home-care'],
    ['kto napali babci w piecu', 'home-care'],
    ['opiekónka na noce', 'home-care'],
    ['syn ma porażenie mózgowe szukam kogoś do opieki', 'respite'],
    ['rechabilitant do domu', 'home-rehab'],
    ['nie mam samochodu a musze do szpitala', 'transport'],
    ['nie mam na chleb', 'food'],
    ['mam dość wszystkiego', 'psychologist'],
    ['straciłam pracę i mieszkanie', 'homeless'],
    ['мама не може, потрібен візок', 'equipment'],
  ])('"%s" is %s', (text, meaning) => {
    expect(meant(text)).toContain(meaning);
  });

  it.each([
    ['zasiłek na węgiel', 'money'],
    ['nie mam za co wykupić leków', 'money'],
    ['dom starców', 'care-home'],
    ['kurs polskiego dla ukraińców', 'language'],
    ['хочу вивчити польську мову', 'language'],
    ['pieluchomajtki', 'hygiene'],
    ['wyszedłem z więzienia', 'after-prison'],
    ['darmowe badania', 'health'],
    ['adopcja', 'foster-care'],
  ])('what hardly anybody gives is still a need with a name: "%s" is %s', (text, meaning) => {
    expect(meant(text)).toContain(meaning);
  });

  it('a slip of a word that only the dictionary of lay words holds is read as well', () => {
    expect(find('rechabilitant do domu').corrected).toEqual([
      { typed: 'rechabilitant', read: 'rehabilitant' },
    ]);
  });

  it.each(['szczepienie', 'wyprowadzic', 'tabletki', 'starcow'])(
    '"%s" is a Polish word and no slip of another',
    (word) => {
      expect(find(word).corrected).toEqual([]);
    },
  );
});

describe('words that look alike', () => {
  it('a pension ("renta") is no rental, medicines ("leki") are no fears, a long street is no debt', () => {
    expect(meant('renta socjalna')).not.toContain('equipment');
    expect(meant('wykupić leki')).not.toContain('psychologist');
    expect(meant('mam lęki nocne')).toContain('psychologist');
    expect(meant('ul. Długa 4')).not.toContain('legal');
    expect(meant('mam długi')).toContain('legal');
  });

  it('who does not go to school is not who does not walk', () => {
    expect(meant('nie chodzi')).toContain('home-care');
    expect(meant('nie chodzi do szkoły')).toEqual(['child-psychologist']);
  });
});

describe('a denial reaches over "jestem", "mam", "chcę" to what is denied', () => {
  it.each(['nie jestem alkoholikiem', 'nie jestem niepełnosprawny', 'nie mam dzieci', 'już nie piję'])(
    '"%s" finds nothing that is for those who are, have or do',
    (text) => {
      expect(meant(text)).toEqual([]);
      expect(find(text).hits.flatMap((one) => one.words)).not.toContain(text.split(' ').at(-1));
    },
  );

  it.each([
    ['nie mam już siły', 'psychologist'],
    ['nie mam gdzie mieszkać', 'homeless'],
    ['syn nie chce rozmawiać', 'child-psychologist'],
  ])('a phrase with a denial is found as it is said: "%s" is %s', (text, meaning) => {
    expect(meant(text)).toContain(meaning);
  });
});

describe('whether what was asked for is there', () => {
  it('a service that shares a side word does not answer', () => {
    expect(find('wnuk siedzi cały dzień na balkonie').answered).toBe(false);
    expect(find('obcy człowiek chodzi po domu w mieście').answered).toBe(false);
  });

  it('a service that holds what was typed does', () => {
    expect(find('warsztaty fotograficzne')).toMatchObject({ answered: true });
  });

  it('a word of the dictionary or of a service is not told to the ledger as an unknown one', () => {
    expect(find('mąż i ojczulek bez orzeczenia, kołowrotek').unknown).toEqual(['kolowrotek']);
  });

  it.each(['dekarz', 'aspołeczny', 'dzielny'])(
    '"%s" is no slip of a word that sounds a little like it: nobody gives it',
    (word) => {
      expect(find(word).hits).toEqual([]);
    },
  );
});
