/** A word without case and diacritics, as names are compared. */
const folded = (word: string): string =>
  word.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');

// Names are declined: Kowalska, Kowalskiego; Anna, Annie; Dudek, Dudka. A short stem takes a short ending only, or it
// would swallow words.
const shortest = 3;
const longestEnding = (stem: string): number => (stem.length > shortest ? 4 : 2);
const stemOf = (name: string): string => name.replace(/e([kc])$/, '$1').replace(/[aeiouy]$/, '');

// Rare surnames are in no list; most are made by these endings, in any case. An adjective lost ("lekarski") is a small price.
const surnameLike = [
  /.{3}(sk|ck|dzk)(i|a|ie|iego|iemu|im|imi|ich|iej|e)$/,
  /.{2}(wicz|czyk|czak|szczak|wiak|czuk|iuk|niuk|enko|enk[aei])(a|owi|em|iem|e|ie|u|i|y|ow|om|ami|ach|owa|owie)?$/,
  /.{2}(ськ|цьк|зьк)(ий|ого|ому|им|ім|а|ої|ій|у|ою|і|их|ими)$/u,
  /.{2}(енк[оауи]|енком|чук|юк|ович|евич|івн[аиу]|івною)(а|у|ові|ом|і|ем|еві)?$/u,
];

// Given names of people from Ukraine, in both scripts, without endings.
const ukrainianStems = (
  'олен оксан наталі натал ірин тетян світлан галин ольг ольз марі катерин юлі людмил наді вір ганн іван петр ' +
  'микол андрі сергі олександр володимир михайл василь васил дмитр богдан тарас юрі роман ігор олег віктор максим ' +
  'olen oksan tetian tatian svitlan halyn kateryn liudmyl mykol andrij andrii serhij serhii volodymyr mykhajl vasyl dmytr bohdan taras yurij'
)
  .split(' ')
  .map(folded);

const fromUkraine = (plain: string): boolean =>
  ukrainianStems.some((stem) => plain.startsWith(stem) && plain.length - stem.length <= 3);

/** Tells whether a word is a given name or a surname, in any case of the declension, or looks like one. */
export function nameFinder(names: readonly string[]): (word: string) => boolean {
  const whole = new Set(names.map(folded));
  const stems = new Set([...whole].map(stemOf).filter((stem) => stem.length >= shortest));
  return (word) => {
    const plain = folded(word);
    if (whole.has(plain) || fromUkraine(plain) || surnameLike.some((ending) => ending.test(plain)))
      return true;
    for (let length = shortest; length <= plain.length; length++) {
      const stem = plain.slice(0, length);
      if (stems.has(stem) && plain.length - length <= longestEnding(stem)) return true;
    }
    return false;
  };
}

/** Words of a query that may be counted: letters only, of a word's length, nobody's name. */
export const countable = (words: readonly string[], isName: (word: string) => boolean): string[] => [
  ...new Set(
    words
      .map((word) => word.trim().toLowerCase())
      .filter((word) => /^\p{L}{3,30}$/u.test(word) && !isName(word)),
  ),
];
