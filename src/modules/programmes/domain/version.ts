import { z } from 'zod';
import { itemsSchema } from './items.ts';
import { versionStates } from './states.ts';

export const programmeSchema = z.object({
  id: z.string(),
  gmina: z.string(),
  gminaName: z.string(),
  name: z.string(),
  source: z.string().nullable(),
  note: z.string().nullable(),
});

export type Programme = z.infer<typeof programmeSchema>;

/** Information on the implementation of a programme (art. 6), as published. */
export const informationSchema = z.object({
  services: z.array(
    z.object({
      serviceName: z.string(),
      planned: z.number().nullable(),
      actual: z.number(),
      performers: z.string(),
    }),
  ),
  realisation: z.string(),
  evaluation: z.string(),
  costGrosze: z.number(),
  bipOffice: z.string(),
  bipCentre: z.string(),
  publishedOn: z.string(),
});

export type Information = z.infer<typeof informationSchema>;

/** A version of a programme; it stands on a resolution of the council and is never edited once adopted. */
export const versionSchema = z.object({
  id: z.string(),
  programmeId: z.string(),
  number: z.number(),
  state: z.enum(versionStates),
  items: itemsSchema,
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  resolutionNumber: z.string().nullable(),
  resolutionDate: z.string().nullable(),
  journalPosition: z.string().nullable(),
  bipOffice: z.string().nullable(),
  bipCentre: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  repeal: z.string().nullable(),
  information: informationSchema.nullable(),
  version: z.number(),
});

export type Version = z.infer<typeof versionSchema>;
