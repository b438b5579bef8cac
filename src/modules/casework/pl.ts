/** Words of cases. */
export const pl = {
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
