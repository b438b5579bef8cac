/** The page that explains the open data, behind a centre's home. */
export const openDataPath = '/otwarte-dane';
