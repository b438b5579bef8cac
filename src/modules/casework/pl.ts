/** Words of cases that both halves of the module share; each half keeps its own beside this file. */
export const pl = {
  wrongState: (state: string) =>
    `W stanie „${state}” nie można tego zrobić. Otwórz sprawę ponownie, żeby zobaczyć, co się zmieniło.`,
  states: {
    reported: 'zgłoszona potrzeba',
    answered: 'udzielono informacji',
    draft: 'szkic wniosku',
    submitted: 'wniosek złożony',
    awaiting_completion: 'do uzupełnienia',
    left_unconsidered: 'pozostawiony bez rozpoznania',
    in_recognition: 'w rozpoznaniu',
    qualified: 'zakwalifikowany bez planu',
    plan_in_preparation: 'IPUS w opracowaniu',
    plan_running: 'IPUS w realizacji',
    transferred: 'przekazany',
    transfer_accepted: 'przyjęty po przekazaniu',
    refused: 'odmowa',
    withdrawn: 'wycofany',
    closed: 'zakończona',
  },
};
