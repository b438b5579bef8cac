import type { Db } from '../../../platform/database/tenant.ts';
import type { Items } from '../domain/items.ts';
import type { Offer } from '../domain/offer.ts';
import type { Programme, Version } from '../domain/version.ts';
import { offersOf, selectProgrammes, selectVersion, selectVersions } from './versions.ts';

/** What an application needs of the version it is made under. */
export interface ApplicationRules {
  programmeId: string;
  versionId: string;
  name: string;
  gmina: string;
  inForce: boolean;
  /** Ids of the data that may be asked (item 9); see `questionsOf`. */
  whitelist: readonly string[];
  /** Documents that prove conditions and reliefs (item 8). */
  evidence: readonly { criterion: string; documents: string }[];
  /** How qualifying goes (item 6). */
  procedure: string | null;
  fees: Items['fees'] | null;
  offers: readonly Offer[];
}

const rulesOf = (programme: Programme, version: Version, offers: readonly Offer[]): ApplicationRules => ({
  programmeId: programme.id,
  versionId: version.id,
  name: programme.name,
  gmina: programme.gmina,
  inForce: version.state === 'in_force',
  whitelist: version.items.personalData?.fields ?? [],
  evidence: version.items.evidence?.rows ?? [],
  procedure: version.items.qualification?.procedure ?? null,
  fees: version.items.fees ?? null,
  offers: offers.filter((offer) => offer.versionId === version.id),
});

const holdsOn = (version: Version, on: string): boolean =>
  version.state === 'in_force' &&
  version.validFrom !== null &&
  version.validFrom <= on &&
  (version.validTo === null || version.validTo >= on);

/** Rules of every programme in force on a day: what may be applied for. */
export async function rulesInForce(db: Db, centreId: string, on: string): Promise<ApplicationRules[]> {
  const [programmes, versions] = await Promise.all([
    selectProgrammes(db, centreId),
    selectVersions(db, centreId),
  ]);
  const current = versions.filter((version) => holdsOn(version, on));
  const offers = await offersOf(
    db,
    centreId,
    current.map((version) => version.id),
  );
  return programmes.flatMap((programme) =>
    current
      .filter((version) => version.programmeId === programme.id)
      .map((version) => rulesOf(programme, version, offers)),
  );
}

/** Rules of one version, whatever its state: an application is judged by the version it was made under. */
export async function rulesOfVersion(
  db: Db,
  centreId: string,
  versionId: string,
): Promise<ApplicationRules | undefined> {
  const version = await selectVersion(db, centreId, versionId);
  if (!version) return undefined;
  const [[programme], offers] = await Promise.all([
    selectProgrammes(db, centreId, [version.programmeId]),
    offersOf(db, centreId, [versionId]),
  ]);
  return programme ? rulesOf(programme, version, offers) : undefined;
}
