import { createHash } from 'node:crypto';
import known from '../../../../data/access/known-passwords.json' with { type: 'json' };

const markBytes = 6;

let marks: ReadonlySet<string> | undefined;

function readMarks(): ReadonlySet<string> {
  const bytes = Buffer.from(known.marks, 'base64');
  return new Set(
    Array.from({ length: bytes.length / markBytes }, (_, at) =>
      bytes.toString('latin1', at * markBytes, (at + 1) * markBytes),
    ),
  );
}

/** Whether a password is one of those that leaked most often; capitals make no difference to whoever tries them all. */
export function hasLeaked(password: string): boolean {
  marks ??= readMarks();
  const digest = createHash('sha256').update(password.normalize('NFKC').toLowerCase()).digest();
  return marks.has(digest.toString('latin1', 0, markBytes));
}

/**
 * Words that anybody would try first at an office like this one, without diacritics. A password made of them
 * and a date is refused; inside a longer sentence they do no harm.
 */
export const expectedWords: readonly string[] =
  'okienko cus ips ipus lpdi rops mops gops ops centrum uslug uslugi spolecznych spoleczne spoleczna pomoc pomocy gmina gminy gminny urzad miasto miejski powiat wojt burmistrz dyrektor kierownik koordynator organizator pracownik sekretariat administrator admin root mieszkaniec haslo hasla haselko moje password secret qwerty qwertz asdf asdfgh zxcv zxcvbn zaq wsx qaz polska polski praca biuro komputer styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien poniedzialek wtorek sroda czwartek piatek sobota niedziela wiosna lato jesien zima witaj witam test demo'
    .split(' ')
    .sort((one, other) => other.length - one.length);

/** Fewer signs than this beside the expected words are no secret; a date (eight figures) counts as none. */
const fewestOwn = 5;
const figuresOfDate = 8;

/** Whether a password, without diacritics and in small letters, is made of expected words with little beside them. */
export function isExpected(plain: string): boolean {
  const rest = expectedWords.reduce((left, word) => left.replaceAll(word, ' '), plain);
  if (rest === plain) return false;
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  const figures = rest.match(/\p{N}/gu)?.length ?? 0;
  return letters + Math.max(0, figures - figuresOfDate) < fewestOwn;
}
