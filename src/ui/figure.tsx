import type { VNode } from 'preact';
import { DescriptionList, Disclosure, Tag, Unknown } from './content.tsx';
import { fullDate, money, number } from './format.ts';
import { type Shape, ShapeIcon } from './window.tsx';
import { useLang, useWords, type Lang, type Words, wordsOf } from './words.ts';

/** Where a number comes from; the shape of the passport of a figure, which this layer does not import. */
export type ShownPassport = {
  source: string;
  /** A day, a year, or a pair of them in words. */
  asOf: string;
  filter: string;
  formula: string;
  /** Below the centre's home; a staff page ("/praca/...") stands as it is. */
  rows?: string;
  /** Of a number made of others: their rows, by name. */
  moreRows?: readonly { name: string; rows: string }[];
  synthetic?: boolean;
};

/** A number with its passport; `null` is a gap of the source. */
export type ShownFigure = {
  value: number | null;
  unit: keyof Words['figure']['units'];
  passport: ShownPassport;
  between?: { low: number; high: number; meaning: string };
  about?: boolean;
  doubt?: string;
};

const day = /^\d{4}-\d{2}-\d{2}$/;

const amount = (value: number, unit: ShownFigure['unit'], lang: Lang, bare: boolean): string => {
  if (unit === 'grosze') return money(value, lang);
  const said = number(unit === 'ratio' ? Math.round(value * 100) / 100 : Math.round(value * 10) / 10, lang);
  if (unit === 'percent') return `${said}\u00a0%`;
  const word = wordsOf(lang).figure.units[unit](value);
  return bare || word === '' ? said : `${said}\u00a0${word}`;
};

/** "ok. 1 234 osoby", "12,5 %"; a missing value is "brak danych". `bare` leaves out the word of the unit: for a cell of a table. */
export const figureText = (figure: ShownFigure, lang: Lang = 'pl', bare = false): string => {
  const words = wordsOf(lang).figure;
  if (figure.value === null) return words.none;
  const said = amount(figure.value, figure.unit, lang, bare);
  return figure.about ? `${words.about} ${said}` : said;
};

const rowsHref = (rows: string, home: string): string =>
  rows.startsWith('/praca/') ? rows : `${home}${rows}`;

export type PassportProps = {
  of: ShownPassport;
  /** `centre.home`: where an address of rows begins. */
  home?: string;
  /** Default: "Skąd ta liczba?" */
  summary?: string;
  open?: boolean;
};

const PassportList = ({
  of,
  home = '',
  label = '',
}: PassportProps & { label?: string | undefined }): VNode => {
  const about = [label, of.filter].filter(Boolean).join(', ');
  const words = useWords().figure;
  const lang = useLang();
  return (
    <>
      <DescriptionList
        items={[
          { term: words.source, value: of.source },
          { term: words.asOf, value: day.test(of.asOf) ? fullDate(of.asOf, lang) : of.asOf },
          { term: words.filter, value: of.filter || words.noFilter },
          { term: words.formula, value: of.formula || words.noFormula },
          ...(of.synthetic ? [{ term: words.synthetic, value: words.syntheticText }] : []),
        ]}
      />
      {of.rows && (
        <p>
          <a href={rowsHref(of.rows, home)}>
            {words.rows}
            {/* Many numbers on a page have rows: a list of links must tell them apart. */}
            {about !== '' && <span class="sr-only">: {about}</span>}
          </a>
        </p>
      )}
      {of.moreRows?.map(({ name, rows }) => (
        <p key={rows}>
          <a href={rowsHref(rows, home)}>
            {words.rows}: {name}
            {about !== '' && <span class="sr-only">: {about}</span>}
          </a>
        </p>
      ))}
    </>
  );
};

/** The passport of a table, a chart or a number behind "Skąd ta liczba?": source, date, filter, formula, rows. */
export const Passport = ({ summary, open, ...rest }: PassportProps): VNode => {
  const words = useWords().figure;
  return (
    <Disclosure summary={summary ?? words.where} {...(open === undefined ? {} : { open })}>
      <PassportList {...rest} />
    </Disclosure>
  );
};

export type FigureValueProps = {
  figure: ShownFigure;
  /** `centre.home`. */
  home?: string;
  /** Without the word of the unit: where the head of the column says it. */
  bare?: boolean;
  /** What the number is, said to a screen reader before it when the cell around does not. */
  label?: string;
  /** Which of the numbers of its row it is, in the names of its links: a list of links must tell them apart. */
  name?: string;
  /** Large, as the one number of a panel. */
  size?: 'text' | 'large';
  /** Marks instead of words for a doubt and for made-up data: in a table of many figures, with `FigureMarks` below it. */
  dense?: boolean;
};

/** What the marks of dense figures mean; nothing when none of them bears one. */
export const FigureMarks = ({ of }: { of: readonly ShownFigure[] }): VNode | null => {
  const words = useWords().figure;
  const doubtful = of.some(({ doubt }) => doubt !== undefined);
  const synthetic = of.some(({ passport }) => passport.synthetic);
  if (!doubtful && !synthetic) return null;
  return (
    <p class="description-note">
      {doubtful && (
        <>
          <ShapeIcon shape="warning" /> {words.doubt}
          {synthetic && ' · '}
        </>
      )}
      {synthetic && (
        <>
          <ShapeIcon shape="info" /> {words.synthetic}
        </>
      )}
    </p>
  );
};

const Mark = ({ shape, words }: { shape: Shape; words: string }): VNode => (
  <span class="figure-mark">
    <ShapeIcon shape={shape} />
    <span class="sr-only"> {words}</span>
  </span>
);

const Marks = ({ figure: { doubt, passport } }: { figure: ShownFigure }): VNode => {
  const words = useWords().figure;
  return (
    <>
      {doubt && <Mark shape="warning" words={words.doubt} />}
      {passport.synthetic && <Mark shape="info" words={words.synthetic} />}
    </>
  );
};

/** A number that opens into its passport by a click, without a script; a gap, a guess and a doubt say so. */
export const FigureValue = ({
  figure,
  home = '',
  bare = false,
  label,
  name,
  size = 'text',
  dense = false,
}: FigureValueProps): VNode => {
  const words = useWords().figure;
  const lang = useLang();
  const say = (value: number): string => amount(value, figure.unit, lang, true);
  return (
    <details class={`figure-value figure-${size}`}>
      <summary>
        {label && <span class="sr-only">{label}: </span>}
        {figure.value === null ? (
          <Unknown>{words.none}</Unknown>
        ) : (
          <span class="figure-number">{figureText(figure, lang, bare)}</span>
        )}
        {dense && <Marks figure={figure} />}
        {figure.between && (
          <span class="figure-between">
            {words.between(say(figure.between.low), say(figure.between.high))}
          </span>
        )}
        <span class="sr-only"> ({words.where})</span>
        {!dense && figure.doubt && (
          <Tag tone="warning" shape="warning">
            {words.doubt}
          </Tag>
        )}
        {!dense && figure.passport.synthetic && <Tag shape="info">{words.synthetic}</Tag>}
      </summary>
      <div class="disclosure-body">
        {figure.doubt && <p>{figure.doubt}</p>}
        {figure.between && <p>{figure.between.meaning}</p>}
        {figure.about && <p>{words.aboutText}</p>}
        <PassportList of={figure.passport} home={home} label={name ?? label} />
      </div>
    </details>
  );
};
