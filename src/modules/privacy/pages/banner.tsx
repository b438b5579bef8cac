import type { VNode } from 'preact';
import { Notice, shortDate } from '../../../ui/index.ts';
import { pl } from '../pl.ts';
import type { personStanding } from '../queries/home.ts';

type Standing = NonNullable<Awaited<ReturnType<typeof personStanding.read>>>;

/** The mark on the record of somebody whose processing is restricted (art. 18); nothing where it is not. */
export const RestrictionBanner = ({ restriction }: Standing): VNode | null =>
  restriction && (
    <Notice kind="warning" title={pl.banner.title}>
      {pl.banner.words(pl.grounds[restriction.ground], shortDate(restriction.since))}
    </Notice>
  );
