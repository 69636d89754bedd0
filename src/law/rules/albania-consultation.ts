import { article, articles, L146_2014 } from './law-names.ts'
import { albanian, inAlbania } from './make-rule.ts'
import type { Rule } from './rule.ts'

const SHKODRA = ['bashkiashkoder.gov.al/procedura-e-marrjes-dhe-shqyrtimit-komenteve-dhe-rekomandime/']
const COMMISSIONER_PAGE = ['idp.al/en/legislation-on-notification-and-public-consultation']
const GUIDE_OF_2022 = ['github.com/njohligjin/njohligjin.github.io']

const INTERESTED = {
  sq: 'Palët e interesuara, që dërgojnë komente e rekomandime',
  en: 'Interested parties, who send comments',
}
const BODY = { sq: 'Organi publik', en: 'Public body' }

/** Law 146/2014, notification and public consultation. */
export const ALBANIA_CONSULTATION: readonly Rule[] = [
  albanian({
    id: 'AL-CONS-PRIOR',
    terms: inAlbania('exact', 20, 'wd'),
    clock: { sq: '20 ditë pune', en: '20 working days' },
    start: {
      sq: 'Botimi i njoftimit paraprak (jo i detyrueshëm, para hartimit të aktit)',
      en: 'Prior notice (optional, before drafting) published',
    },
    actor: INTERESTED,
    lapse: { sq: 'Mbyllet marrja e komenteve', en: 'The window for comments closes' },
    law: 'L146/2014 Art 15',
    lawName: article(L146_2014, '15'),
    sources: SHKODRA,
    confidence: 'T/S',
    note: null,
  }),
  albanian({
    id: 'AL-CONS-NOTICE',
    terms: inAlbania('exact', 20, 'wd'),
    clock: { sq: '20 ditë pune', en: '20 working days' },
    start: { sq: 'Botimi i njoftimit të konsultimit', en: 'Consultation notice published' },
    actor: INTERESTED,
    lapse: {
      sq: 'Mbyllet marrja e komenteve; organi mund ta zgjasë ose ta përsërisë këtë fazë',
      en: 'The window for comments closes; the body may extend or repeat it',
    },
    law: 'L146/2014 Art 15',
    lawName: article(L146_2014, '15'),
    sources: SHKODRA,
    confidence: 'T/S',
    note: {
      sq: 'Organi mund ta zgjasë ose ta përsërisë fazën kur komentet janë të pakta ose ngrenë çështje të reja; për sa ditë, nuk është parë.',
      en: 'The body may extend or repeat the stage when comments are poor or raise new issues; for how long was not seen.',
    },
  }),
  albanian({
    id: 'AL-CONS-EXT',
    terms: inAlbania('max', 40, 'wd'),
    clock: {
      sq: 'deri në 40 ditë pune gjithsej, që numërohen nga njoftimi',
      en: 'up to 40 working days in all, counted from the notice',
    },
    start: {
      sq: 'Botimi i njoftimit të konsultimit, kur organi vendos se akti është i ndërlikuar ose i rëndësishëm',
      en: 'Consultation notice published, once the body decides that the act is complex or important',
    },
    actor: { sq: 'Organi publik, që ua bën të ditur palëve', en: 'Public body, which must tell the parties' },
    lapse: null,
    law: 'L146/2014 Art 15',
    lawName: article(L146_2014, '15'),
    sources: SHKODRA,
    confidence: 'T/S',
    note: {
      sq: 'Të 40 ditët numërohen nga njoftimi, jo nga vendimi për zgjatjen: nuk u shtohen 20 ditëve të para.',
      en: 'The 40 days are counted from the notice, not from the decision to extend: they are not added to the first 20.',
    },
  }),
  albanian({
    id: 'AL-CONS-MEETING',
    terms: inAlbania('min', 20, 'wd', 'before'),
    clock: { sq: 'njoftimi së paku 20 ditë pune përpara', en: 'notice at least 20 working days before' },
    start: { sq: 'Dita e takimit publik', en: 'Public meeting date' },
    actor: BODY,
    lapse: { sq: 'Shkelja është shkak për ankesë', en: 'The breach is a ground of complaint' },
    law: 'L146/2014 Art 17 (article inferred)',
    lawName: {
      sq: `${article(L146_2014, '17').sq} (neni i nxjerrë nga konteksti)`,
      en: `${article(L146_2014, '17').en} (article inferred)`,
    },
    sources: GUIDE_OF_2022,
    confidence: 'S',
    note: {
      sq: 'Numërohet mbrapsht nga dita e takimit, pa e përfshirë atë. Kush do 20 ditë pune të plota ndërmjet njoftimit dhe takimit, e boton njoftimin një ditë pune më herët.',
      en: 'Counted back from the day of the meeting, which is left out. Whoever wants 20 clear working days between notice and meeting publishes one working day earlier.',
    },
  }),
  albanian({
    id: 'AL-CONS-FEEDBACK',
    terms: null,
    clock: { sq: 'afati nuk është gjetur', en: 'no number found' },
    start: { sq: 'Mbyllja e marrjes së komenteve', en: 'Comment window closed' },
    actor: {
      sq: 'Organi ose koordinatori, që boton arsyet e mospranimit',
      en: 'Body or coordinator, who publishes the reasons for rejections',
    },
    lapse: null,
    law: 'L146/2014 (Arts 18–19 not seen)',
    lawName: {
      sq: `${articles(L146_2014, '18–19').sq} (nuk janë parë)`,
      en: `${articles(L146_2014, '18–19').en} (not seen)`,
    },
    sources: SHKODRA,
    confidence: 'N',
    note: {
      sq: 'Detyrimi për të treguar arsyet e mospranimit është parë në një burim dytësor; afati i botimit jo.',
      en: 'The duty to give reasons for rejections was seen in a secondary source; a term for publishing them was not.',
    },
  }),
  albanian({
    id: 'AL-CONS-COMPLAINT-HEAD',
    terms: null,
    clock: { sq: 'deri në miratimin e aktit', en: 'until the act is adopted' },
    start: { sq: 'Çdo shkelje para miratimit të aktit', en: 'Any breach before adoption' },
    actor: {
      sq: 'Pala e interesuar, që i ankohet titullarit të organit',
      en: 'Interested party, who complains to the head of the body',
    },
    lapse: { sq: 'Mbetet rruga e ankesës te Komisioneri', en: 'The complaint to the Commissioner remains' },
    law: 'L146/2014 Art 21',
    lawName: article(L146_2014, '21'),
    sources: COMMISSIONER_PAGE,
    confidence: 'S',
    note: {
      sq: 'Titullari duhet të veprojë menjëherë; ligji nuk jep numër ditësh.',
      en: 'The head must react at once; no number of days is given.',
    },
  }),
  albanian({
    id: 'AL-CONS-COMPLAINT',
    terms: inAlbania('max', 30, 'd'),
    clock: { sq: 'brenda 30 ditëve', en: 'within 30 days' },
    start: { sq: 'Miratimi i aktit', en: 'Act adopted' },
    actor: {
      sq: 'Pala e interesuar, që ankohet te Komisioneri',
      en: 'Interested party, who complains to the Commissioner',
    },
    lapse: { sq: 'Ankesa është e vonuar', en: 'The complaint is late' },
    law: 'L146/2014 Art 21',
    lawName: article(L146_2014, '21'),
    sources: COMMISSIONER_PAGE,
    confidence: 'T/S',
    note: {
      sq: 'Burimi thotë «ditë»: numërohen ditë kalendarike.',
      en: 'The source says “days”: calendar days are counted.',
    },
  }),
  albanian({
    id: 'AL-CONS-SUBMISSIONS',
    terms: inAlbania('max', 10, 'd'),
    clock: { sq: 'brenda 10 ditëve', en: 'within 10 days' },
    start: { sq: 'Kërkesa e Komisionerit drejtuar të dyja palëve', en: 'Commissioner asks both sides' },
    actor: { sq: 'Ankuesi dhe organi publik', en: 'Complainant and public body' },
    lapse: null,
    law: 'L146/2014 Art 21',
    lawName: article(L146_2014, '21'),
    sources: COMMISSIONER_PAGE,
    confidence: 'T/S',
    note: null,
  }),
  albanian({
    id: 'AL-CONS-DECISION',
    terms: null,
    clock: { sq: 'afati nuk është gjetur', en: 'no number found' },
    start: { sq: 'Paraqitja e ankesës', en: 'Complaint filed' },
    actor: { sq: 'Komisioneri', en: 'Commissioner' },
    lapse: null,
    law: 'L146/2014 Art 21',
    lawName: article(L146_2014, '21'),
    sources: COMMISSIONER_PAGE,
    confidence: 'N',
    note: null,
  }),
  albanian({
    id: 'AL-CONS-ANNUAL',
    terms: null,
    clock: { sq: 'data nuk është gjetur', en: 'no date found' },
    start: { sq: 'Mbarimi i vitit', en: 'Year end' },
    actor: { sq: 'Organi publik, që boton raportin vjetor', en: 'Public body, which publishes the yearly report' },
    lapse: null,
    law: 'L146/2014 Art 20 (number not verified)',
    lawName: {
      sq: `${article(L146_2014, '20').sq} (numri i nenit nuk është verifikuar)`,
      en: `${article(L146_2014, '20').en} (number not verified)`,
    },
    sources: GUIDE_OF_2022,
    confidence: 'N',
    note: {
      sq: 'Përmbajtja e raportit është parë në një burim dytësor; data e botimit jo.',
      en: 'What the report contains was seen in a secondary source; its date was not.',
    },
  }),
]
