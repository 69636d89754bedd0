import { article, articleNotSeen, articles, L139_2015 } from './law-names.ts'
import { albanian, inAlbania } from './make-rule.ts'
import type { Rule } from './rule.ts'

const COUNCIL_PAGES = [
  'bashkiadimal.gov.al/funksioni-i-keshillit-bashkiak/',
  'bashkiamaliq.gov.al/funksionet-e-keshillit',
]
const OPEN_MEETINGS = [
  'portavendore.al/hyrnebashki/mbledhjet-e-hapura-te-keshillit-bashkiak/',
  'bashkiakurbin.gov.al/?page_id=2950',
]

const CHAIR = { sq: 'Kryetari i këshillit', en: 'Council chair' }
const IN_FORCE = { sq: 'Akti hyn në fuqi', en: 'The act is in force' }

/** Law 139/2015, local self-government. */
export const ALBANIA_LOCAL: readonly Rule[] = [
  albanian({
    id: 'AL-LSG-FIRST',
    terms: inAlbania('max', 20, 'd'),
    clock: { sq: 'brenda 20 ditëve', en: 'within 20 days' },
    start: { sq: 'Zgjedhja e këshillit', en: 'Council elected' },
    actor: { sq: 'Kush e thërret mbledhjen e parë: nuk është parë', en: 'Who calls the first meeting was not seen' },
    lapse: null,
    law: 'L139/2015 Art 48',
    lawName: article(L139_2015, '48'),
    sources: ['bashkiakorce.gov.al'],
    confidence: 'S',
    note: {
      sq: 'Burimi është parë i shkurtuar: nuk dihet saktë se nga cila ditë numërohet.',
      en: 'The source was seen cut off: from which day it counts is not certain.',
    },
  }),
  albanian({
    id: 'AL-LSG-ORDINARY',
    terms: null,
    clock: { sq: 'së paku një herë në muaj', en: 'at least once a month' },
    start: { sq: 'Mbledhja e zakonshme e këshillit', en: 'Ordinary council meeting' },
    actor: CHAIR,
    lapse: null,
    law: 'L139/2015 Art 53',
    lawName: article(L139_2015, '53'),
    sources: COUNCIL_PAGES,
    confidence: 'T',
    note: {
      sq: 'Këshilli mblidhet edhe me kërkesë të kryetarit të bashkisë, të së paku një të tretës së anëtarëve, me shkrim, ose të prefektit, me arsyetim.',
      en: 'It also meets when asked by the mayor, by at least one third of the members in writing, or by the prefect with reasons.',
    },
  }),
  albanian({
    id: 'AL-LSG-NOTICE',
    terms: inAlbania('min', 5, 'd', 'before'),
    clock: { sq: 'njoftimi, si rregull, së paku 5 ditë përpara', en: 'notice, as a rule, at least 5 days before' },
    start: { sq: 'Dita e mbledhjes së këshillit', en: 'Council meeting date' },
    actor: CHAIR,
    lapse: null,
    law: 'L139/2015 Art 53',
    lawName: article(L139_2015, '53'),
    sources: COUNCIL_PAGES,
    confidence: 'T',
    note: {
      sq: 'Ligji thotë «si rregull». Njoftimi tregon datën, orën, vendin dhe rendin e ditës. Data që bie në pushim zhvendoset më herët, që afati të mos shkurtohet.',
      en: 'The law says “as a rule”. The notice gives date, hour, place and agenda. A date that is off moves to an earlier day, so that the time is not shortened.',
    },
  }),
  albanian({
    id: 'AL-LSG-CLOSE',
    terms: null,
    clock: {
      sq: 'e kërkon një e pesta e anëtarëve ose kryetari i bashkisë (sipas një burimi tjetër, i këshillit); vendoset me tri të pestat e të gjithë anëtarëve',
      en: 'asked by one fifth of the members, or the mayor (by another source, the council chair); voted by three fifths of all members',
    },
    start: { sq: 'Mbledhja e mbyllur', en: 'Closed sitting' },
    actor: { sq: 'Këshilli', en: 'Council' },
    lapse: { sq: 'Mbledhja mbetet e hapur', en: 'The sitting stays public' },
    law: 'L139/2015 (article not seen)',
    lawName: articleNotSeen(L139_2015),
    sources: OPEN_MEETINGS,
    confidence: 'S',
    note: {
      sq: 'Burimet ndryshojnë: njëri thotë kryetari i bashkisë, tjetri kryetari i këshillit.',
      en: 'The sources differ: one says the mayor, the other the chair of the council.',
    },
  }),
  albanian({
    id: 'AL-LSG-PUBLISH',
    terms: inAlbania('max', 10, 'd'),
    clock: { sq: 'brenda 10 ditëve', en: 'within 10 days' },
    start: { sq: 'Miratimi i aktit të këshillit', en: 'Council act adopted' },
    actor: { sq: 'Këshilli, nëpërmjet sekretarit', en: 'Council, by its secretary' },
    lapse: { sq: 'Akti nuk hyn në fuqi', en: 'The act is not in force' },
    law: 'L139/2015 (article not seen)',
    lawName: articleNotSeen(L139_2015),
    sources: OPEN_MEETINGS,
    confidence: 'S',
    note: {
      sq: 'Akti botohet në faqen e internetit dhe afishohet.',
      en: 'The act is put on the website and posted up.',
    },
  }),
  albanian({
    id: 'AL-LSG-FORCE',
    terms: inAlbania('exact', 10, 'd'),
    clock: { sq: '10 ditë pas shpalljes', en: '10 days after it is announced' },
    start: { sq: 'Shpallja e aktit normativ', en: 'Normative act announced' },
    actor: { sq: 'Ndodh vetvetiu', en: 'It happens by itself' },
    lapse: IN_FORCE,
    law: 'L139/2015 (article not seen)',
    lawName: articleNotSeen(L139_2015),
    sources: OPEN_MEETINGS,
    confidence: 'S',
    note: null,
  }),
  albanian({
    id: 'AL-LSG-FORCE-IND',
    terms: null,
    clock: { sq: 'me njoftimin', en: 'on notification' },
    start: { sq: 'Njoftimi i aktit individual', en: 'Individual act notified' },
    actor: { sq: 'Ndodh vetvetiu', en: 'It happens by itself' },
    lapse: IN_FORCE,
    law: 'L139/2015 (article not seen)',
    lawName: articleNotSeen(L139_2015),
    sources: OPEN_MEETINGS,
    confidence: 'S',
    note: null,
  }),
  albanian({
    id: 'AL-LSG-CONSULT',
    terms: null,
    clock: {
      sq: 'ligji nuk jep afat; e cakton rregullorja e këshillit',
      en: 'the law gives no term; the council’s rules set it',
    },
    start: { sq: 'Botimi i njoftimit të konsultimit', en: 'Consultation notice published' },
    actor: { sq: 'Këshilli bashkiak', en: 'Municipal council' },
    lapse: null,
    law: 'L139/2015 Art 18',
    lawName: article(L139_2015, '18'),
    // Seen in a secondary source whose address was not noted.
    sources: [],
    confidence: 'S',
    note: {
      sq: 'Konsultimi është i detyrueshëm. Mënyrat i cakton rregullorja e këshillit: takime të hapura me banorët dhe grupet, takime me ekspertë, institucione e organizata, propozim referendumesh vendore.',
      en: 'Consultation is compulsory. The council’s rules set the ways: open meetings with residents and groups, meetings with experts, institutions and organisations, proposals of local referendums.',
    },
  }),
  albanian({
    id: 'AL-LSG-PETITION',
    terms: null,
    clock: {
      sq: 'neni 19 nuk jep afat; vlen rregullorja e këshillit, përndryshe Kodi i Procedurave Administrative',
      en: 'no clock in Article 19; the council’s rules hold, else the Code of Administrative Procedures',
    },
    start: { sq: 'Paraqitja e peticionit te njësia vendore', en: 'Petition to a local body' },
    actor: {
      sq: 'Organi i njësisë vendore, që e shqyrton dhe i përgjigjet',
      en: 'Local body, which must examine it and reply',
    },
    lapse: {
      sq: 'Shihni afatet e Kodit të Procedurave Administrative',
      en: 'See the clocks of the Code of Administrative Procedures',
    },
    law: 'L139/2015 Art 19; Const. Art 48',
    lawName: {
      sq: `${article(L139_2015, '19').sq}; Kushtetuta, neni 48`,
      en: `${article(L139_2015, '19').en}; Constitution, Article 48`,
    },
    sources: ['portavendore.al/hyrnebashki/peticioni/'],
    confidence: 'S',
    note: {
      sq: 'Ligji thotë «brenda afateve të caktuara me ligj». Përdorimi i 60 ditëve të Kodit është hamendësim: peticioni që nuk kërkon një akt individual mund të mos hyjë në Kod.',
      en: 'The law says “within the deadlines set by law”. To use the 60 days of the Code is an assumption: a petition that asks for no individual act may fall outside the Code.',
    },
  }),
  albanian({
    id: 'AL-LSG-INITIATIVE',
    terms: null,
    clock: { sq: 'pragu dhe afatet nuk janë parë', en: 'threshold and clocks were not seen' },
    start: { sq: 'Iniciativa qytetare', en: 'Civic initiative' },
    actor: { sq: 'Këshilli', en: 'Council' },
    lapse: null,
    law: 'L139/2015 Art 20',
    lawName: article(L139_2015, '20'),
    sources: [],
    confidence: 'N',
    note: {
      sq: 'Flitet për 1 % të banorëve, por pa burim.',
      en: 'One per cent of the residents is spoken of, without a source.',
    },
  }),
  albanian({
    id: 'AL-VILLAGE-ELECT',
    terms: inAlbania('max', 3, 'mo'),
    clock: { sq: 'brenda 3 muajve; çdo 4 vjet', en: 'within 3 months; every 4 years' },
    start: { sq: 'Zhvillimi i zgjedhjeve për këshillin', en: 'Council elections held' },
    actor: {
      sq: 'Mbledhja e fshatit, me së paku gjysmën e zgjedhësve',
      en: 'Village meeting, with at least half of the voters',
    },
    lapse: {
      sq: 'Kryetari i bashkisë cakton përkohësisht kryetarin e fshatit',
      en: 'The mayor names a head for the time being',
    },
    law: 'L139/2015 Arts 68–70',
    lawName: articles(L139_2015, '68–70'),
    sources: ['portavendore.al/hyrnebashki/strukturat-komunitare/struktura-komunitare-ne-fshat/'],
    confidence: 'S',
    note: null,
  }),
]
