import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Identification } from '../modules/access/index.ts';
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

/** A centre on the way in: one door, the workers'. */
const SignInCard = ({ centre, back }: { centre: CentreInfo; back: string | undefined }) => (
  <Card
    title={centre.name}
    href={`/${centre.slug}/logowanie${back ? `?powrot=${encodeURIComponent(back)}` : ''}`}
    level={2}
    meta={gminasOf(centre)}
  />
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
  const page = (path: string, show: (centres: CentreInfo[], query: { powrot?: string }) => string): void => {
    server.get(path, async (request, reply) => {
      const body = show(await who.centres(), request.query as { powrot?: string });
      return await reply.type('text/html; charset=utf-8').send(body);
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
  page('/logowanie', (centres, query) =>
    plain(
      pl.signIn,
      centres,
      <CardList>
        {centres.map((centre) => (
          <SignInCard key={centre.id} centre={centre} back={query.powrot} />
        ))}
      </CardList>,
    ),
  );
  page('/o-okienku', (centres) => plain(pl.about, centres, <About />));
  page('/wzornik', () => html(<GalleryPage />));
}
