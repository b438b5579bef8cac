/**
 * Every page and file of the house and the verbs that open it: all of them, where one stands as 'a | b' either of the two.
 * '!' before a verb: the page turns away every role that the verb does not name, whatever the record. An empty list: a
 * public page opens to everybody, a staff page to everybody who is signed in. A form is opened by its command. Who may
 * what follows from these verbs (visibility.ts); a page without a row fails test/visibility-pages.test.ts.
 */
// biome-ignore format: the columns of a table
export const pageGates: readonly { gates: readonly string[]; paths: readonly string[] }[] = [
  { gates: ['access.list-personas'], paths: ['/:centre/logowanie'] },
  { gates: ['access.get-own-account'], paths: ['/praca/konto'] },
  { gates: ['access.list-accounts'], paths: ['/praca/konta'] },
  { gates: ['access.list-organizations-for-accounts'], paths: ['/praca/konta/nowe'] },
  { gates: ['access.get-account'], paths: ['/praca/konta/:accountId'] },
  { gates: ['access.list-authorisations'], paths: ['/praca/upowaznienia'] },
  { gates: ['access.list-authorisable'], paths: ['/praca/upowaznienia/nowe'] },
  { gates: ['access.get-authorisation'], paths: ['/praca/upowaznienia/:authorisationId'] },
  { gates: ['access.list-grants'], paths: ['/praca/dostepy'] },
  { gates: ['access.find-open-grant'], paths: ['/praca/dostepy/osoba/:personId'] },
  { gates: ['access.get-own-security'], paths: ['/:centre/moje/wejscie'] },
  { gates: ['access.list-providers'], paths: ['/praca/logowanie-zewnetrzne'] },
  { gates: ['access.resident-to-join'], paths: ['/praca/logowanie-mieszkanca/:personId'] },
  { gates: ['access.waiting-identity'], paths: ['/:centre/logowanie/polacz'] },
  { gates: ['accessibility.statement'], paths: ['/:centre/deklaracja-dostepnosci'] },
  { gates: ['!accessibility.save-statement', 'accessibility.statement'], paths: [
    '/praca/deklaracja-dostepnosci'
  ] },
  { gates: ['records.document-file'], paths: [
    '/praca/pisma/:documentId/:format', '/:centre/moje/pismo/:documentId'
  ] },
  { gates: ['records.case-metric'], paths: ['/praca/sprawy/:caseId/metryka'] },
  { gates: ['records.audit-log'], paths: ['/praca/dziennik'] },
  { gates: ['agenda.calendar-feed'], paths: ['/:centre/kalendarz/:secret'] },
  { gates: ['agenda.centre-duties'], paths: ['/praca/obowiazki/centrum'] },
  { gates: ['people.search'], paths: ['/praca/osoby'] },
  { gates: ['!people.register'], paths: ['/praca/osoby/nowa'] },
  { gates: ['people.view-person'], paths: ['/praca/osoby/:personId'] },
  { gates: ['people.view-protection'], paths: ['/praca/osoby/:personId/ochrona'] },
  { gates: ['people.list-household-candidates', 'people.view-person'], paths: [
    '/praca/osoby/:personId/gospodarstwo'
  ] },
  { gates: ['!privacy.take-request', 'privacy.request-subject'], paths: ['/praca/osoby/:personId/zadanie'] },
  { gates: ['privacy.home'], paths: ['/praca/ochrona-danych'] },
  { gates: ['privacy.view-request'], paths: ['/praca/ochrona-danych/zadania/:requestId'] },
  { gates: ['privacy.access-pack'], paths: ['/praca/ochrona-danych/zadania/:requestId/pakiet.zip'] },
  { gates: ['privacy.register'], paths: ['/praca/ochrona-danych/rejestr'] },
  { gates: ['!privacy.enter-activity', 'privacy.register'], paths: [
    '/praca/ochrona-danych/rejestr/nowa', '/praca/ochrona-danych/rejestr/:activityId'
  ] },
  { gates: ['privacy.clauses'], paths: ['/praca/ochrona-danych/klauzule'] },
  { gates: ['inspections.list'], paths: ['/praca/kontrole'] },
  { gates: ['!inspections.open'], paths: ['/praca/kontrole/nowa'] },
  { gates: ['inspections.view'], paths: ['/praca/kontrole/:inspectionId'] },
  { gates: ['inspections.mine'], paths: ['/praca/kontrola'] },
  { gates: ['inspections.file'], paths: ['/praca/kontrola/akta/:caseId'] },
  { gates: ['inspections.pack'], paths: [
    '/praca/kontrola/pakiet.zip', '/praca/kontrola/akta/:caseId/pakiet.zip'
  ] },
  { gates: ['privacy.public-clauses'], paths: ['/:centre/dane-osobowe'] },
  { gates: ['privacy.retention'], paths: ['/praca/ochrona-danych/akta'] },
  { gates: ['!privacy.set-class', 'privacy.retention'], paths: ['/praca/ochrona-danych/akta/klasa'] },
  { gates: ['privacy.view-review'], paths: ['/praca/ochrona-danych/akta/:reviewId'] },
  { gates: ['!privacy.decide-item', 'privacy.view-review'], paths: [
    '/praca/ochrona-danych/akta/:reviewId/pozycje/:itemId'
  ] },
  { gates: ['privacy.export-statistics'], paths: [
    '/praca/ochrona-danych/statystyka', '/praca/ochrona-danych/statystyka/plik.csv'
  ] },
  { gates: ['needs.unmet-needs'], paths: [
    '/praca/potrzeby', '/praca/potrzeby/csv', '/praca/potrzeby/json'
  ] },
  { gates: ['needs.needs-to-review'], paths: [
    '/praca/potrzeby/przeglad', '/praca/potrzeby/przeglad/wpis'
  ] },
  { gates: [], paths: [
    '/:centre/zadna-z-tych', '/:centre/otwarte-dane', '/:centre/pomoc', '/:centre/zglos',
    '/:centre/wyslane/:kind', '/:centre/oddzwonimy', '/:centre/wydrukuj',
    '/:centre/wydrukuj/kartka.pdf', '/:centre/wydrukuj/duza.pdf', '/:centre/sprawa',
    '/:centre/ankiety/kontakt'
  ] },
  { gates: ['needs.findings'], paths: ['/praca/rozeznanie', '/praca/rozeznanie/nowe'] },
  { gates: ['directory.search-services'], paths: ['/:centre', '/:centre/uslugi'] },
  { gates: ['directory.view-service'], paths: ['/:centre/uslugi/:serviceId'] },
  { gates: ['directory.list-services'], paths: ['/praca/uslugi'] },
  { gates: ['directory.view-terms'], paths: ['/praca/uslugi/ustawienia'] },
  { gates: ['directory.service-form'], paths: [
    '/praca/uslugi/nowa', '/praca/uslugi/:serviceId/popraw/:section'
  ] },
  { gates: ['directory.view-service'], paths: ['/praca/uslugi/:serviceId'] },
  { gates: ['directory.list-lay-words'], paths: ['/praca/uslugi/slowa'] },
  { gates: ['directory.list-organizations'], paths: ['/praca/wykonawcy'] },
  { gates: ['directory.organization-form'], paths: [
    '/praca/wykonawcy/nowy', '/praca/wykonawcy/:organizationId/popraw'
  ] },
  { gates: ['directory.view-organization'], paths: ['/praca/wykonawcy/:organizationId'] },
  { gates: ['directory.leaflet'], paths: ['/:centre/ulotka'] },
  { gates: ['directory.view-link'], paths: [
    '/:centre/karta/:secret', '/:centre/karta/:secret/:serviceId/popraw'
  ] },
  { gates: ['hsds.export'], paths: [
    '/praca/uslugi/wymiana/katalog.json', '/praca/uslugi/wymiana/katalog.ndjson',
    '/praca/uslugi/wymiana/katalog.zip'
  ] },
  { gates: ['hsds.view-import'], paths: ['/praca/uslugi/wymiana', '/praca/uslugi/wymiana/:importId'] },
  { gates: ['programmes.list-programmes'], paths: ['/:centre/programy'] },
  { gates: ['programmes.view-programme'], paths: ['/:centre/programy/:programmeId'] },
  { gates: ['programmes.list-programmes'], paths: ['/praca/programy'] },
  { gates: ['!programmes.start', 'programmes.list-programmes'], paths: ['/praca/programy/nowy'] },
  { gates: ['programmes.view-programme'], paths: [
    '/praca/programy/:programmeId', '/praca/programy/:programmeId/:number'
  ] },
  { gates: ['!programmes.write-item', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/element/:item'
  ] },
  { gates: ['programmes.offer-form'], paths: [
    '/praca/programy/:programmeId/:number/uslugi/nowa',
    '/praca/programy/:programmeId/:number/uslugi/:serviceId',
    '/praca/programy/:programmeId/:number/uslugi/:serviceId/oplata'
  ] },
  { gates: ['!programmes.record-adoption', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/uchwala'
  ] },
  { gates: ['!programmes.put-in-force', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/obowiazywanie'
  ] },
  { gates: ['!programmes.end', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/koniec'
  ] },
  { gates: ['!programmes.repeal', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/uchylenie'
  ] },
  { gates: ['!programmes.take-back', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/do-poprawy'
  ] },
  { gates: ['!programmes.record-information', 'programmes.view-programme'], paths: [
    '/praca/programy/:programmeId/:number/informacja'
  ] },
  { gates: ['programmes.compare-versions'], paths: ['/praca/programy/:programmeId/:number/porownanie'] },
  { gates: ['casework.list-cases'], paths: ['/praca/sprawy'] },
  { gates: ['directory.list-services', 'programmes.match-services'], paths: ['/praca/zgloszenie'] },
  { gates: ['!casework.start-application', 'casework.application-choices', 'casework.other-services'], paths: [
    '/praca/wniosek'
  ] },
  { gates: ['casework.view-case'], paths: [
    '/praca/sprawy/:caseId/wniosek', '/praca/sprawy/:caseId/odpowiedz', '/praca/sprawy/:caseId/osoba',
    '/praca/sprawy/:caseId/doreczenie', '/praca/sprawy/:caseId/bez-rozpoznania',
    '/praca/sprawy/:caseId/wycofanie', '/praca/sprawy/:caseId'
  ] },
  { gates: ['casework.view-case', 'casework.list-coordinators'], paths: [
    '/praca/sprawy/:caseId/koordynator'
  ] },
  { gates: ['casework.view-case', 'casework.application-form'], paths: [
    '/praca/sprawy/:caseId/wezwanie', '/praca/sprawy/:caseId/uzupelnienie'
  ] },
  { gates: ['casework.application-choices'], paths: ['/:centre/wniosek'] },
  { gates: ['casework.web-draft'], paths: [
    '/:centre/wniosek/:draft/:krok', '/:centre/wniosek/:draft/wyslij'
  ] },
  { gates: ['casework.case-status'], paths: ['/:centre/sprawa/:link'] },
  { gates: ['casework.list-requests'], paths: ['/praca/sprawy/:caseId/prosba/:requestId'] },
  { gates: ['casework.view-assessment'], paths: ['/praca/sprawy/:caseId/rozpoznanie'] },
  { gates: ['casework.view-outcome'], paths: [
    '/praca/sprawy/:caseId/plan-potrzebny', '/praca/sprawy/:caseId/zakwalifikuj',
    '/praca/sprawy/:caseId/rezygnacja', '/praca/sprawy/:caseId/zamknij'
  ] },
  { gates: ['casework.view-outcome', 'casework.view-transfer'], paths: ['/praca/sprawy/:caseId/przekaz'] },
  { gates: ['casework.view-transfer'], paths: ['/praca/sprawy/:caseId/przekazanie'] },
  { gates: ['casework.received-transfers'], paths: ['/praca/przekazane'] },
  { gates: ['casework.view-outcome', 'casework.view-assessment', 'casework.view-decisions'], paths: [
    '/praca/sprawy/:caseId/odmow'
  ] },
  { gates: ['casework.view-decisions'], paths: ['/praca/sprawy/:caseId/decyzje/:decisionId'] },
  { gates: ['casework.view-fees'], paths: [
    '/praca/sprawy/:caseId/oplaty', '/praca/sprawy/:caseId/oplaty/:feeId',
    '/praca/sprawy/:caseId/oplaty/:feeId/decyzja'
  ] },
  { gates: ['plans.list-plans | plans.my-lines'], paths: ['/praca/plany'] },
  { gates: ['plans.view-plan'], paths: [
    '/praca/plany/:planId', '/praca/plany/:planId/zatwierdz', '/praca/plany/:planId/zwroc',
    '/praca/plany/:planId/zmien', '/praca/plany/:planId/zaniechaj', '/praca/plany/:planId/rezygnacja',
    '/praca/plany/:planId/zakoncz', '/praca/plany/:planId/podsumuj'
  ] },
  { gates: ['plans.drawing'], paths: [
    '/praca/plany/:planId/opracowanie/okres', '/praca/plany/:planId/opracowanie/potrzeby',
    '/praca/plany/:planId/opracowanie/dzialania', '/praca/plany/:planId/opracowanie/uslugi',
    '/praca/plany/:planId/opracowanie/uslugi/:lineId', '/praca/plany/:planId/uzgodnij'
  ] },
  { gates: ['plans.compare-versions'], paths: ['/praca/plany/:planId/wersje/:number/porownaj'] },
  { gates: ['plans.duties'], paths: ['/praca/obowiazki'] },
  { gates: ['plans.caseload'], paths: ['/praca/przekazanie'] },
  { gates: ['survey.list-surveys'], paths: ['/praca/badania'] },
  { gates: ['!survey.create'], paths: ['/praca/badania/nowa'] },
  { gates: ['survey.list-contacts'], paths: ['/praca/badania/kontakty'] },
  { gates: ['!survey.import-xlsform'], paths: ['/praca/badania/xlsform'] },
  { gates: ['survey.get-survey'], paths: [
    '/praca/badania/:surveyId/xlsform.xlsx', '/praca/badania/:surveyId',
    '/praca/badania/:surveyId/pytania', '/praca/badania/:surveyId/podglad',
    '/praca/badania/:surveyId/wzor.csv'
  ] },
  { gates: ['survey.list-devices'], paths: ['/praca/badania/tablety'] },
  { gates: ['!agenda.mine-today | !resources.list | !plans.my-lines | !inspections.mine'], paths: ['/praca'] },
  { gates: ['survey.get-survey', 'survey.list-copies'], paths: [
    '/praca/badania/:surveyId/egzemplarze', '/praca/badania/:surveyId/egzemplarze.zip'
  ] },
  { gates: ['survey.get-survey', 'survey.sample-progress'], paths: ['/praca/badania/:surveyId/proba'] },
  { gates: ['survey.open-surveys'], paths: ['/:centre/ankiety'] },
  { gates: ['survey.read-questionnaire'], paths: [
    '/:centre/ankieta/:slug', '/:centre/ankieta/:slug/czesc', '/:centre/ankieta/:slug/koniec'
  ] },
  { gates: ['population.published'], paths: ['/:centre/ludnosc'] },
  { gates: ['population.view'], paths: [
    '/praca/ludnosc', '/praca/ludnosc/csv', '/praca/ludnosc/dane', '/praca/ludnosc/zalozenia'
  ] },
  { gates: ['resources.list'], paths: ['/praca/zasoby', '/praca/zasoby/csv', '/praca/zasoby/xlsx'] },
  { gates: ['resources.form'], paths: ['/praca/zasoby/nowy', '/praca/zasoby/placowka/:resourceId'] },
  { gates: ['!resources.stage-import'], paths: ['/praca/zasoby/rejestr'] },
  { gates: ['resources.view-import'], paths: ['/praca/zasoby/rejestr/:importId'] },
  { gates: ['results.view'], paths: [
    '/praca/badania/:surveyId/wyniki', '/praca/badania/:surveyId/wyniki/csv',
    '/praca/badania/:surveyId/wyniki/json'
  ] },
  { gates: ['results.whole'], paths: [
    '/praca/badania/:surveyId/wyniki/xlsx', '/praca/badania/:surveyId/wyniki/raport.pdf',
    '/praca/badania/:surveyId/wyniki/raport.docx'
  ] },
  { gates: ['results.weights'], paths: ['/praca/badania/:surveyId/wyniki/wagi'] },
  { gates: ['results.cross'], paths: [
    '/praca/badania/:surveyId/wyniki/tabela-krzyzowa',
    '/praca/badania/:surveyId/wyniki/tabela-krzyzowa/csv'
  ] },
  { gates: ['results.quality'], paths: [
    '/praca/badania/:surveyId/wyniki/jakosc', '/praca/badania/:surveyId/wyniki/jakosc/csv'
  ] },
  { gates: ['results.open-answers'], paths: ['/praca/badania/:surveyId/wyniki/otwarte'] },
  { gates: ['results.publication'], paths: ['/praca/badania/:surveyId/wyniki/publikacja'] },
  { gates: ['results.published-surveys'], paths: ['/:centre/wyniki-badan'] },
  { gates: ['results.published'], paths: ['/:centre/wyniki-badan/:slug'] },
  { gates: ['results.published-report'], paths: ['/:centre/wyniki-badan/:slug/raport.pdf'] },
  { gates: ['diagnosis.list'], paths: ['/praca/diagnoza'] },
  { gates: ['!diagnosis.start', 'diagnosis.list'], paths: ['/praca/diagnoza/nowa'] },
  { gates: ['diagnosis.gap'], paths: ['/praca/diagnoza/luka', '/praca/diagnoza/luka/csv'] },
  { gates: ['diagnosis.gap-by-place'], paths: [
    '/praca/diagnoza/luka/miejscowosci', '/praca/diagnoza/luka/miejscowosci/csv'
  ] },
  { gates: ['diagnosis.view'], paths: [
    '/praca/diagnoza/:diagnosisId/diagnoza.pdf', '/praca/diagnoza/:diagnosisId/diagnoza.docx',
    '/praca/diagnoza/:diagnosisId/raport.pdf', '/praca/diagnoza/:diagnosisId/raport.docx',
    '/praca/diagnoza/:diagnosisId'
  ] },
  { gates: ['diagnosis.paper'], paths: [
    '/:centre/konsultacje/:diagnosisId/projekt.pdf', '/:centre/konsultacje/:diagnosisId/raport.pdf'
  ] },
  { gates: ['!diagnosis.write-chapter', 'diagnosis.view'], paths: [
    '/praca/diagnoza/:diagnosisId/rozdzial/:chapter'
  ] },
  { gates: ['!diagnosis.answer-remark', 'diagnosis.view', 'diagnosis.contacts'], paths: [
    '/praca/diagnoza/:diagnosisId/uwagi'
  ] },
  { gates: ['diagnosis.consultations'], paths: ['/:centre/konsultacje'] },
  { gates: ['diagnosis.consultation'], paths: ['/:centre/konsultacje/:diagnosisId'] },
  { gates: ['lpdi.list'], paths: ['/praca/lpdi', '/praca/lpdi/nowy'] },
  { gates: ['lpdi.what-if'], paths: ['/praca/lpdi/co-jesli'] },
  { gates: ['lpdi.view'], paths: [
    '/praca/lpdi/:planId/dokument.pdf', '/praca/lpdi/:planId/dokument.docx', '/praca/lpdi/:planId',
    '/praca/lpdi/:planId/diagnoza', '/praca/lpdi/:planId/pieniadze',
    '/praca/lpdi/:planId/monitorowanie', '/praca/lpdi/:planId/ryzyka',
    '/praca/lpdi/:planId/cel/:itemId', '/praca/lpdi/:planId/wskaznik/:itemId',
    '/praca/lpdi/:planId/ryzyko/:itemId', '/praca/lpdi/:planId/rola/:itemId',
    '/praca/lpdi/:planId/dokument/:itemId', '/praca/lpdi/:planId/dzialanie/:itemId'
  ] },
  { gates: ['casework.own-cases', 'plans.of-person', 'casework.represented'], paths: ['/:centre/moje'] },
  { gates: ['!casework.own-cases', 'records.person-trail'], paths: ['/:centre/moje/dane'] },
  { gates: ['casework.ask-for-change'], paths: ['/:centre/moje/sprawa/:caseId/change'] },
  { gates: ['casework.complain'], paths: ['/:centre/moje/sprawa/:caseId/complaint'] },
  { gates: ['casework.announce-resignation'], paths: ['/:centre/moje/sprawa/:caseId/resignation'] },
  { gates: ['casework.read-attachment'], paths: ['/praca/sprawy/:caseId/pliki/:attachmentId'] },
  { gates: ['agenda.deadline-overview', 'casework.list-cases', 'programmes.list-programmes'], paths: [
    '/praca/przeglad'
  ] },
  { gates: ['!people.correct', 'people.view-person'], paths: [
    '/praca/osoby/:personId/popraw', '/praca/osoby/:personId/zgon'
  ] },
  { gates: ['!people.add-relation', 'people.view-person'], paths: ['/praca/osoby/:personId/relacje'] },
  { gates: ['!survey.write-question', 'survey.get-survey'], paths: [
    '/praca/badania/:surveyId/pytanie', '/praca/badania/:surveyId/czesc',
    '/praca/badania/:surveyId/bank', '/praca/badania/:surveyId/ustawienia',
    '/praca/badania/:surveyId/publikacja'
  ] },
  { gates: ['!survey.enter-sheet', 'survey.get-survey'], paths: ['/praca/badania/:surveyId/wpis'] },
  { gates: ['!survey.import-sheets', 'survey.get-survey'], paths: ['/praca/badania/:surveyId/z-pliku'] },
  { gates: ['!survey.post-sheets'], paths: ['/praca/tablet', '/praca/tablet-sw.js'] },
  { gates: ['plans.view-plan'], paths: ['/:centre/moje/plan/:planId'] },
  { gates: ['access.get-own-account'], paths: ['/praca/potwierdz', '/praca/konto/drugi-skladnik'] },
  { gates: ['lpdi.published-paper'], paths: ['/:centre/plan-lokalny/:planId/plan.pdf'] },
  { gates: ['lpdi.published'], paths: [
    '/:centre/plan-lokalny/:planId', '/:centre/plan-lokalny/:planId/liczby',
    '/:centre/plan-lokalny/:planId/dzialanie/:actionId'
  ] },
  { gates: [], paths: ['/:centre/plan-lokalny'] },
  { gates: ['operations.view'], paths: ['/praca/stan'] },
  { gates: ['operations.exports'], paths: ['/praca/komplet-danych'] },
  { gates: ['operations.take-export'], paths: ['/praca/komplet-danych/:exportId/komplet.zip'] },
  { gates: ['visibility.who-sees-person'], paths: ['/praca/osoby/:personId/kto-widzi'] },
  { gates: ['visibility.who-sees-case'], paths: ['/praca/sprawy/:caseId/kto-widzi'] },
  { gates: ['visibility.who-sees-plan'], paths: ['/praca/plany/:planId/kto-widzi'] },
  { gates: ['access.list-substitutions'], paths: ['/praca/zastepstwa'] },
];
