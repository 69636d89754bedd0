import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'
import type { FigureKey } from './figure-list-rules.ts'

/** The register of yearly reports: what it is called and what it holds. */
export const yearReportRegisterWords = {
  title: { sq: 'Raportet vjetore për transparencën', en: 'Yearly transparency reports' },
  description: {
    sq: 'Raportet vjetore për transparencën e vendimmarrjes që institucionet kanë publikuar: aktet e miratuara, rekomandimet e marra, të pranuara dhe që nuk u pranuan, takimet publike. Numrat janë ata të ngrirë në versionin e fundit; të gjithë të tjerët janë te faqja e raportit.',
    en: 'Yearly reports on the transparency of decision-making that institutions have published: acts adopted, recommendations received, accepted and not, public meetings. The numbers are those frozen in the newest version; all others stand on the page of the report.',
  },
  keywords: {
    sq: ['raport vjetor', 'transparencë', 'vendimmarrja'],
    en: ['yearly report', 'transparency', 'decision-making'],
  },
} as const

const figure = (name: FigureKey) =>
  column(name, 'integer', {
    sq: [sq.figures[name], 'Siç u numërua kur u publikua.'],
    en: [en.figures[name], 'As it was counted when it was published.'],
  })

const words = (name: 'introduction' | 'difficulties' | 'measures') =>
  column(name, 'string', {
    sq: [sq.page[name], 'Fjalët e institucionit. Bosh kur nuk ka.'],
    en: [en.page[name], 'Words of the institution. Empty where there are none.'],
  })

export const YEAR_REPORT_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'year',
    'year',
    { sq: ['Viti', 'Për të cilin flet raporti.'], en: ['Year', 'Of which the report tells.'] },
    { required: true },
  ),
  column(
    'version',
    'integer',
    { sq: ['Versioni', 'I fundit i publikuar.'], en: ['Version', 'The newest that was published.'] },
    { required: true },
  ),
  column(
    'counted_at',
    'datetime',
    { sq: ['Numëruar më', 'Kur u numëruan shifrat (UTC).'], en: ['Counted', 'When the figures were counted (UTC).'] },
    { required: true },
  ),
  figure('adopted_acts'),
  column('other_acts', 'integer', {
    sq: ['Akte të tjera të miratuara', 'Jashtë planit vjetor, sipas institucionit. Bosh: nuk u tha.'],
    en: ['Other acts adopted', 'Outside the yearly plan, as the institution says. Empty: it did not say.'],
  }),
  ...(
    [
      'adopted_consulted',
      'drafts_consulted',
      'closed',
      'cancelled',
      'comments',
      'accepted',
      'partly_accepted',
      'rejected',
      'outside_scope',
      'not_considered',
      'unanswered',
      'meetings',
      'participants',
    ] as const
  ).map(figure),
  words('introduction'),
  words('difficulties'),
  words('measures'),
  column('reason', 'string', {
    sq: ['Arsyeja', 'Pse u publikua përsëri. Bosh për versionin e parë.'],
    en: ['Reason', 'Why it was published again. Empty for the first version.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
