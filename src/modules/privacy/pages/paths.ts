/** Where the work of who watches over personal data begins. */
export const homePath = '/praca/ochrona-danych';
export const requestPath = (requestId: string): string => `${homePath}/zadania/${requestId}`;
export const registerPath = `${homePath}/rejestr`;
export const clausesPath = `${homePath}/klauzule`;
export const retentionPath = `${homePath}/akta`;
export const reviewPath = (reviewId: string): string => `${retentionPath}/${reviewId}`;
/** What every resident reads about their data, below the address of the centre. */
export const publicClausesPath = '/dane-osobowe';
export const statisticsPath = `${homePath}/statystyka`;
/** Where a request of a person is taken down. */
export const takePath = (personId: string): string => `/praca/osoby/${personId}/zadanie`;
