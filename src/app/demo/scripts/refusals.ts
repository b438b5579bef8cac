import type { Script } from './script.ts';

/** Matters where a condition of the programme is not met: only they end in a decision (art. 42(3)). */
export const refusals: readonly Script[] = [
  {
    key: 'button-but-not-alone',
    theme: 'old_age',
    area: 6,
    title: 'Teleopieka dla osoby mieszkającej z rodziną',
    words: 'Domownicy wychodzą na ósmą i do szesnastej jestem sama. Chciałabym taki przycisk jak sąsiadka.',
    who: { sex: 'female', ageFrom: 60, ageTo: 92, home: 'with_adult' },
    applicant: 'person',
    services: { jarocin: ['jarocin-19'], zyrardow: ['zyrardow-02'] },
    refusal: {
      ground: 'Program przewiduje teleopiekę dla osób, które mieszkają samotnie.',
      facts:
        'Z oświadczenia z wniosku wynika, że w mieszkaniu mieszka także dorosły członek rodziny. Ten warunek programu nie jest spełniony.',
    },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Obawa jest zrozumiała, ale warunek programu nie jest spełniony. Pani dostała listę firm z płatnym przyciskiem i adres klubu.',
    note: ['call', 'Uprzedziłam telefonicznie, zanim przyszła decyzja, i wyjaśniłam prawo do odwołania.'],
  },
  {
    key: 'ride-too-young',
    theme: 'transport',
    area: 6,
    title: 'Przejazdy poza warunkami programu',
    words: 'Auto się zepsuło, a do lekarza mam przez całe miasto. Podobno wozicie za darmo.',
    who: { ageFrom: 35, ageTo: 58, home: 'with_adult' },
    applicant: 'person',
    services: { zyrardow: ['zyrardow-01'], 'dwie-gminy': ['dwiegminy-14'] },
    refusal: {
      ground: 'Program przewiduje przejazdy dla osób starszych, z niepełnosprawnością lub niesamodzielnych.',
      facts:
        'We wniosku podano wiek poniżej progu programu i nie wskazano niepełnosprawności ani trudności w samodzielnym poruszaniu się.',
    },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Warunek programu nie jest spełniony. Wskazano przejazdy, które przysługują w ramach leczenia.',
    note: ['note', 'Osoba przyjęła to spokojnie i pytała, gdzie złożyć uwagę do programu.'],
  },
  {
    key: 'playroom-school-child',
    theme: 'parenting',
    area: 1,
    title: 'Bawialnia dla starszego dziecka',
    words: 'Dziecko chodzi już do szkoły, ale w bawialni czuło się najlepiej. Czy możemy dalej przychodzić?',
    who: { ageFrom: 26, ageTo: 52, childFrom: 7, childTo: 12 },
    applicant: 'person',
    services: { jarocin: ['jarocin-20'] },
    refusal: {
      ground: 'Program przewiduje zajęcia w bawialni dla rodzin z dziećmi do 5 lat.',
      facts: 'Z daty urodzenia podanej we wniosku wynika, że dziecko ukończyło 5 lat.',
    },
    used: 'Bawialnia w poprzednich latach.',
    evaluation: 'Warunek wieku nie jest spełniony. Zaproponowano gimnastykę korekcyjną i klub.',
    note: ['note', 'Potrzeba zapisana do rozeznania: brak zajęć popołudniowych dla dzieci 6–9 lat.'],
  },
  {
    key: 'corps-under-65',
    theme: 'loneliness',
    area: 11,
    title: 'Wolontariusz dla osoby przed 65. rokiem życia',
    words: 'Jestem na rencie i siedzę w domu. Wolontariusz by mi się przydał, choć raz w tygodniu.',
    who: { ageFrom: 45, ageTo: 63 },
    applicant: 'person',
    services: { 'dwie-gminy': ['dwiegminy-11'] },
    refusal: {
      ground: 'Program przewiduje tę usługę od 65. roku życia.',
      facts: 'Z daty urodzenia wynika, że osoba nie ukończyła 65 lat.',
    },
    used: 'Nie korzysta z usług.',
    evaluation:
      'Warunek wieku nie jest spełniony. Osoba zgodziła się, by organizator społeczności lokalnej poszukał wsparcia sąsiedzkiego poza programem.',
    note: ['call', 'Przekazałam numer organizatora, umówili się na czwartek.'],
  },
];
