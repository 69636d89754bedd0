import { L107_2021, L124_2024, L54_2019, L7651_1992 } from './law-names.ts'
import { albanian, inAlbania } from './make-rule.ts'
import type { Rule } from './rule.ts'

/** What stands in laws of its own. */
export const ALBANIA_OTHERS: readonly Rule[] = [
  albanian({
    id: 'AL-LEGINIT',
    terms: inAlbania('max', 3, 'mo'),
    clock: { sq: 'brenda 3 muajve', en: 'within 3 months' },
    start: {
      sq: 'Miratimi i formularit nga Komisioneri Shtetëror i Zgjedhjeve',
      en: 'CEC Commissioner approves the form',
    },
    actor: {
      sq: 'Komiteti përfaqësues, që mbledh nënshkrimet e 20 000 zgjedhësve',
      en: 'Representative committee, which collects the signatures of 20,000 voters',
    },
    lapse: null,
    law: 'L54/2019; Const. Art 81(1)',
    lawName: {
      sq: `${L54_2019.sq}; Kushtetuta, neni 81, pika 1`,
      en: `${L54_2019.en}; Constitution, Article 81(1)`,
    },
    sources: ['kqz.gov.al/2024/03/29', 'peizazhe.com/2019/08/16/32269'],
    confidence: 'S',
    note: {
      sq: 'Ligji ka hyrë në fuqi më 22 gusht 2019. Afati i vetë Kuvendit nuk është parë.',
      en: 'The law is in force since 22 August 2019. The Assembly’s own clock was not seen.',
    },
    validFrom: '2019-08-22',
  }),
  albanian({
    id: 'AL-COGOV',
    terms: null,
    clock: { sq: 'asnjë afat i verifikuar', en: 'no clock verified' },
    start: { sq: 'Platforma e bashkëqeverisjes', en: 'Co-governance platform' },
    actor: { sq: 'Institucionet e platformës', en: 'Institutions of the platform' },
    lapse: null,
    law: 'L107/2021',
    lawName: L107_2021,
    sources: ['exit.al', 'shqiperiaqeduam.al'],
    confidence: 'N',
    note: {
      sq: 'Ligji u miratua më 4 nëntor 2021 dhe Presidenti e ktheu për rishqyrtim; gjendja përfundimtare nuk është verifikuar.',
      en: 'The law was adopted on 4 November 2021 and sent back by the President; its final state was not verified.',
    },
  }),
  albanian({
    id: 'AL-DP',
    terms: null,
    clock: { sq: 'asnjë afat i ligjit të ri nuk është parë', en: 'no clock of the new law was seen' },
    start: {
      sq: 'Kërkesa e personit për të dhënat e veta, ose cenimi i të dhënave',
      en: 'Request of a data subject, or a data breach',
    },
    actor: { sq: 'Kontrolluesi', en: 'Controller' },
    lapse: { sq: 'Hapet rruga e ankesës', en: 'A complaint may be made' },
    law: 'L124/2024',
    lawName: L124_2024,
    sources: ['launch.kpmg.com/al', 'idp.al/en/2024/12/21'],
    confidence: 'N',
    note: {
      sq: 'Ligji ndjek rregulloren evropiane, e cila jep një muaj për kërkesat dhe 72 orë për cenimet; afatet e vetë ligjit nuk janë parë.',
      en: 'The law follows the European regulation, which gives one month for requests and 72 hours for breaches; the law’s own clocks were not seen.',
    },
  }),
  albanian({
    id: 'AL-HOLIDAY-SHIFT',
    terms: null,
    clock: { sq: 'pushohet në ditën ose ditët e punës që pasojnë', en: 'the next working day or days are off' },
    start: { sq: 'Festa që bie të shtunën ose të dielën', en: 'Holiday on a Saturday or Sunday' },
    actor: { sq: 'Të gjitha institucionet', en: 'All institutions' },
    lapse: null,
    law: 'L7651/1992 as amended',
    lawName: L7651_1992,
    sources: ['podiumi.com/2022', 'noa.al/lajmi/2026/01/2552771.html'],
    confidence: 'S',
    note: {
      sq: 'Kur dy festa bien radhazi në fundjavë, pushohet të hënën dhe të martën.',
      en: 'Two holidays in a row on a weekend give the Monday and the Tuesday.',
    },
  }),
]
