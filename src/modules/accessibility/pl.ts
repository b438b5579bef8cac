/** Words of the staff's side of the accessibility statement. */
export const pl = {
  nav: 'Dostępność',
  form: {
    title: 'Deklaracja dostępności',
    lead: 'Z tych odpowiedzi powstaje publiczna deklaracja centrum. Przegląd co roku do 31 marca.',
    missing: 'Czego brakuje w deklaracji',
    whole: 'Deklaracja ma wszystko, czego wymaga ustawa.',
    see: 'Zobacz deklarację',
    submit: 'Zapisz deklarację',
    site: 'Strona',
    state: 'Stan dostępności',
    contact: 'Kontakt',
    house: 'Budynek i rozmowa',
    statuses: {
      full: 'w pełni zgodna z ustawą',
      partial: 'częściowo zgodna z ustawą',
      none: 'niezgodna z ustawą',
    },
    hints: {
      notAccessible:
        'Każda treść w osobnym wierszu: co, dlaczego i do kiedy. Niepotrzebne, gdy strona jest w pełni zgodna.',
      reviewedOn: 'Potrzebne od pierwszego przeglądu rocznego.',
      assessedBy: 'Puste znaczy: samoocena centrum. Podaj nazwę, jeśli oceniał ktoś z zewnątrz.',
      architecture: 'Wejście, schody, winda, toaleta, pies przewodnik, parking. Każde w osobnym wierszu.',
      communication: 'Tłumacz języka migowego, pętla indukcyjna, tekst łatwy do czytania.',
      shortcuts: 'Tylko niestandardowe skróty klawiszowe.',
    } as Record<string, string>,
  },
  fields: {
    url: 'Adres strony w internecie',
    publishedOn: 'Data publikacji strony',
    updatedOn: 'Data ostatniej istotnej aktualizacji',
    status: 'Stan zgodności z ustawą',
    notAccessible: 'Niedostępne treści',
    preparedOn: 'Data sporządzenia deklaracji',
    reviewedOn: 'Data ostatniego przeglądu',
    assessedBy: 'Kto ocenił stronę',
    features: 'Udogodnienia i ograniczenia',
    shortcuts: 'Skróty klawiszowe',
    contactName: 'Kto odpowiada na uwagi',
    email: 'E-mail do spraw dostępności',
    phone: 'Telefon do spraw dostępności',
    applications: 'Aplikacje mobilne',
    architecture: 'Dostępność architektoniczna',
    communication: 'Dostępność komunikacyjno-informacyjna',
    hours: 'Godziny otwarcia okienka',
  },
  errors: {
    email: 'Podaj adres e-mail, na przykład dostepnosc@centrum.pl.',
    url: 'Podaj pełny adres strony, na przykład https://okienko.gmina.pl/jarocin.',
  },
  commands: {
    'accessibility.save-statement': {
      title: 'Zapisanie deklaracji dostępności',
      done: 'Deklaracja zapisana. Zmiana jest już widoczna na stronie.',
    },
  },
};
