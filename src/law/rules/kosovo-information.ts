import { articleNotSeen, L06_L081 } from './law-names.ts'
import { inKosovo, kosovan, notes } from './make-rule.ts'
import { KOSOVO_COUNTING } from './kosovo-counting.ts'
import type { Rule } from './rule.ts'

const AGENCY_PAGE = ['aip.rks-gov.net/en/access-to-public-documents/']
const KERKO_QASJE = ['kerkoqasje.com']
const LEGAL_AID = ['platforma.ndihmajuridikeikd.org']

const INSTITUTION = { sq: 'Institucioni publik', en: 'Public institution' }
const AGENCY = { sq: 'Agjencia për Informim dhe Privatësi', en: 'Information and Privacy Agency' }
const COMPLAINT_OPENS = { sq: 'Hapet rruga e ankesës', en: 'A complaint may be made' }
const LAW = { law: 'L06/L-081', lawName: articleNotSeen(L06_L081) }

/** Law 06/L-081, access to public documents. */
export const KOSOVO_INFORMATION: readonly Rule[] = [
  kosovan({
    id: 'XK-FOI-ANSWER',
    terms: inKosovo('max', 7, 'd'),
    clock: { sq: 'brenda 7 ditëve', en: 'within 7 days' },
    start: { sq: 'Regjistrimi i kërkesës', en: 'Request registered' },
    actor: INSTITUTION,
    lapse: COMPLAINT_OPENS,
    ...LAW,
    sources: AGENCY_PAGE,
    confidence: 'T/S',
    note: KOSOVO_COUNTING,
  }),
  kosovan({
    id: 'XK-FOI-EXT',
    terms: inKosovo('max', 15, 'd'),
    unitSettled: false,
    clock: {
      sq: '15 ditë (gjithsej apo shtesë: nuk është e qartë)',
      en: '15 days (in all or on top: unclear)',
    },
    start: {
      sq: 'Njoftimi i institucionit se i duhet më shumë kohë',
      en: 'Institution notifies need for more time',
    },
    actor: INSTITUTION,
    lapse: COMPLAINT_OPENS,
    ...LAW,
    sources: KERKO_QASJE,
    confidence: 'S',
    note: {
      sq: 'Burimet nuk e sqarojnë nëse janë 15 ditë gjithsej apo 15 ditë shtesë; ligji i vjetër thoshte «deri në 15 ditë të tjera».',
      en: 'The sources do not settle whether it is 15 days in all or 15 more; the old law said “up to 15 more”.',
    },
  }),
  kosovan({
    id: 'XK-FOI-URGENT',
    terms: inKosovo('max', 48, 'h'),
    clock: { sq: 'brenda 48 orëve', en: 'within 48 hours' },
    start: {
      sq: 'Kërkesa që lidhet me jetën ose lirinë e një personi',
      en: 'Request that concerns a person’s life or liberty',
    },
    actor: INSTITUTION,
    lapse: COMPLAINT_OPENS,
    ...LAW,
    sources: KERKO_QASJE,
    confidence: 'S',
    note: {
      sq: 'Një burim shton shëndetin publik dhe mjedisin. Nuk është parë që ligji të përcaktojë orë pune: 48 orët numërohen pa ndërprerje.',
      en: 'One source adds public health and the environment. Office hours were not seen: the 48 hours run without a break.',
    },
  }),
  kosovan({
    id: 'XK-FOI-COMPLAINT',
    terms: inKosovo('max', 15, 'd'),
    clock: { sq: 'brenda 15 ditëve', en: 'within 15 days' },
    start: { sq: 'Refuzimi ose heshtja e institucionit', en: 'Refusal or silence' },
    actor: { sq: 'Kërkuesi, që i ankohet Agjencisë', en: 'Requester, who complains to the Agency' },
    lapse: { sq: 'Ankesa është e vonuar', en: 'The complaint is late' },
    ...LAW,
    sources: AGENCY_PAGE,
    confidence: 'T/S',
    note: KOSOVO_COUNTING,
  }),
  kosovan({
    id: 'XK-FOI-AIP-ASK',
    terms: inKosovo('max', 7, 'd'),
    clock: { sq: 'brenda 7 ditëve', en: 'within 7 days' },
    start: { sq: 'Kërkesa e Agjencisë drejtuar institucionit', en: 'AIP asks institution' },
    actor: { sq: 'Institucioni publik, që i përgjigjet Agjencisë', en: 'Public institution, which answers the Agency' },
    lapse: null,
    ...LAW,
    sources: LEGAL_AID,
    confidence: 'S',
    note: KOSOVO_COUNTING,
  }),
  kosovan({
    id: 'XK-FOI-AIP-DEC',
    terms: inKosovo('max', 30, 'd'),
    clock: { sq: 'brenda 30 ditëve', en: 'within 30 days' },
    start: { sq: 'Parashtrimi i ankesës', en: 'Complaint filed' },
    actor: AGENCY,
    lapse: { sq: 'Hapet rruga e gjykatës', en: 'The way to the court opens' },
    ...LAW,
    sources: LEGAL_AID,
    confidence: 'S',
    note: KOSOVO_COUNTING,
  }),
  kosovan({
    id: 'XK-FOI-COMPLY',
    terms: inKosovo('max', 7, 'd'),
    clock: { sq: 'brenda 7 ditëve', en: 'within 7 days' },
    start: { sq: 'Vendimi i Agjencisë', en: 'AIP decision' },
    actor: { sq: 'Institucioni publik, që e zbaton vendimin', en: 'Public institution, which carries it out' },
    lapse: null,
    ...LAW,
    sources: LEGAL_AID,
    confidence: 'S',
    note: notes(
      { sq: 'Sanksioni për moszbatim nuk është parë.', en: 'What sanction follows was not seen.' },
      KOSOVO_COUNTING,
    ),
  }),
  kosovan({
    id: 'XK-FOI-COURT',
    terms: inKosovo('max', 30, 'd'),
    clock: { sq: 'brenda 30 ditëve', en: 'within 30 days' },
    start: { sq: 'Vendimi përfundimtar i Agjencisë', en: 'AIP final decision' },
    actor: { sq: 'Kërkuesi, që i drejtohet gjykatës', en: 'Requester, who goes to court' },
    lapse: { sq: 'Padia është e vonuar', en: 'The suit is late' },
    ...LAW,
    sources: ['dokumen.tips'],
    confidence: 'S',
    note: notes({ sq: 'Parë në një broshurë të Suharekës.', en: 'Seen in a brochure of Suhareka.' }, KOSOVO_COUNTING),
  }),
  kosovan({
    id: 'XK-FOI-ANNUAL',
    terms: null,
    clock: { sq: 'data nuk është parë', en: 'the date was not seen' },
    start: { sq: 'Mbarimi i vitit', en: 'Year end' },
    actor: {
      sq: 'Institucioni publik, që dorëzon raportin vjetor',
      en: 'Public institution, which gives its yearly report',
    },
    lapse: null,
    ...LAW,
    sources: ['wikisource 2010-215-alb.pdf/11'],
    confidence: 'N',
    note: {
      sq: 'Ligji i vjetër kishte 31 janarin; burimi është teksti i tij.',
      en: 'The old law had 31 January; the source is its text.',
    },
  }),
]
