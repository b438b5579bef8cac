/**
 * The information of art. 13 GDPR (controller, inspector, purpose, basis, receivers, time, rights, whether it must be
 * given) that goes with every report and application. A change of its words is a new version:
 * the application keeps which one was given.
 */
export const informationClause = {
  version: '2 z 22.11.2026',
  title: 'Informacja o danych osobowych',
  summary: 'Co zrobimy z tymi danymi',
  given: 'Informacja o przetwarzaniu danych (art. 13 RODO) została przekazana',
  paragraphs: (centre: string): string[] => [
    `Danymi zarządza ${centre} (administrator danych). Używamy ich, żeby rozpatrzyć zgłoszenie lub wniosek i udzielić usług społecznych. W sprawach danych napisz do inspektora ochrony danych: na adres centrum, z dopiskiem „inspektor ochrony danych”.`,
    'Podstawą jest art. 22 i art. 50 ustawy z dnia 19 lipca 2019 r. o realizowaniu usług społecznych przez centrum usług społecznych (art. 6 ust. 1 lit. c i e RODO). O dane szczególne pytamy tylko wtedy, gdy wskazuje je program. Nie prosimy o zgodę, bo działamy na podstawie ustawy.',
    'Pytamy tylko o to, co wskazuje program usług społecznych. Dane otrzymuje wykonawca usługi, i tylko te, które są mu potrzebne. Jeśli uzgodnimy z Tobą przekazanie wniosku, dostanie je zespół, urząd albo jednostka, do której trafi wniosek. Każdy wgląd w dane jest zapisywany.',
    'Dane przechowujemy tak długo, jak każe wykaz akt centrum. Możesz żądać dostępu do danych, ich sprostowania i ograniczenia przetwarzania oraz wnieść sprzeciw wobec przetwarzania. Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.',
    'Nie musisz podawać danych, ale bez nich nie rozpatrzymy wniosku. Decyzji nie podejmuje automat, zawsze rozstrzyga człowiek.',
  ],
};
