import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import { type Identification, returnQuery } from '../modules/access/index.ts';
import { sessionCookie } from '../platform/http/exchange.ts';
import type { CentreInfo } from '../platform/http/route.ts';
import { ButtonLink, Card, CardList, EmptyState, GalleryPage, html, Page, Prose } from '../ui/index.ts';
import { footer } from './footer.ts';
import { pl } from './pl.ts';

const gminasOf = (centre: CentreInfo): string => {
  const names = centre.gminas.map((gmina) => gmina.name).join(', ');
  return centre.gminas.length > 1 ? pl.start.gminasMany(names) : pl.start.gminas(names);
};

/** A centre with its two doors: the residents' and the workers'. */
const CentreCard = ({ centre }: { centre: CentreInfo }) => (
  <Card
    title={centre.name}
    href={`/${centre.slug}`}
    level={2}
    meta={gminasOf(centre)}
    footer={
      <ButtonLink href={`/${centre.slug}/logowanie`} about={centre.name} small>
        {pl.start.staff}
      </ButtonLink>
    }
  />
);

/** Centres on the way in, each with one door: the workers'. */
const SignInCards = ({ centres, back }: { centres: readonly CentreInfo[]; back: string | undefined }) => (
  <CardList>
    {centres.map((centre) => (
      <Card
        key={centre.id}
        title={centre.name}
        href={`/${centre.slug}/logowanie${returnQuery(back)}`}
        level={2}
        meta={gminasOf(centre)}
      />
    ))}
  </CardList>
);

const plain = (
  words: { title: string; lead: string },
  centres: readonly CentreInfo[],
  children: ComponentChildren,
): string =>
  html(
    <Page
      {...words}
      audience="resident"
      centre={{ name: '', slug: '', home: '/' }}
      nav={[]}
      footer={footer}
      {...(centres.some((centre) => centre.demonstration) ? { demo: pl.demonstration } : {})}
      width="wide"
    >
      {children}
    </Page>,
  );

const About = () => (
  <Prose>
    {pl.about.parts.map((part) => (
      <section key={part.title}>
        <h2>{part.title}</h2>
        <p>{part.text}</p>
      </section>
    ))}
  </Prose>
);

/** Pages of the installation as a whole: its centres, the way in, what this is, the gallery of the design system. */
export function startPages(server: FastifyInstance, who: Identification): void {
  const page = (path: string, show: (centres: CentreInfo[]) => string): void => {
    server.get(path, async (_request, reply) => {
      return await reply.type('text/html; charset=utf-8').send(show(await who.centres()));
    });
  };
  page('/', (centres) =>
    plain(
      pl.start,
      centres,
      centres.length === 0 ? (
        <EmptyState title={pl.start.empty}>{pl.start.emptyText}</EmptyState>
      ) : (
        <CardList>
          {centres.map((centre) => (
            <CentreCard key={centre.id} centre={centre} />
          ))}
        </CardList>
      ),
    ),
  );
  server.get('/logowanie', async (request, reply) => {
    const { powrot, wybor } = request.query as { powrot?: string; wybor?: string };
    const centres = await who.centres();
    // One centre needs no choosing, and a session that ran out says which it was in.
    const known =
      centres.length === 1 ? centres[0] : await who.centreOf(request.cookies[sessionCookie] ?? '');
    if (known && wybor === undefined)
      return await reply.redirect(`/${known.slug}/logowanie${returnQuery(powrot)}`, 303);
    return await reply
      .type('text/html; charset=utf-8')
      .send(plain(pl.signIn, centres, <SignInCards centres={centres} back={powrot} />));
  });
  page('/o-okienku', (centres) => plain(pl.about, centres, <About />));
  page('/wzornik', () => html(<GalleryPage />));
}
