import { describe, expect, it } from 'vitest';
import { countable, nameFinder } from './search-words.ts';

const isName = nameFinder(['Anna', 'Jan', 'Kowalska', 'Wójcik', 'Nowak', 'Dudek']);

describe('words of a search that nobody understood are kept without anything personal', () => {
  it.each([
    'anna',
    'Anny',
    'annie',
    'jan',
    'Kowalskiego',
    'kowalskich',
    'WOJCIK',
    'Wójcika',
    'nowakowi',
    'dudka',
  ])('%s is a name in some case of the declension: dropped', (word) => {
    expect(countable([word], isName)).toEqual([]);
  });

  it.each([
    'Brzęczyszczykiewicz',
    'brzeczyszczykiewiczowi',
    'Grzegżółkowska',
    'kowlaskiego',
    'Zbrodzki',
    'Pietraszczyk',
    'Shevchenko',
    'Шевченко',
    'Шевченка',
    'Ковальчук',
    'Бондаренком',
    'Заболоцька',
    'Олена',
    'Оленою',
    'Сергія',
    'Mykola',
  ])('%s is in no list of names and still looks like one: dropped', (word) => {
    expect(countable([word], isName)).toEqual([]);
  });

  it.each(['fryzjer', 'pedicure', 'drewno', 'janczar', 'optyk', 'kołowrotek', 'basen', 'садок', 'перукар'])(
    '%s is no name: kept',
    (word) => {
      expect(countable([word], isName)).toEqual([word]);
    },
  );

  it.each(['600700800', 'ul5', 'jan@kowalski.pl', '44051401359', 'a', 'x'.repeat(31), '<b>'])(
    'what is not letters only, or no word, is dropped: %s',
    (word) => {
      expect(countable([word], isName)).toEqual([]);
    },
  );

  it('a word said twice in one query counts once', () => {
    expect(countable(['Fryzjer', 'fryzjer'], isName)).toEqual(['fryzjer']);
  });
});
