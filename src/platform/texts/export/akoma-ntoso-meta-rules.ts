import { expressionDay, hasLaw, lawReferences, lifeEvents, modifications } from './akoma-ntoso-law-rules.ts'
import type { ExportLang, ExportedText } from './exported-text.ts'
import { element } from './xml-words-rules.ts'

/** As in addresses and in ISO 3166, yet in small letters: Akoma Ntoso wants them so. */
const countryOf = ({ jurisdiction }: ExportedText['record']): string => jurisdiction.toLowerCase()

/** ISO 639-2, as the naming convention asks. */
const LANGUAGES: Record<ExportLang, string> = { sq: 'sqi', en: 'eng', sr: 'srp' }

const INSTITUTION = '#institution'

/** `/akn/al/bill/projekt/bregas/2026/3`: the work, whatever its version and language. */
function workIri({ record, institution, history }: ExportedText): string {
  const first = history[0]?.publishedOn ?? ''
  const number = record.year !== null && record.number !== null ? `${record.year}/${record.number}` : null
  return `/akn/${countryOf(record)}/${record.aknType}/${record.type}/${institution.slug}/${number ?? `${first}/${record.slug}`}`
}

/** One version of it in one language. */
const expressionIri = (text: ExportedText): string =>
  `${workIri(text)}/${LANGUAGES[text.version.lang]}@${expressionDay(text)}`

export function documentMeta(text: ExportedText): string {
  const { addresses, institution, record, version } = text
  const aliases = [
    element('FRBRalias', { name: 'web', value: addresses.version }),
    ...(addresses.eli ? [element('FRBRalias', { name: 'eli', value: addresses.eli })] : []),
  ]
  const organization = {
    eId: 'institution',
    href: `/akn/ontology/organization/${countryOf(record)}/${institution.slug}`,
  }
  return element(
    'meta',
    {},
    [
      identification(text, 'main', aliases),
      element('publication', {
        date: text.law?.announcedOn ?? version.publishedOn,
        name: 'kuvend',
        showAs: institution.name,
        number: text.law?.number ?? version.n,
      }),
      element('lifecycle', { source: INSTITUTION }, hasLaw(text) ? lifeEvents(text, INSTITUTION) : versionEvents(text)),
      ...(hasLaw(text) ? [modifications(text, INSTITUTION)] : []),
      element(
        'references',
        { source: INSTITUTION },
        element('original', { eId: 'record', href: addresses.record, showAs: record.title }) +
          element('TLCOrganization', { ...organization, showAs: institution.name }) +
          (hasLaw(text) ? lawReferences(text) : ''),
      ),
    ]
      .filter(Boolean)
      .join('\n'),
  )
}

/** Of a draft each version is an event of its life. */
const versionEvents = ({ history }: ExportedText): string =>
  history
    .map(({ n, publishedOn }) =>
      element('eventRef', {
        date: publishedOn,
        eId: `meta__lifecycle__eventRef_${n}`,
        source: INSTITUTION,
        type: n === 1 ? 'generation' : 'amendment',
      }),
    )
    .join('')

/** An annex has a meta of its own: the same work, another component. */
export const annexMeta = (text: ExportedText, at: number): string =>
  element('meta', {}, identification(text, `annex_${at}`, []))

/** Work, expression and manifestation, by component. */
function identification(text: ExportedText, component: string, aliases: readonly string[]): string {
  const { record, version } = text
  const work = workIri(text)
  const expression = expressionIri(text)
  const level = (uri: string, suffix: string, date: string, dateName: string) =>
    element('FRBRthis', { value: `${uri}/!${component}${suffix}` }) +
    element('FRBRuri', { value: uri + suffix }) +
    (suffix === '' ? aliasesAt(uri, work, aliases) : '') +
    element('FRBRdate', { date, name: dateName }) +
    element('FRBRauthor', { href: INSTITUTION })
  const printed = text.law?.number ?? record.number
  const number = printed === null ? '' : element('FRBRnumber', { value: printed })
  return element(
    'identification',
    { source: INSTITUTION },
    [
      element(
        'FRBRWork',
        {},
        `${level(work, '', ...workDay(text))}${element('FRBRcountry', { value: countryOf(record) })}${element('FRBRsubtype', { value: record.type })}${number}${element('FRBRname', { value: record.title })}`,
      ),
      element(
        'FRBRExpression',
        {},
        `${level(expression, '', expressionDay(text), text.law?.state?.from ? 'inForce' : 'publication')}${element('FRBRversionNumber', { value: version.n })}${element('FRBRlanguage', { language: LANGUAGES[version.lang] })}`,
      ),
      element(
        'FRBRManifestation',
        {},
        `${level(expression, '.xml', version.publishedOn, 'manifestation')}${element('FRBRformat', { value: 'application/akn+xml' })}`,
      ),
    ].join('\n'),
  )
}

/** Of an act the day on which it was adopted. */
const workDay = ({ law, history, version }: ExportedText): [day: string, name: string] =>
  law?.adoptedOn ? [law.adoptedOn, 'adoption'] : [history[0]?.publishedOn ?? version.publishedOn, 'publication']

/** The addresses on the web are those of a version. */
const aliasesAt = (uri: string, work: string, aliases: readonly string[]): string =>
  uri === work ? '' : aliases.join('')
