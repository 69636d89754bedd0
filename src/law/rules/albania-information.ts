import { article, articleNotSeen, articles, L119_2014 } from './law-names.ts'
import { albanian, inAlbania } from './make-rule.ts'
import type { Rule } from './rule.ts'

const ANSWER_PAGES = [
  'bashkiashkoder.gov.al/standartet-dhe-procedurat-e-kerkeses/',
  'vlora.gov.al/kordinatori/kerkese-per-informacion/',
]
const COMPLAINT_FORM = ['idp.al/en/complaint-form-on-the-right-to-information']
const GUIDE_OF_2022 = ['github.com/njohligjin/njohligjin.github.io']

const AUTHORITY = { sq: 'Autoriteti publik', en: 'Public authority' }
const COORDINATOR = {
  sq: 'Koordinatori për të drejtën e informimit',
  en: 'Coordinator for the right to information',
}
const COMMISSIONER = {
  sq: 'Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale',
  en: 'Commissioner for the Right to Information and Protection of Personal Data',
}
const DEEMED_REFUSAL = { sq: 'Kërkesa quhet e refuzuar', en: 'The request is deemed refused' }
const BEFORE_AMENDMENT = {
  sq: 'Parë vetëm në një udhërrëfyes të vitit 2022, nga koha para ligjit nr. 78/2023 që ndryshoi ligjin.',
  en: 'Seen only in a guide of 2022, from before law No. 78/2023 amended the law.',
}

/** Law 119/2014, the right to information. */
export const ALBANIA_INFORMATION: readonly Rule[] = [
  albanian({
    id: 'AL-FOI-REGISTER',
    terms: null,
    clock: { sq: 'menjëherë, gjithmonë', en: 'at once, always' },
    start: { sq: 'Marrja e kërkesës', en: 'Request received' },
    actor: COORDINATOR,
    lapse: {
      sq: 'Kërkuesit duhet t’i jepen numri i kërkesës dhe kontakti i koordinatorit',
      en: 'The requester is owed the number of the request and the contact of the coordinator',
    },
    law: 'L119/2014 Arts 10, 11',
    lawName: articles(L119_2014, '10 dhe 11', '10 and 11'),
    sources: ['bashkiapustec.gov.al/si-mund-te-piotesoni-nje-kerkese/'],
    confidence: 'T',
    note: null,
  }),
  albanian({
    id: 'AL-FOI-CLARIFY',
    terms: inAlbania('max', 48, 'h'),
    clock: { sq: 'jo më vonë se 48 orë', en: 'at most 48 hours' },
    start: { sq: 'Regjistrimi i një kërkese të paqartë', en: 'Request registered but unclear' },
    actor: { sq: 'Autoriteti publik, që kërkon sqarime', en: 'Public authority, which asks for clarification' },
    lapse: null,
    law: 'L119/2014 (article not seen)',
    lawName: articleNotSeen(L119_2014),
    sources: GUIDE_OF_2022,
    confidence: 'S',
    note: {
      sq: `${BEFORE_AMENDMENT.sq} Nuk dihet nëse pritja e sqarimit e pezullon afatin 10-ditor të përgjigjes. Nuk është parë që ligji të përcaktojë orë pune: 48 orët numërohen pa ndërprerje.`,
      en: `${BEFORE_AMENDMENT.en} Whether waiting for the clarification stops the 10 days for the answer is not known. Office hours were not seen: the 48 hours run without a break.`,
    },
  }),
  albanian({
    id: 'AL-FOI-TRANSFER',
    terms: inAlbania('max', 10, 'd'),
    unitSettled: false,
    clock: {
      sq: 'jo më vonë se 10 ditë (nuk është e qartë nëse janë ditë pune)',
      en: 'at most 10 days (whether they are working days is unclear)',
    },
    start: {
      sq: 'Paraqitja e kërkesës te një autoritet që nuk është kompetent',
      en: 'Request filed with wrong authority',
    },
    actor: {
      sq: 'Autoriteti i parë, që e përcjell kërkesën dhe njofton kërkuesin',
      en: 'First authority, which forwards the request and tells the requester',
    },
    lapse: null,
    law: 'L119/2014 Art 14 (number from context)',
    lawName: {
      sq: `${article(L119_2014, '14').sq} (numri i nenit i nxjerrë nga konteksti)`,
      en: `${article(L119_2014, '14').en} (number from the context)`,
    },
    sources: GUIDE_OF_2022,
    confidence: 'S',
    note: {
      sq: `${BEFORE_AMENDMENT.sq} Burimi thotë «10 ditë» pa treguar nëse janë ditë kalendarike apo ditë pune.`,
      en: `${BEFORE_AMENDMENT.en} The source says “10 days” and does not tell whether they are calendar or working days.`,
    },
  }),
  albanian({
    id: 'AL-FOI-ANSWER',
    terms: inAlbania('max', 10, 'wd'),
    clock: {
      sq: 'sa më shpejt, jo më vonë se 10 ditë pune',
      en: 'as soon as possible, at most 10 working days',
    },
    start: { sq: 'Paraqitja e kërkesës', en: 'Request filed' },
    actor: AUTHORITY,
    lapse: DEEMED_REFUSAL,
    law: 'L119/2014 Art 15',
    lawName: article(L119_2014, '15'),
    sources: ANSWER_PAGES,
    confidence: 'T',
    note: null,
  }),
  albanian({
    id: 'AL-FOI-ANSWER-TR',
    terms: inAlbania('max', 15, 'wd'),
    clock: { sq: 'jo më vonë se 15 ditë pune', en: 'at most 15 working days' },
    start: {
      sq: 'Mbërritja te autoriteti i parë e një kërkese që përcillet',
      en: 'Transferred request: arrival at the first authority',
    },
    actor: { sq: 'Autoriteti i dytë, që mori kërkesën e përcjellë', en: 'Second authority, which got the request' },
    lapse: DEEMED_REFUSAL,
    law: 'L119/2014 Art 15',
    lawName: article(L119_2014, '15'),
    sources: ANSWER_PAGES,
    confidence: 'T',
    note: {
      sq: 'Një burim dytësor e lexon ndryshe: sipas tij afati fillon me mbërritjen te autoriteti i dytë. Këtu numërohet nga mbërritja te i pari, që jep datën më të hershme.',
      en: 'A secondary source reads it otherwise: there the clock starts with the arrival at the second authority. Here it is counted from the arrival at the first, which gives the earlier date.',
    },
  }),
  albanian({
    id: 'AL-FOI-EXT',
    terms: inAlbania('max', 5, 'wd'),
    clock: { sq: 'deri në 5 ditë pune të tjera', en: 'at most 5 more working days' },
    start: {
      sq: 'Mbarimi i afatit të parë, kur ekziston një nga tri shkaqet e ligjit dhe kërkuesi njoftohet menjëherë',
      en: 'End of the first term, where there is one of the three listed causes and the requester is told at once',
    },
    actor: {
      sq: 'Autoriteti publik, që njofton menjëherë kërkuesin',
      en: 'Public authority, which tells the requester at once',
    },
    lapse: DEEMED_REFUSAL,
    law: 'L119/2014 Art 15',
    lawName: article(L119_2014, '15'),
    sources: ANSWER_PAGES,
    confidence: 'T',
    note: {
      sq: 'Tri shkaqet: dokumente të shumta ose të gjata; kërkim në zyra të ndara fizikisht; nevoja për t’u këshilluar me autoritete të tjera.',
      en: 'The three causes: many or long documents; a search in offices physically apart; the need to consult other authorities.',
    },
  }),
  albanian({
    id: 'AL-FOI-COMPLAINT',
    terms: inAlbania('max', 30, 'wd'),
    clock: { sq: 'brenda 30 ditëve të punës', en: 'within 30 working days' },
    start: {
      sq: 'Njoftimi i refuzimit ose mbarimi i afatit të përgjigjes',
      en: 'Refusal notified or deadline expired',
    },
    actor: { sq: 'Kërkuesi, që ankohet te Komisioneri', en: 'Requester, who complains to the Commissioner' },
    lapse: { sq: 'Ankesa nuk pranohet', en: 'The complaint is not admitted' },
    law: 'L119/2014 Art 24',
    lawName: article(L119_2014, '24'),
    sources: COMPLAINT_FORM,
    confidence: 'T',
    note: {
      sq: 'Formulari i Komisionerit thotë ditë pune; dy faqe të tjera thonë vetëm «30 ditë». Për të qenë të sigurt, ankohuni brenda 30 ditëve kalendarike.',
      en: 'The Commissioner’s form says working days; two other pages say plain “30 days”. To be safe, complain within 30 calendar days.',
    },
  }),
  albanian({
    id: 'AL-FOI-COMM-DECISION',
    terms: inAlbania('max', 15, 'wd'),
    clock: { sq: 'brenda 15 ditëve të punës', en: 'within 15 working days' },
    start: { sq: 'Paraqitja e ankesës', en: 'Complaint filed' },
    actor: COMMISSIONER,
    lapse: { sq: 'Hapet rruga e gjykatës', en: 'The way to the court opens' },
    law: 'L119/2014 Art 24',
    lawName: article(L119_2014, '24'),
    sources: COMPLAINT_FORM,
    confidence: 'T',
    note: null,
  }),
  albanian({
    id: 'AL-FOI-REG-PUBLISH',
    terms: null,
    clock: { sq: 'sa shpesh: nuk është parë', en: 'how often was not seen' },
    start: { sq: 'Mbajtja e regjistrit të kërkesave dhe përgjigjeve', en: 'Register of requests and replies' },
    actor: COORDINATOR,
    lapse: null,
    law: 'L119/2014 Art 8(1)',
    lawName: article(L119_2014, '8(1)'),
    sources: ['idp.al/koordinator-per-te-drejten-e-informimit/'],
    confidence: 'N',
    note: {
      sq: 'Detyrimi për ta mbajtur dhe botuar regjistrin është parë te Komisioneri; afati jo. Flitet për çdo tre muaj, por pa burim.',
      en: 'The duty to keep and publish the register was seen with the Commissioner; its period was not. Every three months is spoken of, without a source.',
    },
  }),
  albanian({
    id: 'AL-TP-REVIEW',
    terms: null,
    clock: {
      sq: 'afati i miratimit dhe i rishikimit: nuk është parë',
      en: 'the period of adoption and revision was not seen',
    },
    start: { sq: 'Programi i transparencës', en: 'Transparency programme' },
    actor: AUTHORITY,
    lapse: null,
    law: 'L119/2014 Arts 4–7',
    lawName: articles(L119_2014, '4–7'),
    sources: GUIDE_OF_2022,
    confidence: 'N',
    note: BEFORE_AMENDMENT,
  }),
]
