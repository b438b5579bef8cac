import type { Said } from '../../lang.ts';
import { identifierFaultWords } from '../../law/index.ts';
import { pl } from './pl.ts';
import { intakeWords } from './pl-intake.ts';
import { requestWords as requests } from './pl-requests.ts';
import { plWeb } from './pl-web.ts';
import { enWeb } from './en-web.ts';
import { ukWeb } from './uk-web.ts';

const { report, application, files, commands } = intakeWords;
const pesel = (fault: keyof typeof identifierFaultWords): string => `PESEL ${identifierFaultWords[fault]}.`;
const doneOf = (name: keyof typeof commands): string => {
  const words = commands[name];
  return 'done' in words ? words.done : '';
};

/** What the commands behind the residents' forms can say: errors of fields, refusals, and what is done. */
export const said: readonly Said[] = [
  {
    pl: report.errors.phone,
    uk: 'Введіть номер із 9 цифр або закордонний зі знаком + на початку.',
    en: 'Give a number of 9 digits, or a foreign one beginning with +.',
  },
  {
    pl: report.errors.email,
    uk: 'Введіть адресу e-mail, наприклад anna@poczta.pl.',
    en: 'Give an e-mail address, for example anna@poczta.pl.',
  },
  {
    pl: report.errors.need,
    uk: 'Напишіть, з чим важко, хоча б одним реченням.',
    en: 'Write what is hard, in one sentence at least.',
  },
  {
    pl: report.errors.gmina,
    uk: 'Виберіть гміну, у якій живе людина.',
    en: 'Choose the gmina the person lives in.',
  },
  {
    pl: report.errors.foreignGmina,
    uk: 'Наш центр не обслуговує цієї гміни. Виберіть гміну зі списку.',
    en: 'Our centre does not serve that gmina. Choose one from the list.',
  },
  {
    pl: report.errors.unknownService,
    uk: 'Такої послуги немає в переліку центру. Виберіть послугу зі списку.',
    en: 'That service is not in the directory of the centre. Choose one from the list.',
  },
  {
    pl: report.errors.noPhone,
    uk: 'Введіть номер телефону, щоб ми могли зателефонувати.',
    en: 'Give a phone number so that we can call.',
  },
  {
    pl: report.errors.noContact,
    uk: 'Введіть номер телефону або адресу e-mail, щоб ми могли відповісти.',
    en: 'Give a phone number or an e-mail address so that we can answer.',
  },
  {
    pl: report.errors.bornLater,
    uk: 'Ця дата народження в майбутньому. Перевірте рік.',
    en: 'That date of birth is in the future. Check the year.',
  },
  {
    pl: files.errors.notBase64,
    uk: 'Вміст файла подайте в Base64.',
    en: 'Give the content of the file in Base64.',
  },
  { pl: files.errors.choose, uk: 'Виберіть файл із пристрою.', en: 'Choose a file from your device.' },
  {
    pl: files.errors.closed,
    uk: 'На цьому етапі документів додавати вже не можна. Зателефонуйте до центру.',
    en: 'Documents can no longer be added at this stage. Call the centre.',
  },
  {
    pl: 'W tej sprawie jest już {most} plików. Zadzwoń do centrum, jeśli trzeba dołączyć kolejny.',
    uk: 'У цій справі вже {most} файлів. Якщо треба додати ще один, зателефонуйте до центру.',
    en: 'There are already {most} files in this case. Call the centre if another one has to be added.',
  },
  {
    pl: files.errors.cameInFuture,
    uk: 'Цей день ще не настав. Вкажіть день, коли лист надійшов.',
    en: 'That day has not come yet. Give the day when the letter came.',
  },
  {
    pl: files.errors.same,
    uk: 'Цей файл уже є у справі. Не треба додавати його вдруге.',
    en: 'This file is already in the case. There is no need to add it again.',
  },
  { pl: application.errors.yesNo, uk: 'Виберіть «так» або «ні».', en: 'Choose “yes” or “no”.' },
  {
    pl: 'Program nie wymienia danych „{field}” wśród potrzebnych do kwalifikowania, więc nie wolno o nie pytać. Usuń tę odpowiedź.',
    uk: 'Програма не називає цих даних серед потрібних, тому питати про них не можна. Вилучіть цю відповідь.',
    en: 'The programme does not name these data as needed, so they may not be asked for. Remove this answer.',
  },
  {
    pl: application.errors.relief,
    uk: 'Програма не передбачає такої пільги. Виберіть пільгу зі списку.',
    en: 'The programme has no such relief. Choose one from the list.',
  },
  {
    pl: application.errors.document,
    uk: 'Програма не називає такого документа. Виберіть документ зі списку.',
    en: 'The programme names no such document. Choose one from the list.',
  },
  {
    pl: application.errors.undeclared,
    uk: 'Доповнюючи заяву, не можна додати пільгу чи змінити заявника: потрібна заява під кримінальною відповідальністю. Зробіть це в новій заяві; те, що введено, залишається.',
    en: 'When an application is completed, no relief can be added and the applicant cannot change: a declaration with the clause on penal liability is needed. Make it in a new application; what you typed stays.',
  },
  {
    pl: application.errors.declaration,
    uk: 'Без цієї заяви під відповідальністю подати заяву не можна.',
    en: 'The application cannot be sent without this declaration.',
  },
  {
    pl: application.errors.clause,
    uk: 'Заява має містити речення із закону слово в слово. Відкрийте форму ще раз.',
    en: 'The declaration must contain the sentence of the law word for word. Open the form again.',
  },
  {
    pl: application.errors.declarationChanged,
    uk: 'Текст заяви змінився після відкриття форми. Прочитайте його й позначте ще раз.',
    en: 'The declaration changed after the form was opened. Read it and tick it again.',
  },
  {
    pl: application.errors.needed,
    uk: 'Без цього ми не знатимемо, кому й куди відповісти.',
    en: 'Without this we would not know whom to answer and where.',
  },
  {
    pl: application.errors.applicant,
    uk: 'Введіть ім’я та прізвище того, хто подає заяву.',
    en: 'Give the name and surname of whoever makes the application.',
  },
  {
    pl: application.errors.information,
    uk: 'Прочитайте інформацію про персональні дані й підтвердьте це.',
    en: 'Read the information about personal data and confirm it.',
  },
  {
    pl: application.errors.notInForce,
    uk: 'Ця програма сьогодні не діє. Виберіть ту, що діє.',
    en: 'That programme is not in force today. Choose one that is.',
  },
  {
    pl: application.errors.otherGmina,
    uk: 'Ця програма діє в іншій гміні. Виберіть програму гміни, у якій живе людина.',
    en: 'That programme runs in another gmina. Choose one of the gmina the person lives in.',
  },
  {
    pl: application.errors.noService,
    uk: 'Виберіть хоча б одну послугу.',
    en: 'Choose at least one service.',
  },
  {
    pl: pesel('digits'),
    uk: 'PESEL може містити лише цифри.',
    en: 'PESEL may contain digits only.',
  },
  {
    pl: pesel('length'),
    uk: 'PESEL має неправильну кількість цифр.',
    en: 'PESEL has the wrong number of digits.',
  },
  {
    pl: pesel('zeros'),
    uk: 'PESEL не може складатися із самих нулів.',
    en: 'PESEL cannot be all zeros.',
  },
  {
    pl: pesel('checksum'),
    uk: 'PESEL: контрольна сума не сходиться, перевірте цифри.',
    en: 'PESEL: the control sum does not match, check the digits.',
  },
  {
    pl: pesel('date'),
    uk: 'PESEL містить дату народження, якої не існує.',
    en: 'PESEL contains a birth date that does not exist.',
  },
  {
    pl: pesel('empty'),
    uk: 'PESEL порожній.',
    en: 'PESEL is empty.',
  },
  {
    pl: pl.wrongState('{state}'),
    uk: 'У теперішньому стані справи цього зробити не можна. Відкрийте справу ще раз, щоб побачити, що змінилося.',
    en: 'This cannot be done in the present state of the case. Open the case again to see what has changed.',
  },
  { pl: requests.errors.change, uk: 'Напишіть, що ви хочете змінити.', en: 'Write what you want to change.' },
  {
    pl: requests.errors.complaint,
    uk: 'Напишіть, на що ви скаржитеся.',
    en: 'Write what you complain about.',
  },
  {
    pl: requests.errors.resignation,
    uk: 'Напишіть, від чого ви відмовляєтеся.',
    en: 'Write what you resign from.',
  },
  {
    pl: requests.errors.state,
    uk: 'У цій справі зараз немає плану чи послуги, якої могло б стосуватися це прохання. Зателефонуйте до центру.',
    en: 'This case has no plan or service now that the request could be about. Call the centre.',
  },
  {
    pl: requests.errors.past,
    uk: 'Цей день уже минув. Вкажіть сьогоднішній або пізніший.',
    en: 'That day is past. Give today or a later one.',
  },
  {
    pl: requests.commands['casework.ask-for-change'].done,
    uk: 'Прохання надіслано. Ми відповімо вчасно.',
    en: 'The request is sent. We will answer in time.',
  },
  {
    pl: requests.commands['casework.complain'].done,
    uk: 'Скаргу надіслано. Ми відповімо протягом місяця.',
    en: 'The complaint is sent. We will answer within a month.',
  },
  {
    pl: requests.commands['casework.announce-resignation'].done,
    uk: 'Відмову від послуг надіслано. Координатор зв’яжеться з вами.',
    en: 'The resignation is sent. The coordinator will get in touch.',
  },
  { pl: plWeb.status.failed, uk: ukWeb.status.failed, en: enWeb.status.failed },
  { pl: doneOf('casework.take-report'), uk: 'Звернення записано.', en: 'The report is saved.' },
  {
    pl: doneOf('casework.withdraw'),
    uk: 'Справу відкликано, строки зупинено.',
    en: 'The case is withdrawn, its clocks have stopped.',
  },
  { pl: doneOf('casework.attach-file'), uk: 'Файл додано.', en: 'The file is added.' },
  { pl: doneOf('casework.start-web-application'), uk: 'Заяву розпочато.', en: 'The application is begun.' },
  { pl: doneOf('casework.keep-web-step'), uk: 'Збережено.', en: 'Saved.' },
  { pl: doneOf('casework.send-application'), uk: 'Заяву подано.', en: 'The application is sent.' },
  { pl: doneOf('casework.follow-case'), uk: 'Це ваша справа.', en: 'This is your case.' },
];
