/**
 * Numbers for somebody in danger, free of charge.
 * Source: https://www.gov.pl/web/numer-alarmowy-112 and the pages of the lines themselves.
 */
export const emergencyNumbers = [
  { key: 'danger', number: '112' },
  { key: 'crisis', number: '116 123' },
  { key: 'violence', number: '800 12 00 02' },
  { key: 'child', number: '116 111' },
] as const;

export type EmergencyKey = (typeof emergencyNumbers)[number]['key'];
