import { addressIn, type Lang, langs } from '../lang.ts';
import { statementPath } from '../modules/accessibility/index.ts';
import { publicPath as plansPath } from '../modules/deinstitutionalisation/index.ts';
import { consultationsPath } from '../modules/diagnosis/index.ts';
import { openDataPath } from '../modules/hsds/index.ts';
import { publicClausesPath } from '../modules/privacy/index.ts';
import { publishedPath } from '../modules/results/index.ts';
import { surveysOfResidents } from '../modules/survey/index.ts';
import type { FooterLink, LanguageLink } from '../ui/index.ts';
import { webWordsOf } from './web-words.ts';

/** The accessibility statement: of the centre, or of every centre where the page belongs to none. */
export const statementOf = (lang: Lang, slug?: string): string =>
  addressIn(lang, slug === undefined ? `/${statementPath}` : `/${slug}/${statementPath}`);

/** Links at the foot of every page. */
export const footerOf = (lang: Lang, slug?: string): readonly FooterLink[] => {
  const { footer } = webWordsOf(lang);
  return [
    { href: addressIn(lang, '/'), label: footer.centres },
    { href: addressIn(lang, '/o-okienku'), label: footer.about },
    ...(slug === undefined
      ? []
      : [
          { href: addressIn(lang, `/${slug}${surveysOfResidents}`), label: footer.surveys },
          { href: addressIn(lang, `/${slug}${consultationsPath}`), label: footer.consultations },
          { href: addressIn(lang, `/${slug}${plansPath}`), label: footer.plans },
          { href: addressIn(lang, `/${slug}${publishedPath}`), label: footer.results },
          { href: addressIn(lang, `/${slug}${openDataPath}`), label: footer.openData },
          { href: addressIn(lang, `/${slug}${publicClausesPath}`), label: footer.personalData },
        ]),
    { href: statementOf(lang, slug), label: footer.accessibility },
  ];
};

/** Every language calls itself by its own name. */
const ownNames: Record<Lang, string> = { pl: 'Polski', uk: 'Українська', en: 'English' };

/** The same page in every language; the query stays. */
export const languagesOf = (address: string): readonly LanguageLink[] =>
  langs.map((lang) => ({ lang, href: addressIn(lang, address), label: ownNames[lang] }));
