import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'

export const registerTexts = {
  title: { sq: 'Aktet e planifikuara', en: 'Planned acts' },
  description: {
    sq: 'Planet vjetore të vendimmarrjes: çfarë mendon të vendosë secili institucion, kur dhe kush e propozon, dhe si shkoi.',
    en: 'Yearly plans of decision-making: what each institution means to decide, when and who proposes it, and how that went.',
  },
  keywords: { sq: ['plani vjetor', 'vendimmarrja'], en: ['yearly plan', 'decision-making'] },
}

const month = (name: string, sq: readonly [string, string], en: readonly [string, string]) =>
  column(name, 'date', { sq, en })

/** Months are told by their first day; what the plan does not say is empty. */
export const plannedActColumns = [
  ID,
  INSTITUTION,
  column('year', 'year', { sq: ['Viti', 'Viti i planit.'], en: ['Year', 'Year of the plan.'] }, { required: true }),
  column(
    'number',
    'integer',
    { sq: ['Numri', 'Numri në planin e institucionit.'], en: ['Number', 'Number in the plan of the institution.'] },
    { required: true },
  ),
  column(
    'title',
    'string',
    { sq: ['Titulli', 'Si e quan institucioni.'], en: ['Title', 'As the institution calls it.'] },
    { required: true },
  ),
  column('title_en', 'string', {
    sq: ['Titulli në anglisht', 'Bosh kur nuk ka.'],
    en: ['Title in English', 'Empty where there is none.'],
  }),
  column('act_kind', 'string', {
    sq: ['Lloji i aktit', 'Bosh kur plani nuk e thotë.'],
    en: ['Kind of act', 'Empty where the plan does not say.'],
  }),
  column('proposer', 'string', { sq: ['Propozuesi', 'Kush e propozon.'], en: ['Proposer', 'Who proposes it.'] }),
  column('deciding_body', 'string', { sq: ['Organi', 'Kush e vendos.'], en: ['Body', 'Who decides it.'] }),
  column('consultation_planned', 'boolean', {
    sq: ['Konsultim', 'A parashikohet konsultim publik; bosh kur nuk dihet.'],
    en: ['Consultation', 'Whether a public consultation is planned; empty where it is not known.'],
  }),
  month(
    'promised_from',
    ['Premtuar nga', 'Muaji i parë i kohës kur plani u publikua.'],
    ['Promised from', 'First month of the time when the plan was published.'],
  ),
  month('promised_to', ['Premtuar deri', 'Muaji i fundit i asaj kohe.'], ['Promised to', 'Last month of that time.']),
  month('due_from', ['Pritet nga', 'Muaji i parë, siç qëndron tani.'], ['Due from', 'First month, as it stands now.']),
  month('due_to', ['Pritet deri', 'Muaji i fundit, siç qëndron tani.'], ['Due to', 'Last month, as it stands now.']),
  column('announced_on', 'date', {
    sq: ['U shpall', 'Kur u shpall konsultimi i parë.'],
    en: ['Announced', 'When its first consultation was announced.'],
  }),
  column('opens_on', 'date', {
    sq: ['Hapet', 'Dita e parë për komente.'],
    en: ['Opens', 'The first day for comments.'],
  }),
  column('closes_on', 'date', {
    sq: ['Mbyllet', 'Dita e fundit për komente.'],
    en: ['Closes', 'The last day for comments.'],
  }),
  column('adopted_on', 'date', { sq: ['Miratuar', 'Kur u miratua.'], en: ['Adopted', 'When it was adopted.'] }),
  column('adopted_reference', 'string', {
    sq: ['Akti i miratimit', 'Me cilin akt u miratua.'],
    en: ['Act of adoption', 'By which act it was adopted.'],
  }),
  column('dropped_on', 'date', {
    sq: ['Hequr', 'Kur u hoq nga plani.'],
    en: ['Dropped', 'When it was dropped from the plan.'],
  }),
  column('drop_reason', 'string', {
    sq: ['Arsyeja e heqjes', 'Si e shkroi institucioni.'],
    en: ['Reason', 'Why it was dropped, as the institution wrote it.'],
  }),
  column('months_late', 'integer', {
    sq: [
      'Vonesa në muaj',
      'Nga muaji i fundit i premtuar te shpallja e konsultimit, ose te miratimi kur nuk pati konsultim; nën zero: më herët. Bosh: ende asgjë, ose muaji nuk dihej.',
    ],
    en: [
      'Months late',
      'From the last month promised to the announcement of the consultation, or to the adoption where there was none; below zero: early. Empty: nothing yet, or no month was known.',
    ],
  }),
  column('note', 'string', {
    sq: ['Shënim', 'Si e shkroi institucioni.'],
    en: ['Note', 'As the institution wrote it.'],
  }),
  column(
    'added_later',
    'boolean',
    {
      sq: ['Shtuar më vonë', 'E vërtetë: hyri pasi plani ishte publikuar.'],
      en: ['Added later', 'True: it came after the plan had been published.'],
    },
    { required: true },
  ),
  column(
    'topics',
    'list',
    { sq: ['Fushat', 'Identifikuesit e fushave.'], en: ['Topics', 'Identifiers of topics.'] },
    { required: true },
  ),
  column(
    'places',
    'list',
    { sq: ['Vendet', 'Identifikuesit e vendeve.'], en: ['Places', 'Identifiers of places.'] },
    { required: true },
  ),
  column(
    'version',
    'integer',
    {
      sq: ['Versioni', 'Rritet me çdo ndryshim të publikuar.'],
      en: ['Version', 'Grows with every published change.'],
    },
    { required: true },
  ),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
