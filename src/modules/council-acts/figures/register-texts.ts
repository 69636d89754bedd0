import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'
import { FIGURE_KEYS } from './report-figure-rules.ts'

/** The register of the figures of yearly reports: what it is called and what it holds. */
export const decisionFigureWords = {
  title: { sq: 'Shifrat e raporteve të vendimmarrjes', en: 'Figures of the reports on decision-making' },
  description: {
    sq: 'Shifrat e raporteve vjetore të vendimmarrjes që institucionet kanë publikuar: plani, projektaktet, konsultimet, mbledhjet, aktet, ligjshmëria, shpallja dhe numrat e regjistrit. Një rresht për çdo shifër, siç u ngri në versionin e fundit.',
    en: 'The figures of the yearly reports on decision-making that institutions have published: plan, drafts, consultations, meetings, acts, legality, announcement and the numbers of the register. One row a figure, as it was frozen in the newest version.',
  },
  keywords: {
    sq: ['raport vjetor', 'vendimmarrja', 'aktet'],
    en: ['yearly report', 'decision-making', 'acts'],
  },
} as const

/** What the search calls them. */
export const foundReportWords = {
  kind: {
    sq: { one: 'raport i vendimmarrjes', many: 'raporte të vendimmarrjes' },
    en: { one: 'report on decision-making', many: 'reports on decision-making' },
  },
  published: { sq: 'i publikuar', en: 'published' },
} as const

export const DECISION_FIGURE_COLUMNS = [
  column(
    'id',
    'string',
    {
      sq: ['Identifikuesi', 'Institucioni, viti dhe shifra.'],
      en: ['Identifier', 'Institution, year and figure.'],
    },
    { required: true },
  ),
  INSTITUTION,
  column(
    'year',
    'year',
    { sq: ['Viti', 'Për të cilin flet raporti.'], en: ['Year', 'Of which the report tells.'] },
    { required: true },
  ),
  column(
    'figure',
    'string',
    { sq: ['Shifra', 'Çfarë u numërua.'], en: ['Figure', 'What was counted.'] },
    { required: true, values: [...FIGURE_KEYS] },
  ),
  column('value', 'number', {
    sq: ['Vlera', 'Siç u numërua kur u publikua. Bosh: nuk dihet.'],
    en: ['Value', 'As it was counted when it was published. Empty: not known.'],
  }),
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
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
