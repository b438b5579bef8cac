import { createHash } from 'node:crypto';
import type { Lang } from '../../../lang.ts';
import { type Block, heading, type Letter, paragraph } from '../../../platform/documents/letter.ts';
import { letterheadOf } from '../../../platform/documents/paper.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { contentDisposition } from '../../../platform/files/name.ts';
import { type CentreInfo, file } from '../../../platform/http/route.ts';
import { shortDate } from '../../../ui/index.ts';
import { cardWordsOf } from '../card-words.ts';
import { type Service, serviceIn } from '../domain/service.ts';
import { type Leaflet, leaflet } from '../queries/leaflet.ts';
import { performerOf } from './parts.tsx';
import {
  accessFact,
  applyFact,
  hoursFact,
  languagesFact,
  placeFact,
  placesFact,
  priceFact,
  reachFact,
  staleFact,
  whoFact,
} from './resident-facts.ts';

interface Sheet {
  lang: Lang;
  large: boolean;
  today: string;
}

/** What is known of a service, in the order in which a person needs it; what is not known is not on paper. */
function factsOf(service: Service, { lang, today }: Sheet, alone: boolean): Block[] {
  const words = cardWordsOf(lang);
  const places = placesFact(service, today, lang);
  const where = service.places.length > 0 ? service.places.map(placeFact).join('\n') : service.place;
  const facts: [string, string | null | undefined][] = [
    [words.who, whoFact(service, lang) ?? words.ask],
    [words.price, priceFact(service, lang) ?? words.ask],
    [words.places, places && [places.said, places.on, places.wait].filter(Boolean).join('. ')],
    [words.channelsTitle, applyFact(service, lang)],
    [words.phone, service.phone ?? (alone ? words.unknown : null)],
    [words.email, service.email],
    [words.contact, service.contactName],
    [words.reach, reachFact(service, lang)],
    [words.place, where ?? words.ask],
    [words.when, hoursFact(service, lang).join('\n') || (alone ? words.ask : null)],
    [words.conditions, service.conditions],
    [words.documents, service.documents.join('\n')],
    [words.accessibility, accessFact(service, lang)],
    [words.languages, languagesFact(service, lang)],
    [words.performer, performerOf(service)],
  ];
  const stale = staleFact(service, today, lang);
  return [
    ...(service.description ? [paragraph(service.description)] : []),
    {
      type: 'facts',
      items: facts.flatMap(([term, value]) => (value ? [{ term, value: value.slice(0, 20_000) }] : [])),
    },
    ...(stale ? [paragraph(stale)] : []),
  ];
}

/** Whom to turn to: the centre, by the three ways of equal rank. */
function helpBlocks({ letterhead, name }: CentreInfo, lang: Lang): Block[] {
  const { paper, phone, email } = cardWordsOf(lang);
  const lines = [
    [name, ...letterhead.addressLines].join(', '),
    letterhead.hours,
    letterhead.phone && `${phone}: ${letterhead.phone}`,
    letterhead.email && `${email}: ${letterhead.email}`,
    letterhead.web,
  ];
  return [
    {
      type: 'notice',
      title: paper.help,
      paragraphs: [[{ text: paper.helpWays }], [{ text: lines.filter(Boolean).join('\n'), bold: true }]],
    },
  ];
}

/** The leaflet of one service or of a set, as a letter of the centre without an addressee. */
export function leafletLetter(centre: CentreInfo, { services, found }: Leaflet, sheet: Sheet): Letter {
  const { paper } = cardWordsOf(sheet.lang);
  const shown = services.map((one) => serviceIn(sheet.lang, one));
  const [only] = shown;
  const single = shown.length === 1 && found === 1;
  return {
    kind: 'service.leaflet',
    lang: sheet.lang,
    large: sheet.large,
    letterhead: letterheadOf(centre),
    place: centre.place,
    date: sheet.today,
    addressee: [],
    title: single && only ? only.name : paper.set,
    ...(single ? {} : { subtitle: paper.setOf(found) }),
    blocks: [
      ...(shown.length === 0 ? [paragraph(paper.none)] : []),
      ...shown.flatMap((service) => [
        ...(single ? [] : [heading(service.name)]),
        ...factsOf(service, sheet, single),
      ]),
      ...(found > shown.length ? [paragraph(paper.more(found))] : []),
      ...helpBlocks(centre, sheet.lang),
    ],
    footerNotes: [paper.onDay(shortDate(sheet.today))],
    ...(centre.demonstration ? { banner: paper.demonstration } : {}),
  };
}

/** Leaflets as they were made, by their words: the same leaflet is set once, however many people ask for it. */
const made = new Map<string, Promise<Uint8Array>>();
const mostKept = 200;

async function leafletPdf(letter: Letter): Promise<Uint8Array> {
  const key = createHash('sha256').update(JSON.stringify(letter)).digest('base64');
  const known = made.get(key);
  if (known) return await known;
  const fresh = renderPdf(letter);
  made.set(key, fresh);
  // One that failed is made again; the oldest makes room.
  fresh.catch(() => made.delete(key));
  const [oldest] = made.keys();
  if (made.size > mostKept && oldest !== undefined) made.delete(oldest);
  return await fresh;
}

/** A printable leaflet of a service (`usluga`) or of what a search finds, in ordinary or large print (`druk=duzy`). */
export const leafletFile = file({
  door: 'public',
  path: '/:centre/ulotka',
  async send(ask, { query, centre, lang, today }) {
    const { usluga, druk, text, area, group, gmina, reach, price } = query;
    const asked = await ask(leaflet, { serviceId: usluga, text, area, group, gmina, reach, price });
    if (!asked.ok) return asked;
    const letter = leafletLetter(centre, asked.value, { lang, large: druk === 'duzy', today });
    return {
      ok: true,
      value: {
        type: 'application/pdf',
        body: await leafletPdf(letter),
        name: contentDisposition(`${cardWordsOf(lang).paper.file}.pdf`, 'inline'),
        cache: 'public, max-age=600',
      },
    };
  },
});
