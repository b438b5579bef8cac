import { z } from 'zod';
import { id } from '../../../platform/fields.ts';
import type { Db } from '../../../platform/database/tenant.ts';
import type { Moment } from '../../../platform/runner/command.ts';
import { lockVersion } from '../db/versions.ts';

export const versionInput = z.object({ versionId: id() });

/** Where the page of a version is found: the result of every command on one. */
export const versionResult = z.object({ programmeId: z.string(), number: z.number(), versionId: z.string() });

export type VersionTarget = NonNullable<Awaited<ReturnType<typeof lockVersion>>>;

/** The version a command acts on, locked. */
export const loadVersion = async (
  tx: Db,
  input: { versionId: string },
  moment: Moment,
): Promise<VersionTarget | undefined> => await lockVersion(tx, moment.actor.centreId, input.versionId);

export const resultOf = (
  target: Pick<VersionTarget, 'programmeId' | 'number' | 'id'>,
): z.infer<typeof versionResult> => ({
  programmeId: target.programmeId,
  number: target.number,
  versionId: target.id,
});
