import emergency from '../../../../data/emergency.json' with { type: 'json' };
import { fullDate, Panel } from '../../../ui/index.ts';
import type { Lang } from '../../../lang.ts';
import { type Answers, meaningOf } from '../domain/questions.ts';
import { type WebWords } from '../pl-web.ts';
import { webWordsOf } from '../web-words.ts';

type NumberId = keyof WebWords['danger']['numbers'];

const isKnown = (id: string, words: WebWords): id is NumberId => Object.hasOwn(words.danger.numbers, id);

/** Numbers to call, the most urgent first; each is a link that a phone dials. */
export const Numbers = ({ lang, about }: { lang: Lang; about: readonly string[] }) => {
  const words = webWordsOf(lang);
  const shown = emergency.numbers.filter((one) => one.for.some((each) => about.includes(each)));
  return (
    <>
      <ul>
        {shown.map(({ id, phone, hours }) => (
          <li key={id}>
            <a href={`tel:${phone.replaceAll(' ', '')}`}>
              <strong>{phone}</strong>
            </a>{' '}
            – {isKnown(id, words) ? words.danger.numbers[id] : id} (
            {hours === 'always' ? words.danger.always : words.danger.from16to21})
          </li>
        ))}
      </ul>
      <p class="hint">{words.danger.checked(fullDate(emergency.checkedOn, lang))}</p>
    </>
  );
};

/** Numbers that belong to what is hard, also where there is no danger now. */
export const NumbersFor = ({ lang, hard }: { lang: Lang; hard: Answers['hard'] }) => {
  const about = hard.flatMap((one) => meaningOf(one).numbers ?? []);
  if (about.length === 0) return null;
  return (
    <Panel id="telefony" title={webWordsOf(lang).danger.also} tone="plain">
      <Numbers lang={lang} about={about} />
    </Panel>
  );
};
