// Words that say nothing of the service: pronouns, prepositions, politeness, and what every query says.
const small = new Set(
  (
    'a aby ale albo ani az bardzo beda bedzie bez bo by byc byl byla bylo bym byly chce chcialabym chcialbym chciec ci cie co cos czy czym czyli dla dlaczego do dobry dostac dzien gdy gdzie gdzies go i ich ile im inny inna ja jak jaka jaki jakas jakis je jego jej jemu jest jestem jestesmy jeszcze jezeli jesli juz kiedy kim kogo kogos komu kto ktory ktora ktore ktorzy ktos ku ma mam maja mamy mi mial miec mna mnie moge moglby moglaby moj moja moje mojego mojej mojemu mozna moze musi my na nad nam nami nas nasz nasza nia nic nich nie niech nim niz no o od oni ona ono oraz oto pan pani po pod poprosze potrzebna potrzebne potrzebny potrzebuje potrzebujemy potrzeba poza prosze przed przez przy roku sa sama sie skad so sobie soba swoj swoja ta tak taki takie tam te tego tej temu ten to trzeba tu tych tym u w we wiec wiem wszystkiego z za zaden ze zeby znalezc szukam szukac szuka jako wlasnie ciagle coraz tylko takze lub osoba osoby osob osobie osobom usluga uslugi uslug pomoc pomocy pomoze pomaga kawalek troche rozne rzeczy ' +
    'а або але в вже ви від для до з за і й із його її їх коли кому ми мені мене можна на не немає нам нас але пані по потрібен потрібна потрібно при про себе собі та так те ти то треба у це цей що щоб я як який яка шукаю хочу ' +
    'a an and any are at be by can do for from get have help how i in is it me my need needs of on or our please somebody someone the to us want we where who with you'
  )
    .split(' ')
    .filter(Boolean)
    // Folded like all words: "її" has lost its dots.
    .map((word) => word.normalize('NFD').replace(/\p{M}/gu, '')),
);

/** Whether a folded word is too small to be searched. */
export const isSmallWord = (word: string): boolean => small.has(word) || word.length < 2;
