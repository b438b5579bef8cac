import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import { addressIn, type Lang } from '../lang.ts';
import { statementPath } from '../modules/accessibility/index.ts';
import { type Identification, returnQuery } from '../modules/access/index.ts';
import { placeOf, sentSession, texts } from '../platform/http/exchange.ts';
import type { CentreInfo, Place } from '../platform/http/route.ts';
import { ButtonLink, Card, CardList, EmptyState, GalleryPage, html, Page, Prose } from '../ui/index.ts';
import { footerOf, languagesOf, statementOf } from './footer.ts';
import { webWordsOf } from './web-words.ts';

const gminasOf = (centre: CentreInfo, lang: Lang): string => {
  const { start } = webWordsOf(lang);
  const names = centre.gminas.map((gmina) => gmina.name).join(', ');
  return centre.gminas.length > 1 ? start.gminasMany(names) : start.gminas(names);
};

/** A centre with its two doors: the residents' and the workers'. */
const CentreCard = ({ centre, lang }: { centre: CentreInfo; lang: Lang }) => (
  <Card
    title={centre.name}
    href={addressIn(lang, `/${centre.slug}`)}
    level={2}
    meta={gminasOf(centre, lang)}
    footer={
      <ButtonLink href={addressIn(lang, `/${centre.slug}/logowanie`)} about={centre.name} small>
        {webWordsOf(lang).start.staff}
      </ButtonLink>
    }
  />
);

/** Centres on the way in, each with one door: the workers'. */
const SignInCards = ({
  centres,
  back,
  lang,
}: {
  centres: readonly CentreInfo[];
  back: string | undefined;
  lang: Lang;
}) => (
  <CardList>
    {centres.map((centre) => (
      <Card
        key={centre.id}
        title={centre.name}
        href={addressIn(lang, `/${centre.slug}/logowanie${returnQuery(back)}`)}
        level={2}
        meta={gminasOf(centre, lang)}
      />
    ))}
  </CardList>
);

const plain = (
  words: { title: string; lead: string },
  centres: readonly CentreInfo[],
  { lang, address }: Place,
  children: ComponentChildren,
): string =>
  html(
    <Page
      {...words}
      lang={lang}
      audience="resident"
      centre={{ name: '', slug: '', home: addressIn(lang, '/') }}
      nav={[]}
      footer={footerOf(lang)}
      statement={statementOf(lang)}
      languages={languagesOf(address)}
      {...(centres.some((centre) => centre.demonstration) ? { demo: webWordsOf(lang).demonstration } : {})}
      width="wide"
    >
      {children}
    </Page>,
  );

const About = ({ lang }: { lang: Lang }) => (
  <Prose>
    {webWordsOf(lang).about.parts.map((part) => (
      <section key={part.title}>
        <h2>{part.title}</h2>
        <p>{part.text}</p>
      </section>
    ))}
  </Prose>
);

/** Pages of the installation as a whole: its centres, the way in, what this is, the gallery of the design system. */
export function startPages(server: FastifyInstance, who: Identification, parts: { secure: boolean }): void {
  const page = (path: string, show: (centres: CentreInfo[], place: Place) => string): void => {
    server.get(path, async (request, reply) => {
      const shown = show(await who.centres(), placeOf(request));
      return await reply.type('text/html; charset=utf-8').send(shown);
    });
  };
  page('/', (centres, place) => {
    const { start } = webWordsOf(place.lang);
    return plain(
      start,
      centres,
      place,
      centres.length === 0 ? (
        <EmptyState title={start.empty}>{start.emptyText}</EmptyState>
      ) : (
        <CardList>
          {centres.map((centre) => (
            <CentreCard key={centre.id} centre={centre} lang={place.lang} />
          ))}
        </CardList>
      ),
    );
  });
  server.get('/logowanie', async (request, reply) => {
    const { powrot, wybor } = texts(request.query);
    const place = placeOf(request);
    const { lang } = place;
    const centres = await who.centres();
    // One centre needs no choosing, and a session that ran out says which it was in.
    const known = centres.length === 1 ? centres[0] : await who.centreOf(sentSession(parts, request) ?? '');
    if (known && wybor === undefined)
      return await reply.redirect(addressIn(lang, `/${known.slug}/logowanie${returnQuery(powrot)}`), 303);
    return await reply
      .type('text/html; charset=utf-8')
      .send(
        plain(
          webWordsOf(lang).signIn,
          centres,
          place,
          <SignInCards centres={centres} back={powrot} lang={lang} />,
        ),
      );
  });
  page('/o-okienku', (centres, place) =>
    plain(webWordsOf(place.lang).about, centres, place, <About lang={place.lang} />),
  );
  server.get(`/${statementPath}`, async (request, reply) => {
    const place = placeOf(request);
    const centres = await who.centres();
    const [only] = centres;
    if (only && centres.length === 1) return await reply.redirect(statementOf(place.lang, only.slug), 303);
    const shown = plain(
      webWordsOf(place.lang).statements,
      centres,
      place,
      <CardList>
        {centres.map((centre) => (
          <Card key={centre.id} title={centre.name} href={statementOf(place.lang, centre.slug)} level={2} />
        ))}
      </CardList>,
    );
    return await reply.type('text/html; charset=utf-8').send(shown);
  });
  // For who builds Okienko: where people's data are, nothing is served that nobody there works with.
  server.get('/wzornik', async (_request, reply) => {
    const centres = await who.centres();
    if (!centres.every(({ demonstration }) => demonstration)) return reply.callNotFound();
    return await reply.type('text/html; charset=utf-8').send(html(<GalleryPage />));
  });
}
