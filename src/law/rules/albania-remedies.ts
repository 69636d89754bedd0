import { article, articleNotSeen, articles, CPA, L49_2012 } from './law-names.ts'
import { albanian, inAlbania, notes } from './make-rule.ts'
import { CPA_NOTE, CPA_SOURCE } from './procedure-source.ts'
import type { Rule } from './rule.ts'

const BODY = { sq: 'Organi publik', en: 'Public body' }
const PARTY = { sq: 'Pala', en: 'Party' }
const INADMISSIBLE = { sq: 'Ankimi nuk pranohet', en: 'The appeal is inadmissible' }

/** Law 44/2015, the Code of Administrative Procedures: appeals, other remedies, notification; and the court after them. */
export const ALBANIA_REMEDIES: readonly Rule[] = [
  albanian({
    id: 'AL-CPA-APPEAL',
    terms: inAlbania('max', 30, 'd'),
    clock: { sq: 'brenda 30 ditëve', en: 'within 30 days' },
    start: { sq: 'Njoftimi i aktit ose i refuzimit', en: 'Act or refusal notified' },
    actor: PARTY,
    lapse: {
      sq: 'Ankimi nuk pranohet; mund të kërkohet rivendosja në afat',
      en: 'The appeal is inadmissible; reinstatement may be asked',
    },
    law: 'CPA Art 132(1)',
    lawName: article(CPA, '132(1)'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: CPA_NOTE,
  }),
  albanian({
    id: 'AL-CPA-APPEAL-SIL',
    terms: { ...inAlbania('window', 7, 'd'), to: 45 },
    clock: { sq: 'nga dita e 7-të deri në ditën e 45-të', en: 'from day 7 to day 45' },
    start: {
      sq: 'Mbarimi në heshtje i afatit (ose i afatit të zgjatur)',
      en: 'Term (or extended term) ended in silence',
    },
    actor: PARTY,
    lapse: INADMISSIBLE,
    law: 'CPA Art 132(2)',
    lawName: article(CPA, '132(2)'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: notes(
      {
        sq: 'Ankimi kundër heshtjes i drejtohet organit epror.',
        en: 'The appeal against silence goes to the superior body.',
      },
      CPA_NOTE,
    ),
  }),
  albanian({
    id: 'AL-CPA-APPEAL-DEC',
    terms: inAlbania('max', 30, 'd'),
    clock: {
      sq: '30 ditë, që zgjaten sipas nenit 92',
      en: '30 days, extendable under Article 92',
    },
    start: { sq: 'Paraqitja e ankimit', en: 'Appeal filed' },
    actor: { sq: 'Organi publik, pastaj organi epror', en: 'Body, then its superior' },
    lapse: { sq: 'Hapet rruga e gjykatës', en: 'The way to the court opens' },
    law: 'CPA Art 140',
    lawName: article(CPA, '140'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: notes(
      {
        sq: 'Brenda këtij afati vendimi jo vetëm merret, por edhe njoftohet.',
        en: 'Within this term the decision is both taken and notified.',
      },
      CPA_NOTE,
    ),
  }),
  albanian({
    id: 'AL-CPA-OBJECTION',
    terms: inAlbania('pair', 15, 'd'),
    second: {
      terms: inAlbania('max', 30, 'd'),
      start: { sq: 'Paraqitja e kundërshtimit', en: 'Objection filed' },
      actor: BODY,
    },
    clock: {
      sq: '15 ditë për të kundërshtuar; 30 ditë për të vendosur',
      en: '15 days to object; 30 days to decide',
    },
    start: {
      sq: 'Marrja e dijenisë për një veprim tjetër administrativ',
      en: 'Knowledge of another administrative action',
    },
    actor: PARTY,
    lapse: { sq: 'Hapet rruga e gjykatës', en: 'A suit may be brought' },
    law: 'CPA Arts 142–143',
    lawName: articles(CPA, '142–143'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: CPA_NOTE,
  }),
  albanian({
    id: 'AL-CPA-REVIEW',
    terms: inAlbania('max', 30, 'd'),
    clock: { sq: 'brenda 30 ditëve, jo më vonë se 2 vjet', en: 'within 30 days, at most 2 years' },
    start: { sq: 'Marrja e dijenisë për rrethanën e re', en: 'Knowledge of new ground' },
    actor: PARTY,
    lapse: { sq: 'Kërkesa për rishikim nuk pranohet', en: 'The request for review is inadmissible' },
    law: 'CPA Art 145',
    lawName: article(CPA, '145'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: notes(
      {
        sq: 'Këtu numërohen 30 ditët; kufirin prej 2 vjetësh verifikojeni veçmas.',
        en: 'The 30 days are counted here; check the limit of 2 years besides.',
      },
      CPA_NOTE,
    ),
  }),
  albanian({
    id: 'AL-CPA-REINSTATE',
    terms: inAlbania('pair', 15, 'd'),
    second: {
      terms: inAlbania('max', 15, 'd'),
      start: { sq: 'Paraqitja e kërkesës për rivendosje në afat', en: 'Reinstatement asked' },
      actor: BODY,
    },
    clock: {
      sq: '15 ditë për ta kërkuar, jo më vonë se 1 vit; 15 ditë për të vendosur',
      en: '15 days to ask, at most 1 year; 15 days to decide',
    },
    start: { sq: 'Heqja e pengesës', en: 'Obstacle gone' },
    actor: PARTY,
    lapse: null,
    law: 'CPA Arts 54–55',
    lawName: articles(CPA, '54–55'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: notes(
      {
        sq: 'Kërkesa bëhet jo më vonë se 1 vit nga data e humbur, përveç rasteve të forcës madhore.',
        en: 'It is asked for within 1 year of the missed date, force majeure excepted.',
      },
      CPA_NOTE,
    ),
  }),
  albanian({
    id: 'AL-CPA-POST',
    terms: inAlbania('exact', 3, 'd'),
    clock: {
      sq: 'quhet i njoftuar ditën e 3-të (jashtë vendit, ditën e 5-të)',
      en: 'deemed notified on day 3 (abroad on day 5)',
    },
    start: { sq: 'Dërgimi i letrës me postë', en: 'Letter posted' },
    actor: { sq: 'Organi publik, që e dërgon', en: 'Public body, which sends it' },
    lapse: { sq: 'Mund të provohet e kundërta', en: 'It may be rebutted' },
    law: 'CPA Art 155',
    lawName: article(CPA, '155'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: notes(
      {
        sq: 'Numërohen 3 ditët e dërgimit brenda vendit; jashtë vendit janë 5.',
        en: 'The 3 days within the country are counted; abroad they are 5.',
      },
      CPA_NOTE,
    ),
  }),
  albanian({
    id: 'AL-CPA-PUBNOTICE',
    terms: inAlbania('exact', 10, 'd'),
    clock: { sq: 'quhet i njoftuar pas 10 ditësh', en: 'deemed notified after 10 days' },
    start: {
      sq: 'Shpallja publike ose botimi në buletinin zyrtar',
      en: 'Public notice posted / official bulletin',
    },
    actor: { sq: 'Organi publik, që e shpall', en: 'Public body, which posts it' },
    lapse: null,
    law: 'CPA Arts 162–163',
    lawName: articles(CPA, '162–163'),
    sources: CPA_SOURCE,
    confidence: 'T',
    note: CPA_NOTE,
  }),
  albanian({
    id: 'AL-COURT',
    terms: inAlbania('max', 45, 'd'),
    clock: { sq: 'brenda 45 ditëve', en: 'within 45 days' },
    start: { sq: 'Njoftimi i vendimit', en: 'Decision notified' },
    actor: { sq: 'Pala, që i drejtohet gjykatës administrative', en: 'Party, who goes to the administrative court' },
    lapse: { sq: 'Padia është e vonuar', en: 'The suit is late' },
    law: 'L49/2012 (article not seen)',
    lawName: articleNotSeen(L49_2012),
    sources: ['github.com/njohligjin/njohligjin.github.io'],
    confidence: 'S',
    note: {
      sq: 'Sipas të njëjtit burim dytësor afati është një vit, kur vendimi nuk e tregon mjetin e ankimit.',
      en: 'By the same secondary source it is one year where the decision did not state the remedy.',
    },
  }),
]
