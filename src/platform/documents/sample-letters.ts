import { heading, type Letter, paragraph } from './letter.ts';

/** Invented letters of an invented centre: what the tests read, the gallery shows and the benchmark repeats. */

const letterhead: Letter['letterhead'] = {
  centreName: 'Centrum Usług Społecznych w Zielonej Łące',
  addressLines: ['ul. Świętojańska 12', '00-000 Zielona Łąka'],
  phone: '00 000 00 00',
  email: 'kontakt@cus.example',
  web: 'www.cus.example',
  gminas: ['Zielona Łąka', 'Żabi Bród'],
};

const handler = { name: 'Jagoda Źrebięcka', position: 'koordynatorka IPUS', phone: '00 000 00 11' };
const bold = (text: string) => ({ text, bold: true });

/** A refusal: an administrative decision with all elements of KPA art. 107. */
export const refusal: Letter = {
  kind: 'decision.refusal',
  lang: 'pl',
  large: false,
  letterhead,
  caseSign: 'CUS.5111.17.2026',
  handler,
  place: 'Zielona Łąka',
  date: '2026-11-20',
  addressee: ['Pan', 'Józef Gżegżółka', 'ul. Źródlana 7 m. 4', '00-001 Zielona Łąka'],
  title: 'Decyzja nr 17/2026',
  subtitle: 'o odmowie zakwalifikowania do skorzystania z usług społecznych',
  blocks: [
    {
      type: 'legalBasis',
      text: 'art. 42 ust. 2 i 3 ustawy z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych oraz art. 104 i 107 Kodeksu postępowania administracyjnego',
    },
    {
      type: 'paragraph',
      runs: [
        { text: 'Po rozpatrzeniu wniosku z dnia ' },
        bold('2 listopada 2026 r.'),
        { text: ' o skorzystanie z usługi „Złota rączka dla seniora” ' },
        bold('odmawiam zakwalifikowania'),
        { text: ' Pana Józefa Gżegżółki do skorzystania z tej usługi.' },
      ],
    },
    heading('Uzasadnienie'),
    heading('Stan faktyczny', 3),
    paragraph(
      'Wniosek wpłynął do centrum 2 listopada 2026 r. Wnioskodawca ma 61 lat i mieszka z żoną w Zielonej Łące. W rozmowie 9 listopada 2026 r. przedstawił potrzebę drobnych napraw w mieszkaniu.',
    ),
    heading('Stan prawny', 3),
    paragraph(
      'Program usług społecznych przyjęty uchwałą nr XII/96/2026 stawia warunki, które porównano ze stanem sprawy:',
    ),
    {
      type: 'table',
      caption: 'Warunki programu i ich spełnienie',
      header: ['Warunek', 'Wymagane', 'Stwierdzone', 'Spełniony'],
      rows: [
        ['Wiek w dniu złożenia wniosku', 'co najmniej 65', '61', 'nie'],
        ['Miejsce zamieszkania', 'gmina Zielona Łąka', 'gmina Zielona Łąka', 'tak'],
        ['Wolne miejsca w roku 2026', 'co najmniej 1', '14', 'tak'],
      ],
      numeric: [],
    },
    paragraph('Jeden z warunków nie jest spełniony, dlatego orzeczono jak wyżej.'),
  ],
  instruction: [
    [
      {
        text: 'Od tej decyzji można odwołać się do Samorządowego Kolegium Odwoławczego za pośrednictwem organu, który ją wydał, ',
      },
      bold('w ciągu 14 dni od dnia doręczenia'),
      { text: '. Odwołanie można wysłać pocztą, złożyć w okienku centrum albo elektronicznie.' },
    ],
  ],
  signature: {
    name: 'Świętosława Dąbrowska',
    position: 'dyrektorka centrum, z upoważnienia burmistrza nr 4/2026',
  },
  attachments: ['Protokół rozpoznania indywidualnych potrzeb z 9 listopada 2026 r.'],
  recipients: ['adresat', 'aa'],
  banner: 'Pokaz systemu: osoby i sprawy są zmyślone, pismo nie ma mocy prawnej.',
};

/** The resident's own copy of a plan, in large print, with the week. */
export const residentPlan: Letter = {
  kind: 'plan.copy',
  lang: 'pl',
  large: true,
  letterhead,
  caseSign: 'CUS.5112.41.2026',
  handler,
  place: 'Zielona Łąka',
  date: '2026-11-21',
  addressee: [],
  title: 'Pani plan usług',
  subtitle: 'od 1 grudnia 2026 r. do 30 listopada 2027 r.',
  blocks: [
    paragraph(
      'Pani Łucjo, ten plan ustaliłyśmy razem 18 listopada. Mówi, kto do Pani przyjdzie, kiedy i po co.',
    ),
    heading('Tydzień z planem'),
    {
      type: 'week',
      entries: [
        {
          day: 1,
          from: '09:00',
          to: '11:00',
          what: 'Pomoc w domu',
          who: 'Oksana Ґудзь',
          where: 'u Pani w domu',
        },
        {
          day: 3,
          from: '09:00',
          to: '11:00',
          what: 'Pomoc w domu',
          who: 'Oksana Ґудзь',
          where: 'u Pani w domu',
        },
        {
          day: 3,
          from: '14:30',
          to: '15:15',
          what: 'Rehabilitacja',
          who: 'Jan Śliwa',
          where: 'Klub Seniora, ul. Lipowa 3',
        },
        { day: 5, from: '10:00', to: '12:00', what: 'Zajęcia w Klubie Seniora', where: 'ul. Lipowa 3' },
      ],
    },
    heading('Ile Pani płaci'),
    {
      type: 'facts',
      items: [
        { term: 'Pomoc w domu', value: '12,40 zł za godzinę' },
        { term: 'Rehabilitacja i klub', value: 'bez opłaty' },
        { term: 'Razem w grudniu', value: '198,40 zł, do 10 stycznia' },
      ],
    },
    {
      type: 'notice',
      title: 'Coś się zmieniło? Zadzwoń.',
      paragraphs: [
        [
          { text: 'Jagoda Źrebięcka, telefon ' },
          bold('00 000 00 11'),
          { text: ', od poniedziałku do piątku, od 8:00 do 15:00.' },
        ],
      ],
    },
    {
      type: 'signLines',
      people: [
        { role: 'osoba korzystająca z usług', name: 'Łucja Wąsik' },
        { role: 'koordynatorka IPUS', name: 'Jagoda Źrebięcka' },
      ],
    },
  ],
};

/** A call to complete an application (KPA art. 64 § 2). */
export const callToComplete: Letter = {
  kind: 'application.call',
  lang: 'pl',
  large: false,
  letterhead,
  caseSign: 'CUS.5111.23.2026',
  handler,
  place: 'Zielona Łąka',
  date: '2026-11-21',
  addressee: ['Pani', 'Bożena Wójcik', 'ul. Kościuszki 3', '00-002 Żabi Bród'],
  title: 'Wezwanie do uzupełnienia wniosku',
  blocks: [
    { type: 'legalBasis', text: 'art. 64 § 2 Kodeksu postępowania administracyjnego' },
    paragraph('Dziękujemy za wniosek z 16 listopada 2026 r. Żeby zająć się nim dalej, potrzebujemy jeszcze:'),
    {
      type: 'list',
      ordered: true,
      items: [
        [{ text: 'oświadczenia o spełnianiu warunków programu, z podpisem;' }],
        [{ text: 'dokumentu, z którego wynika, że działa Pani w imieniu pana Michała Wójcika.' }],
      ],
    },
    {
      type: 'notice',
      title: 'Termin: 7 dni od dnia doręczenia tego pisma',
      paragraphs: [
        [{ text: 'Jeżeli braki nie zostaną uzupełnione w terminie, wniosek pozostanie bez rozpoznania.' }],
      ],
    },
    paragraph(
      'Brakujące dokumenty można przynieść do okienka, wysłać pocztą albo dołączyć do wniosku na stronie centrum.',
    ),
  ],
  signature: {
    name: 'Jagoda Źrebięcka',
    position: 'koordynatorka IPUS',
    note: 'Podpisano kwalifikowanym podpisem elektronicznym 21.11.2026',
  },
};

/** A confirmation of receipt for a resident who reads Ukrainian. */
export const confirmation: Letter = {
  kind: 'application.confirmation',
  lang: 'uk',
  large: false,
  letterhead,
  caseSign: 'CUS.5111.24.2026',
  place: 'Zielona Łąka',
  date: '2026-11-21',
  addressee: ['Pani', 'Yevheniia Kyselova', 'ul. Lipowa 19', '00-001 Zielona Łąka'],
  title: 'Підтвердження отримання заяви',
  blocks: [
    paragraph('Ми отримали Вашу заяву 21 листопада 2026 р. о 10:42. Нижче те, що Ви нам передали.'),
    {
      type: 'facts',
      items: [
        { term: 'Послуга', value: 'Їдальня та підвезення для старших осіб' },
        { term: 'Хто подав заяву', value: 'Євгенія Кисельова' },
        { term: 'Відповідь до', value: '21 грудня 2026 р.' },
      ],
    },
    heading('Що далі'),
    {
      type: 'list',
      ordered: false,
      items: [
        [{ text: 'Ми перевіримо заяву протягом кількох днів.' }],
        [{ text: 'Зателефонуємо, якщо чогось бракує.' }],
      ],
    },
  ],
  signature: { name: 'Jagoda Źrebięcka', position: 'koordynatorka IPUS' },
  footerNotes: [
    'Administratorem danych jest centrum. Pełną informację o przetwarzaniu danych (art. 13 RODO) dostaje się w okienku i na stronie centrum.',
  ],
};

/** A staff copy of a plan: the week as seven columns and a long table of visits. */
export const staffPlan: Letter = {
  ...residentPlan,
  kind: 'plan.full',
  large: false,
  addressee: ['Pani', 'Łucja Wąsik', 'ul. Leśna 2', '00-001 Zielona Łąka'],
  title: 'Indywidualny plan usług społecznych nr 41/2026',
  blocks: [
    ...residentPlan.blocks,
    heading('Wizyty w planie'),
    {
      type: 'table',
      caption: 'Wszystkie wizyty od 1 grudnia 2026 r.',
      header: ['Lp.', 'Dzień', 'Usługa', 'Wykonawca', 'Godziny', 'Opłata (zł)'],
      rows: Array.from({ length: 60 }, (_, index) => [
        String(index + 1),
        `${(index % 28) + 1}.12.2026`,
        index % 3 === 0 ? 'Rehabilitacja w Klubie Seniora' : 'Pomoc w domu',
        index % 3 === 0 ? 'Jan Śliwa' : 'Oksana Ґудзь',
        '2,00',
        index % 3 === 0 ? '0,00' : '24,80',
      ]),
      numeric: [0, 4, 5],
    },
  ],
};

export const sampleLetters = { refusal, residentPlan, callToComplete, confirmation, staffPlan } as const;
