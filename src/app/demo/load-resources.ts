import { z } from 'zod';
import type { Stage } from './stage.ts';

const staged = z.object({ importId: z.string() });
const counted = z.object({ counts: z.object({ added: z.number() }) });

/** Takes over the real rows of public registers for the powiats of one centre, as its organiser would; none: nothing. */
export async function loadResources(stage: Stage, now: string): Promise<void> {
  const organiser = stage.crew.get('service_organiser');
  if (!organiser) throw new Error(`${stage.centre.slug} has no organiser`);
  await stage.setClock(now);
  const { importId } = staged.parse(await stage.run('resources.stage-import', organiser, { shipped: true }));
  const { counts } = counted.parse(await stage.ask('resources.view-import', organiser, { importId }));
  await stage.run(counts.added > 0 ? 'resources.import' : 'resources.drop-import', organiser, { importId });
}
