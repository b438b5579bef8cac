// Letters that do not come apart into a base letter and a mark.
const whole: Record<string, string> = {
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  đ: 'd',
  ґ: 'г',
  '’': '',
  "'": '',
  ʼ: '',
};

const strip = (letter: string): string =>
  whole[letter] ??
  letter
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, ' ');

// One entry for each UTF-16 unit below Latin Extended Additional: folding is a look-up, not an expression.
const table = Array.from({ length: 0x600 }, (_, code) => strip(String.fromCharCode(code).toLowerCase()));

/** Text without case, diacritics and punctuation: "Złota rączka!" is "zlota raczka ". Cyrillic stays Cyrillic. */
export function fold(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    folded += table[code] ?? strip(text.charAt(at).toLowerCase());
  }
  return folded;
}

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean);
