/**
 * The information of art. 13 GDPR that goes with every report and application. A change of its words is a new version:
 * the application keeps which one was given.
 */
export const informationClause = {
  version: '1 z 1.01.2026',
  title: 'Informacja o danych osobowych',
  summary: 'Co zrobimy z tymi danymi',
  given: 'Informacja o przetwarzaniu danych (art. 13 RODO) została przekazana',
  paragraphs: (centre: string): string[] => [
    `Administratorem danych jest ${centre}. Dane służą do rozpatrzenia zgłoszenia lub wniosku i do udzielenia usług społecznych.`,
    'Podstawą jest art. 22 i art. 50 ustawy z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych (dane szczególne: tylko te, które wskazuje program). Nie prosimy o zgodę, bo działamy na podstawie ustawy.',
    'Pytamy tylko o to, co wskazuje program usług społecznych. Dane otrzymuje wykonawca usługi, i tylko te, które są mu potrzebne. Każdy wgląd w dane jest zapisywany.',
    'Dane przechowujemy przez czas wynikający z jednolitego rzeczowego wykazu akt centrum. Można żądać dostępu do danych, ich sprostowania i ograniczenia przetwarzania oraz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.',
    'Podanie danych jest dobrowolne, ale bez nich nie rozpatrzymy wniosku. Decyzji nie podejmuje automat, zawsze rozstrzyga człowiek.',
  ],
};
