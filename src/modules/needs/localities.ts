/** Localities of a gmina that we know by name, for a list of choices; none for a gmina that no source describes. */
export async function localitiesOf(gmina: string | undefined): Promise<string[]> {
  if (gmina === undefined) return [];
  const { default: known } = await import('../../../data/gminas.json', { with: { type: 'json' } });
  return known.gminas.find(({ teryt }) => teryt === gmina)?.localities.map(({ name }) => name) ?? [];
}
