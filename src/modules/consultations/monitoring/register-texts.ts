import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'

/** The register of monitorings: what it is called and what it holds. */
export const monitoringRegisterWords = {
  title: { sq: 'Monitorimi i konsultimeve', en: 'Monitoring of consultations' },
  description: {
    sq: 'Treguesit sasiorë të konsultimeve, një rresht për tregues: e planifikuara, e numëruara nga të dhënat, e saktësuara me arsye, a mjafton dhe masa për përmirësim. Bosh do të thotë se nuk dihet.',
    en: 'Quantitative indicators of consultations, one row an indicator: planned, counted from the record, corrected with a reason, whether it is enough, and the improvement measure. Empty means not known.',
  },
  keywords: {
    sq: ['monitorim', 'konsultim', 'tregues', 'plan'],
    en: ['monitoring', 'consultation', 'indicators', 'plan'],
  },
} as const

const said = (name: string, type: 'string' | 'integer' | 'boolean', sq: [string, string], en: [string, string]) =>
  column(name, type, { sq, en })

export const MONITORING_COLUMNS = [
  ID,
  INSTITUTION,
  said('plan', 'string', ['Plani', 'Identifikuesi i planit.'], ['Plan', 'Identifier of the plan.']),
  said('title', 'string', ['Titulli', 'Titulli i planit.'], ['Title', 'Title of the plan.']),
  said(
    'consultation',
    'string',
    ['Konsultimi', 'Identifikuesi i konsultimit.'],
    ['Consultation', 'Identifier of the consultation.'],
  ),
  said(
    'stage',
    'string',
    ['Faza', 'interim: konsultimi nuk është përfunduar; final: përfundimtar.'],
    ['Stage', 'interim: the consultation is not concluded; final.'],
  ),
  said('version', 'integer', ['Versioni', 'I fundit i publikuar.'], ['Version', 'The newest that was published.']),
  said(
    'reason',
    'string',
    ['Arsyeja e versionit', 'Pse u publikua përsëri. Bosh: është i pari.'],
    ['Reason of the version', 'Why it was published again. Empty: it is the first.'],
  ),
  said(
    'plan_version',
    'integer',
    ['Versioni i planit', 'Nga i cili janë vlerat e planifikuara.'],
    ['Version of the plan', 'From which the planned values are.'],
  ),
  said(
    'indicator',
    'string',
    ['Treguesi', 'methods, parties, participants, comments ose other.'],
    ['Indicator', 'methods, parties, participants, comments or other.'],
  ),
  said(
    'indicator_name',
    'string',
    ['Emri i treguesit', 'I treguesit tjetër, çfarë numëron.'],
    ['Name of the indicator', 'Of the other indicator, what it counts.'],
  ),
  said(
    'selected',
    'boolean',
    ['I zgjedhur', 'A u zgjodh në plan.'],
    ['Selected', 'Whether it was chosen in the plan.'],
  ),
  said('planned', 'integer', ['E planifikuara', 'Me numër.'], ['Planned', 'As a number.']),
  said(
    'planned_words',
    'string',
    ['E planifikuara me fjalë', 'Siç u shkrua.'],
    ['Planned in words', 'As it was written.'],
  ),
  said(
    'computed',
    'integer',
    ['E numëruara', 'Nga të dhënat. Bosh: nuk dihet.'],
    ['Counted', 'From the record. Empty: not known.'],
  ),
  said(
    'corrected',
    'integer',
    ['E saktësuara', 'Në vend të asaj të numëruar.'],
    ['Corrected', 'In the place of the counted one.'],
  ),
  said(
    'correction_reason',
    'string',
    ['Arsyeja e saktësimit', 'Pse u saktësua.'],
    ['Reason of the correction', 'Why it was corrected.'],
  ),
  said(
    'achieved',
    'integer',
    ['E arritura', 'E saktësuara, ose kur nuk ka, e numëruara.'],
    ['Achieved', 'The corrected one, or where there is none the counted one.'],
  ),
  said('adequate', 'boolean', ['A mjafton', 'Sipas koordinatorit.'], ['Adequate', 'As the coordinator judged.']),
  said('measure', 'string', ['Masa', 'Masa për përmirësim.'], ['Measure', 'The improvement measure.']),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
