import type { HopTools, PageRequest } from '../../../platform/http/route.ts';
import { openSecret } from '../commands/external.ts';
import { findProvider, type Provider } from '../db/providers.ts';
import { doorOf, doorPaths } from '../domain/provider.ts';
import type { Spoken } from './oidc.ts';

/** The other system of a door, where it is switched on and this server may speak to it. */
export async function spokenOf(
  { db, safe, home, issuers }: HopTools,
  { params, centre }: PageRequest,
): Promise<{ provider: Provider; spoken: Spoken } | undefined> {
  const door = doorOf(params['drzwi']);
  const provider = door && (await findProvider(db, safe.centreId, door));
  if (!provider?.active || !issuers.includes(provider.issuer) || home === '') return undefined;
  return {
    provider,
    spoken: {
      issuer: provider.issuer,
      clientId: provider.clientId,
      secret: openSecret(safe.vault, safe.centreId, provider),
      redirectUri: `${home}/${centre.slug}/logowanie/zewnetrzne/${doorPaths[provider.door]}/powrot`,
      peselClaim: provider.peselClaim,
    },
  };
}
