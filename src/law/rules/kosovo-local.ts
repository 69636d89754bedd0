import { AI_MAPL_02_2019, article, articleNotSeen, L03_L040, REG_GRK_10_2019 } from './law-names.ts'
import { KOSOVO_COUNTING } from './kosovo-counting.ts'
import { inKosovo, kosovan, notes } from './make-rule.ts'
import type { Rule } from './rule.ts'

const QEVERISMIRE = ['qeverismire.info']
const ASSEMBLY = { sq: 'Kuvendi i komunës', en: 'Municipal assembly' }
const MUNICIPALITY = { sq: 'Komuna', en: 'Municipality' }

/** Law 03/L-040, local self-government, and what stands beside it. */
export const KOSOVO_LOCAL: readonly Rule[] = [
  kosovan({
    id: 'XK-LSG-PUBMEET',
    terms: null,
    clock: { sq: 'së paku 2 takime publike në vit', en: 'at least 2 public meetings a year' },
    start: { sq: 'Çdo vit', en: 'Each year' },
    actor: MUNICIPALITY,
    lapse: null,
    law: 'L03/L-040 Art 68.1–68.2',
    lawName: article(L03_L040, '68.1–68.2'),
    sources: ['goodgovernance.info/eng/Article/public-consultation'],
    confidence: 'S',
    note: null,
  }),
  kosovan({
    id: 'XK-LSG-INITIATIVE',
    terms: inKosovo('max', 60, 'd'),
    clock: { sq: 'brenda 60 ditëve', en: 'within 60 days' },
    start: {
      sq: 'Dorëzimi i iniciativës te kryesuesi, me nënshkrimet e 15 % të votuesve',
      en: 'Initiative handed to chair, 15% of voters',
    },
    actor: { sq: 'Kuvendi i komunës, që e shqyrton', en: 'Municipal assembly, which considers it' },
    lapse: null,
    law: 'L03/L-040 (article not seen)',
    lawName: articleNotSeen(L03_L040),
    sources: [
      'goodgovernance.info/eng/Article/civic-initiatives',
      'goodgovernance.info/eng/Article/public-consultation',
    ],
    confidence: 'S',
    note: KOSOVO_COUNTING,
  }),
  kosovan({
    id: 'XK-LSG-REFERENDUM',
    terms: inKosovo('pair', 30, 'd'),
    second: {
      terms: inKosovo('max', 30, 'd'),
      start: { sq: 'Dorëzimi i kërkesës për referendum', en: 'Referendum asked for' },
      actor: { sq: 'Kuvendi i komunës, që e shqyrton', en: 'Municipal assembly, which considers it' },
    },
    clock: {
      sq: '30 ditë për ta kërkuar, me 10 % të votuesve; 30 ditë për ta shqyrtuar',
      en: '30 days to ask, with 10% of voters; 30 days to consider',
    },
    start: { sq: 'Miratimi i rregullores', en: 'Regulation adopted' },
    actor: { sq: 'Votuesit e komunës', en: 'Voters of the municipality' },
    lapse: null,
    law: 'L03/L-040 Art 71',
    lawName: article(L03_L040, '71'),
    sources: QEVERISMIRE,
    confidence: 'S',
    note: KOSOVO_COUNTING,
  }),
  kosovan({
    id: 'XK-LSG-RECALL',
    terms: inKosovo('pair', 30, 'd'),
    second: {
      terms: inKosovo('max', 45, 'd'),
      start: { sq: 'Konfirmimi i nënshkrimeve nga KQZ-ja', en: 'Signatures confirmed by the CEC' },
      actor: { sq: 'KQZ-ja, që mban votimin', en: 'CEC, which holds the vote' },
    },
    clock: {
      sq: '30 ditë për mbledhjen e nënshkrimeve (edhe 15, një herë); votimi brenda 45 ditëve',
      en: '30 days to collect signatures (15 more, once); the vote within 45 days',
    },
    start: {
      sq: 'Iniciativa për shkarkimin e kryetarit të komunës, me 20 % të votuesve',
      en: 'Recall of mayor, 20% of voters',
    },
    actor: { sq: 'Grupi iniciues', en: 'Group that asks for it' },
    lapse: {
      sq: 'Pas dështimit, iniciativa mund të përsëritet pas 12 muajsh',
      en: '12 months’ wait after failure',
    },
    law: 'L03/L-040 Art 72; AI MAPL 2023',
    lawName: {
      sq: `${article(L03_L040, '72').sq}; udhëzimi administrativ i MAPL-së i vitit 2023`,
      en: `${article(L03_L040, '72').en}; administrative instruction of MAPL of 2023`,
    },
    sources: ['europeanwesternbalkans.com/2023/09/07', 'searchenginego.com'],
    confidence: 'S',
    note: notes(
      {
        sq: 'Kryesuesi e regjistron grupin në 5 ditë, përndryshe KQZ-ja; të dhënat për votuesit jepen 5 ditë më pas. Vendoset me më shumë se gjysmën e votuesve të regjistruar.',
        en: 'The chair registers the group in 5 days, else the CEC; the data on voters come 5 days later. It needs more than half of the listed voters.',
      },
      KOSOVO_COUNTING,
    ),
  }),
  kosovan({
    id: 'XK-LSG-PETITION',
    terms: null,
    clock: { sq: 'afati nuk është parë', en: 'the term was not seen' },
    start: { sq: 'Dorëzimi i peticionit', en: 'Petition handed in' },
    actor: ASSEMBLY,
    lapse: null,
    law: 'L03/L-040 (article not seen); AI transparency Art 5',
    lawName: {
      sq: `${articleNotSeen(L03_L040).sq}; udhëzimi administrativ për transparencën, neni 5`,
      en: `${articleNotSeen(L03_L040).en}; administrative instruction on transparency, Article 5`,
    },
    sources: QEVERISMIRE,
    confidence: 'N',
    note: {
      sq: 'Numrin e nënshkrimeve e cakton statuti i komunës.',
      en: 'The statute of the municipality sets the number of signatures.',
    },
  }),
  kosovan({
    id: 'XK-LSG-MEETINGS',
    terms: null,
    countedBack: true,
    clock: { sq: 'afati nuk është parë', en: 'the term was not seen' },
    start: { sq: 'Mbledhjet e kuvendit të komunës dhe njoftimet për to', en: 'Assembly meetings and notices' },
    actor: { sq: 'Kryesuesi i kuvendit', en: 'Chair of the assembly' },
    lapse: null,
    law: 'L03/L-040 (article not seen)',
    lawName: articleNotSeen(L03_L040),
    sources: [],
    confidence: 'N',
    note: {
      sq: 'Flitet për 7 ditë pune përpara, por pa burim.',
      en: 'Seven working days before are spoken of, without a source.',
    },
  }),
  kosovan({
    id: 'XK-LSG-LEGALITY',
    terms: null,
    clock: { sq: 'afatet nuk janë parë', en: 'the terms were not seen' },
    start: { sq: 'Miratimi i aktit të komunës', en: 'Municipal act adopted' },
    actor: {
      sq: 'Komuna, që e dërgon; organi mbikëqyrës, që e shqyrton',
      en: 'Municipality, which sends it; supervisory body, which reviews it',
    },
    lapse: null,
    law: 'Reg GRK 10/2019',
    lawName: REG_GRK_10_2019,
    sources: ['gzk.rks-gov.net/ActDetail.aspx?ActID=21246'],
    confidence: 'N',
    note: {
      sq: 'Flitet për 7 ditë për dërgimin dhe 30 për shqyrtimin, por pa burim.',
      en: '7 days to send and 30 to review are spoken of, without a source.',
    },
  }),
  kosovan({
    id: 'XK-LOCALCOUNCIL',
    terms: null,
    clock: { sq: 'afatet nuk janë parë', en: 'the clocks were not seen' },
    start: { sq: 'Këshillat lokale të fshatrave dhe lagjeve', en: 'Local councils of villages and urban quarters' },
    actor: MUNICIPALITY,
    lapse: null,
    law: 'AI MAPL 02/2019',
    lawName: AI_MAPL_02_2019,
    sources: ['scribd 552411421'],
    confidence: 'N',
    note: {
      sq: 'Është parë vetëm fillimi i tekstit.',
      en: 'Only the opening of the text was seen.',
    },
  }),
]
