import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'

export const registerTexts = {
  councillors: {
    title: { sq: 'Anëtarët e këshillave', en: 'Members of councils' },
    description: {
      sq: 'Çdo anëtar këshilli ose kuvendi me profil të botuar këtu. Pa adresa private.',
      en: 'Every member of a council or assembly with a profile published here. Without private addresses.',
    },
    keywords: { sq: ['këshilltar', 'kuvend', 'anëtar'], en: ['councillor', 'assembly', 'member'] },
  },
  mandates: {
    title: { sq: 'Mandatet e anëtarëve të këshillave', en: 'Mandates of members of councils' },
    description: {
      sq: 'Kush mbajti cilin vend, nga cila listë, prej kur deri kur, dhe kush e zëvendësoi.',
      en: 'Who held which seat, from which list, from when until when, and who followed.',
    },
    keywords: { sq: ['mandat', 'këshilltar', 'parti'], en: ['mandate', 'councillor', 'party'] },
  },
  results: {
    title: { sq: 'Rezultatet e zgjedhjeve për këshillat', en: 'Election results of councils' },
    description: {
      sq: 'Vota dhe vende sipas listave, për çdo mandat të këshillit, me burimin.',
      en: 'Votes and seats by list, for each term of a council, with the source.',
    },
    keywords: { sq: ['zgjedhje', 'vota', 'vende'], en: ['election', 'votes', 'seats'] },
  },
  payments: {
    title: { sq: 'Pagesat e anëtarëve të këshillave', en: 'Payments of members of councils' },
    description: {
      sq: 'Pagesat dhe shpërblimet e botuara, sipas personit dhe periudhës.',
      en: 'Published payments and rewards, by person and period.',
    },
    keywords: { sq: ['pagesë', 'shpërblim', 'këshilltar'], en: ['payment', 'allowance', 'councillor'] },
  },
  affiliations: {
    title: { sq: 'Anëtarësimet e këshillave', en: 'Memberships of councils' },
    description: {
      sq: 'Organizatat dhe shoqatat ku këshillat janë anëtarë.',
      en: 'Organisations and associations to which councils belong.',
    },
    keywords: { sq: ['anëtarësim', 'shoqatë'], en: ['membership', 'association'] },
  },
} as const

export const COUNCILLOR_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'name',
    'string',
    { sq: ['Emri', 'Si shkruhet në vendime.'], en: ['Name', 'As decisions write it.'] },
    { required: true },
  ),
  column('given_name', 'string', {
    sq: ['Emri i vetëm', 'Pa mbiemrin.'],
    en: ['Given name', 'Without the family name.'],
  }),
  column('family_name', 'string', { sq: ['Mbiemri', 'Pa emrin.'], en: ['Family name', 'Without the given name.'] }),
  column(
    'gender',
    'string',
    { sq: ['Gjinia', 'Vetëm ku institucioni e boton.'], en: ['Gender', 'Only where the institution publishes it.'] },
    { values: ['female', 'male', 'other'] },
  ),
  column('profession', 'string', { sq: ['Profesioni', 'Si e thotë vetë.'], en: ['Profession', 'As they say it.'] }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]

export const MANDATE_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'person',
    'string',
    { sq: ['Anëtari', 'Identifikuesi i tij.'], en: ['Member', 'Their identifier.'] },
    { required: true },
  ),
  column(
    'name',
    'string',
    { sq: ['Emri', 'Si shkruhet në vendime.'], en: ['Name', 'As decisions write it.'] },
    { required: true },
  ),
  column(
    'body',
    'string',
    { sq: ['Organi', 'Identifikuesi i këshillit.'], en: ['Body', 'Identifier of the council.'] },
    { required: true },
  ),
  column(
    'term',
    'string',
    { sq: ['Mandati i këshillit', 'Identifikuesi.'], en: ['Term', 'Its identifier.'] },
    { required: true },
  ),
  column(
    'term_name',
    'string',
    { sq: ['Emri i mandatit', 'Si e quan këshilli.'], en: ['Name of the term', 'As the council calls it.'] },
    { required: true },
  ),
  column('party', 'string', { sq: ['Partia', 'Bosh: pa parti.'], en: ['Party', 'Empty: of none.'] }),
  column('party_short', 'string', {
    sq: ['Shkurtimi', 'Shkurtimi i partisë.'],
    en: ['Short name', 'Short name of the party.'],
  }),
  column('list', 'string', { sq: ['Lista', 'Si në fletën e votimit.'], en: ['List', 'As on the ballot paper.'] }),
  column('area', 'string', { sq: ['Zona', 'Zona zgjedhore.'], en: ['Area', 'Electoral area.'] }),
  column('from_on', 'date', { sq: ['Nga dita', 'Dita e parë.'], en: ['From', 'The first day.'] }, { required: true }),
  column('to_on', 'date', {
    sq: ['Deri më', 'Dita e fundit. Bosh: vazhdon.'],
    en: ['Until', 'The last day. Empty: it goes on.'],
  }),
  column(
    'end_kind',
    'string',
    { sq: ['Arsyeja e mbarimit', 'Pse mbaroi.'], en: ['Reason of the end', 'Why it ended.'] },
    { values: ['term-ended', 'resigned', 'died', 'incompatible', 'convicted', 'absent', 'moved', 'other'] },
  ),
  column('replaced_by', 'string', {
    sq: ['Zëvendësuar nga', 'Mandati që e ndjek në të njëjtin vend.'],
    en: ['Replaced by', 'The mandate that follows in the same seat.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]

export const RESULT_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'body',
    'string',
    { sq: ['Organi', 'Identifikuesi i këshillit.'], en: ['Body', 'Identifier of the council.'] },
    { required: true },
  ),
  column(
    'term',
    'string',
    { sq: ['Mandati i këshillit', 'Identifikuesi.'], en: ['Term', 'Its identifier.'] },
    { required: true },
  ),
  column(
    'term_name',
    'string',
    { sq: ['Emri i mandatit', 'Si e quan këshilli.'], en: ['Name of the term', 'As the council calls it.'] },
    { required: true },
  ),
  column('election_on', 'date', {
    sq: ['Dita e zgjedhjeve', 'Kur u mbajtën.'],
    en: ['Day of the election', 'When it was held.'],
  }),
  column('source', 'string', { sq: ['Burimi', 'Nga u morën.'], en: ['Source', 'Where they were taken from.'] }),
  column(
    'ordinal',
    'integer',
    { sq: ['Radha', 'Vendi në listën e burimit.'], en: ['Order', 'Place in the list of the source.'] },
    { required: true },
  ),
  column(
    'list',
    'string',
    { sq: ['Lista', 'Si në fletën e votimit.'], en: ['List', 'As on the ballot paper.'] },
    { required: true },
  ),
  column('party', 'string', { sq: ['Partia', 'Bosh: pa parti.'], en: ['Party', 'Empty: of none.'] }),
  column('party_short', 'string', {
    sq: ['Shkurtimi', 'Shkurtimi i partisë.'],
    en: ['Short name', 'Short name of the party.'],
  }),
  column('votes', 'integer', { sq: ['Vota', 'Bosh: nuk dihet.'], en: ['Votes', 'Empty: not known.'] }),
  column(
    'seats',
    'integer',
    { sq: ['Vende', 'Sa vende mori.'], en: ['Seats', 'How many seats it got.'] },
    { required: true },
  ),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]

export const PAYMENT_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'person',
    'string',
    { sq: ['Anëtari', 'Identifikuesi i tij.'], en: ['Member', 'Their identifier.'] },
    { required: true },
  ),
  column(
    'name',
    'string',
    { sq: ['Emri', 'Si shkruhet në vendime.'], en: ['Name', 'As decisions write it.'] },
    { required: true },
  ),
  column('from_on', 'date', { sq: ['Nga dita', 'Dita e parë.'], en: ['From', 'The first day.'] }, { required: true }),
  column(
    'to_on',
    'date',
    { sq: ['Deri më', 'Dita e fundit e periudhës.'], en: ['Until', 'The last day of the period.'] },
    { required: true },
  ),
  column(
    'payment_kind',
    'string',
    { sq: ['Lloji', 'Për çfarë u pagua.'], en: ['Kind', 'What it was paid for.'] },
    { required: true, values: ['allowance', 'meeting', 'commission', 'travel', 'reward', 'other'] },
  ),
  column(
    'amount',
    'number',
    { sq: ['Shuma', 'Në monedhën e kolonës tjetër.'], en: ['Amount', 'In the currency of the next column.'] },
    { required: true },
  ),
  column(
    'currency',
    'string',
    { sq: ['Monedha', 'ALL ose EUR.'], en: ['Currency', 'ALL or EUR.'] },
    { required: true, values: ['ALL', 'EUR'] },
  ),
  column('note', 'string', {
    sq: ['Shënim', 'Si e shkroi institucioni.'],
    en: ['Note', 'As the institution wrote it.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]

export const AFFILIATION_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'organisation',
    'string',
    { sq: ['Organizata', 'Ku këshilli është anëtar.'], en: ['Organisation', 'To which the council belongs.'] },
    { required: true },
  ),
  column('organisation_en', 'string', {
    sq: ['Emri në anglisht', 'Ku ka.'],
    en: ['Name in English', 'Where there is one.'],
  }),
  column('website', 'uri', { sq: ['Faqja', 'Faqja e organizatës.'], en: ['Site', 'Site of the organisation.'] }),
  column('purpose', 'string', { sq: ['Për çfarë', 'Qëllimi.'], en: ['Purpose', 'What for.'] }),
  column('from_on', 'date', { sq: ['Nga dita', 'Dita e parë.'], en: ['From', 'The first day.'] }),
  column('to_on', 'date', {
    sq: ['Deri më', 'Dita e fundit. Bosh: vazhdon.'],
    en: ['Until', 'The last day. Empty: it goes on.'],
  }),
  column('representative', 'string', {
    sq: ['Përfaqësuesi', 'Kush e përfaqëson këshillin.'],
    en: ['Representative', 'Who stands for the council.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
