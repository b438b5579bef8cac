// Letters that do not come apart into a base letter and a mark; the empty ones join what is around them.
const whole: Record<string, string> = {
  ł: 'l',
  ß: 's',
  æ: 'a',
  ø: 'o',
  đ: 'd',
  ґ: 'г',
  '’': '',
  "'": '',
  ʼ: '',
};

const joins = 0;
const space = 1;
const clauseEnd = 2;

const foldedCode = (letter: string): number => {
  if (/[.,;:!?()[\]"„”/\n]/.test(letter)) return clauseEnd;
  const lower = letter.toLowerCase();
  const base = whole[lower] ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
  if (base === '') return joins;
  return /^[\p{L}\p{N}]/u.test(base) ? base.charCodeAt(0) : space;
};

// One entry for each UTF-16 unit of the scripts that people here write: folding is a look-up, not an expression.
const table = Uint16Array.from({ length: 0x2100 }, (_, code) => foldedCode(String.fromCharCode(code)));

const longestWord = 64;
const letters = new Uint16Array(longestWord);

/** The word just read: its letters stand at the beginning of `letters`. Only good until the next word. */
export interface ReadWord {
  letters: Uint16Array;
  length: number;
  /** Two hashes of 32 bits that have nothing to do with each other. */
  hash: number;
  check: number;
}

const read: ReadWord = { letters, length: 0, hash: 0, check: 0 };
const emptyHash = 2_166_136_261;

/**
 * Reads a text word by word without making strings: case, diacritics and punctuation are gone, Cyrillic stays Cyrillic.
 * `clause` is called where a clause ends. Words are cut at 64 letters.
 */
export function eachWord(text: string, word: (word: ReadWord) => void, clause: () => void): void {
  let length = 0;
  let hash = emptyHash;
  let check = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? clauseEnd : (table[text.charCodeAt(at)] ?? space);
    if (code > clauseEnd) {
      if (length === longestWord) continue;
      letters[length++] = code;
      hash = Math.imul(hash ^ code, 16_777_619);
      check = Math.imul(check + code, 0x9e37_79b1);
      check ^= check >>> 15;
    } else if (code !== joins) {
      if (length > 0) {
        read.length = length;
        read.hash = hash ^ (hash >>> 15);
        read.check = check;
        length = 0;
        hash = emptyHash;
        check = 0;
        word(read);
      }
      if (code === clauseEnd) clause();
    }
  }
}

/** The word just read, as text. */
export const spelled = ({ letters: codes, length }: ReadWord): string =>
  String.fromCharCode(...codes.subarray(0, length));

const nothing = (): void => undefined;

/** The words of a text, folded, in their order: "Złota rączka!" is "zlota", "raczka". */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (word) => words.push(spelled(word)), nothing);
  return words;
}

/** A text as it is compared: its folded words, one space between them. */
export const fold = (text: string): string => wordsOf(text).join(' ');
