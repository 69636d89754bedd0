import type { InEveryLanguage } from '../i18n/language.ts'
import type { ProblemKind } from './problem-rules.ts'

type ApiTexts = {
  list: (title: string) => string
  listMore: string
  one: (title: string) => string
  oneMore: string
  limit: string
  after: string
  institution: string
  filter: (column: string) => string
  key: (column: string) => string
  rows: string
  next: string
  datasets: string
  datasetsMore: string
  api: string
  apiMore: string
  unknownParameter: string
  twice: string
  badValue: string
  foreignCursor: string
  unknownInstitution: string
  answers: {
    found: string
    notChanged: string
    refused: string
    absent: string
    notAcceptable: string
    tooMany: string
    unavailable: string
  }
  problems: Record<ProblemKind, { title: string; detail: string; help: readonly string[] }>
}

export const API_TEXTS: InEveryLanguage<ApiTexts> = {
  sq: {
    list: (title) => `${title}: rreshtat`,
    listMore: 'Faqe pas faqeje, sipas çelësit. Faqja tjetër është te koka Link (rel="next") dhe te fusha next.',
    one: (title) => `${title}: një rresht`,
    oneMore: 'Një rresht i vetëm, sipas çelësit të tij.',
    limit: 'Sa rreshta: nga 1 deri në 500. Pa të: 100.',
    after: 'Vazhdon pas faqes së mëparshme: vlera e fushës next, siç erdhi.',
    institution: 'Vetëm ky institucion: emri i tij i shkurtër, siç shkruhet në adresa.',
    filter: (column) => `Vetëm rreshtat me këtë vlerë. ${column}`,
    key: (column) => `Çelësi i rreshtit. ${column}`,
    rows: 'Rreshtat e kësaj faqeje.',
    next: 'Vlera e parametrit “pas” për faqen tjetër; null: kjo është faqja e fundit.',
    datasets: 'Regjistrat',
    datasetsMore: 'Të gjithë regjistrat me të dhëna të hapura, me adresat e tyre.',
    api: 'Të dhënat e hapura të Kuvendit',
    apiMore:
      'Lexim i lirë i regjistrave publikë, pa llogari dhe pa çelës. Gabimet janë sipas RFC 9457, faqet sipas RFC 8288.',
    unknownParameter: 'Ky parametër nuk njihet në këtë adresë.',
    twice: 'Ky parametër mund të jepet vetëm një herë.',
    badValue: 'Kjo vlerë nuk pranohet.',
    foreignCursor: 'Kjo vlerë nuk është dhënë nga kjo adresë. Merreni nga fusha next ose nga koka Link.',
    unknownInstitution: 'Nuk ka institucion me këtë emër në adresë.',
    answers: {
      found: 'U gjet.',
      notChanged: 'Nuk ka ndryshuar që nga ajo që keni (If-None-Match).',
      refused: 'Kërkesa ka një parametër të panjohur ose një vlerë që nuk pranohet.',
      absent: 'Nuk ka asgjë në këtë adresë.',
      notAcceptable: 'Kjo adresë jep vetëm JSON.',
      tooMany: 'Tepër kërkesa nga e njëjta adresë.',
      unavailable: 'Tani nuk mund të përgjigjemi.',
    },
    problems: {
      parametra: {
        title: 'Parametra që nuk pranohen',
        detail: 'Kërkesa ka një parametër të panjohur ose një vlerë që nuk pranohet. Shihni “errors”.',
        help: [
          'API-ja nuk i shpërfill parametrat që nuk i njeh: një fjalë e shkruar gabim do të jepte një përgjigje që duket e saktë, por nuk është.',
          'Te “errors” gjendet çdo parametër me arsyen e vet. Parametrat e çdo adrese janë te dokumentimi.',
        ],
      },
      'nuk-gjendet': {
        title: 'Nuk gjendet',
        detail: 'Në këtë adresë nuk ka asgjë, ose ajo që ishte nuk është më publike.',
        help: ['Shikoni adresën dhe çelësin. Një rresht që u hoq nga publiku nuk gjendet më as këtu.'],
      },
      metoda: {
        title: 'Metodë që nuk lejohet',
        detail: 'Të dhënat vetëm lexohen: përdorni GET ose HEAD.',
        help: ['API-ja nuk merr të dhëna: pranon GET, HEAD dhe OPTIONS.'],
      },
      forma: {
        title: 'Format që nuk jepet',
        detail: 'Kjo adresë jep application/json; koka Accept e kërkesës nuk e pranon.',
        help: ['Hiqeni kokën Accept ose shtoni application/json. CSV, XLSX dhe Atom janë te faqja e regjistrit.'],
      },
      shume: {
        title: 'Tepër kërkesa',
        detail: 'Nga kjo adresë kanë ardhur tepër kërkesa. Provoni sërish pas pak minutash.',
        help: [
          'Për të gjithë regjistrin njëherësh shkarkoni kopjen e plotë: është një skedar i vetëm dhe nuk ka kufi.',
        ],
      },
      'jo-tani': {
        title: 'Tani nuk mund të përgjigjemi',
        detail: 'Kërkesa zgjati tepër ose diçka nuk punon për çastin. Provoni sërish pas pak.',
        help: ['Provoni me më pak rreshta, ose shkarkoni kopjen e plotë të regjistrit.'],
      },
    },
  },
  en: {
    list: (title) => `${title}: rows`,
    listMore: 'Page after page, by key. The next page stands in the header Link (rel="next") and in the field next.',
    one: (title) => `${title}: one row`,
    oneMore: 'A single row, by its key.',
    limit: 'How many rows: 1 to 500. Without it: 100.',
    after: 'Continues after the page before: the value of the field next, as it came.',
    institution: 'Only this institution: its short name, as it stands in addresses.',
    filter: (column) => `Only rows with this value. ${column}`,
    key: (column) => `Key of the row. ${column}`,
    rows: 'The rows of this page.',
    next: 'Value of the parameter “pas” for the next page; null: this page is the last.',
    datasets: 'Registers',
    datasetsMore: 'All registers of open data, with their addresses.',
    api: 'Open data of Kuvend',
    apiMore: 'Free reading of public registers, without account or key. Errors follow RFC 9457, pages RFC 8288.',
    unknownParameter: 'This parameter is not known at this address.',
    twice: 'This parameter may be given only once.',
    badValue: 'This value is not accepted.',
    foreignCursor: 'This value was not given by this address. Take it from the field next or the header Link.',
    unknownInstitution: 'There is no institution with this name in addresses.',
    answers: {
      found: 'Found.',
      notChanged: 'Not changed since what you have (If-None-Match).',
      refused: 'The request has an unknown parameter or a value that is not accepted.',
      absent: 'There is nothing at this address.',
      notAcceptable: 'This address gives JSON only.',
      tooMany: 'Too many requests from the same address.',
      unavailable: 'We cannot answer now.',
    },
    problems: {
      parametra: {
        title: 'Parameters that are not accepted',
        detail: 'The request has an unknown parameter or a value that is not accepted. See “errors”.',
        help: [
          'The API does not ignore parameters that it does not know: a misspelt word would give an answer that looks right and is not.',
          'In “errors” stands each parameter with its reason. The parameters of each address stand in the documentation.',
        ],
      },
      'nuk-gjendet': {
        title: 'Not found',
        detail: 'There is nothing at this address, or what was there is not public any more.',
        help: ['Check the address and the key. A row that was taken from the public is not found here either.'],
      },
      metoda: {
        title: 'Method not allowed',
        detail: 'The data can only be read: use GET or HEAD.',
        help: ['The API takes in no data: it accepts GET, HEAD and OPTIONS.'],
      },
      forma: {
        title: 'Format that is not given',
        detail: 'This address gives application/json; the Accept header of the request does not take it.',
        help: [
          'Leave out the Accept header or add application/json. CSV, XLSX and Atom are on the page of the register.',
        ],
      },
      shume: {
        title: 'Too many requests',
        detail: 'Too many requests have come from this address. Try again in a few minutes.',
        help: ['For a whole register at once download its whole copy: it is a single file and has no limit.'],
      },
      'jo-tani': {
        title: 'We cannot answer now',
        detail: 'The request took too long, or something is not working at the moment. Try again shortly.',
        help: ['Try with fewer rows, or download the whole copy of the register.'],
      },
    },
  },
}
