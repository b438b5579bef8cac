import type { WebWords } from './pl-web.ts';

const form = (n: number): string => {
  const tens = n % 100;
  const units = n % 10;
  if (units === 1 && tens !== 11) return 'послуга';
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? 'послуги' : 'послуг';
};

/** The same words as in pl-web.ts, for residents who read Ukrainian. */
export const ukWeb: WebWords = {
  title: 'Програми соціальних послуг',
  lead: 'Що ухвалила рада: які послуги, для кого, на яких умовах і за скільки.',
  home: 'Головна сторінка',
  inPolish: 'Назви послуг і зміст програми – польською, так як їх ухвалила рада.',
  emptyTitle: 'Зараз не діє жодна програма',
  empty: 'Це не означає, що допомоги немає. Опишіть, що вам потрібно, і працівник скаже, що можливо.',
  report: 'Опишіть свою потребу',
  apply: 'Подати заяву',
  services: 'Що пропонує',
  count: (n) => `${n} ${form(n)}`,
  how: 'Як про це вирішують',
  period: (from, to) => (to ? `від ${from} до ${to}` : `від ${from}`),
  fee: 'Оплата',
  feeUnsaid: 'у програмі не сказано',
  price: {
    free: 'безкоштовно',
    perUnit: (price, per) => `${price} ${per}`,
    shares: (low, high) => (low === high ? `${low} ціни` : `від ${low} до ${high} ціни`),
    byIncome: (share) => `${share} години, залежно від доходу`,
    byIncomeOf: (share, price) => `${share} години (${price}), залежно від доходу`,
    noTableOn: () => 'Таблиця оплат цього дня не діє.',
  },
  units: {
    hour: { one: 'година', many: 'год.', per: 'за годину' },
    visit: { one: 'візит', many: 'візитів', per: 'за візит' },
    day: { one: 'день', many: 'днів', per: 'за день' },
    month: { one: 'місяць', many: 'міс.', per: 'за місяць' },
    item: { one: 'штука або поїздка', many: 'шт.', per: 'за штуку або поїздку' },
  },
  conditions: 'Умови',
  evidence: 'Що буде потрібно',
  data: 'Про що ми можемо питати',
  dataLead: 'У заяві запитаємо лише про ці дані. Ні про що більше питати не можна.',
  places: (n) => `вільних місць: ${n}`,
  noPlaces: 'місць немає',
  published: 'Повний текст',
  note: 'Про цей запис',
  states: {
    draft: 'чернетка',
    draft_resolution: 'проєкт ухвали',
    adopted: 'ухвалено',
    in_force: 'діє',
    ended: 'завершено',
    reported: 'завершено і підсумовано',
    superseded: 'замінено новою версією',
    repealed: 'скасовано',
  },
};
