import type { FastifyInstance } from 'fastify';
import type { Identification } from '../modules/access/index.ts';
import type { CentreInfo } from '../platform/http/route.ts';
import { ButtonLink, Card, CardList, html, Page } from '../ui/index.ts';
import { pl } from './pl.ts';

const CentreCard = ({ centre }: { centre: CentreInfo }) => {
  const names = centre.gminas.map((gmina) => gmina.name).join(', ');
  return (
    <Card
      title={centre.name}
      href={`/${centre.slug}`}
      meta={centre.gminas.length > 1 ? pl.start.gminasMany(names) : pl.start.gminas(names)}
      footer={
        <ButtonLink href={`/${centre.slug}/logowanie`} about={centre.name} small>
          {pl.start.staff}
        </ButtonLink>
      }
    />
  );
};

/** The first page of an installation: its centres. And the sign-in address that knows no centre yet. */
export function startPages(server: FastifyInstance, who: Identification): void {
  const show = async (): Promise<string> => {
    const centres = await who.centres();
    return html(
      <Page
        title={pl.start.title}
        lead={pl.start.lead}
        audience="resident"
        centre={{ name: '', slug: '', home: '/' }}
        nav={[]}
        {...(centres.some((centre) => centre.demonstration) ? { demo: pl.demonstration } : {})}
        width="wide"
      >
        <CardList>
          {centres.map((centre) => (
            <CentreCard key={centre.id} centre={centre} />
          ))}
        </CardList>
      </Page>,
    );
  };
  server.get('/', async (_request, reply) => await reply.type('text/html; charset=utf-8').send(await show()));
  server.get(
    '/logowanie',
    async (_request, reply) => await reply.type('text/html; charset=utf-8').send(await show()),
  );
}
