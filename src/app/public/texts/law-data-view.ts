import type { Legislation, LegislationRelation } from '#platform/texts/legislation-rules.ts'
import { eliUrl } from './eli-rules.ts'

/** What the ELI ontology and schema.org say of law besides: who passed it, when it holds, and its bonds with other law. */
export function lawAsLinkedData(law: Legislation, url: string) {
  const { adoptedOn, announcedOn, inForceFrom, inForceTo, kind, number, passedBy, proposedBy } = law
  const adopting = passedBy ?? law.institution.name
  const body = { '@type': 'schema:GovernmentOrganization', 'schema:name': adopting }
  return {
    '@id': lawId(law, url),
    ...(number !== null && { 'eli:id_local': number, 'eli:number': number, 'schema:legislationIdentifier': number }),
    ...titles(law),
    'eli:type_document': kind,
    'eli:passed_by': adopting,
    ...(proposedBy !== null && { 'eli:responsibility_of': proposedBy }),
    ...(adoptedOn && { 'eli:date_document': date(adoptedOn), 'schema:legislationDate': date(adoptedOn) }),
    'eli:date_publication': announcedOn === null ? undefined : date(announcedOn),
    ...(announcedOn && { 'schema:datePublished': date(announcedOn) }),
    ...(inForceFrom && {
      'eli:first_date_entry_in_force': date(inForceFrom),
      'schema:temporalCoverage': `${inForceFrom}/${inForceTo ?? '..'}`,
    }),
    ...(inForceTo && { 'eli:date_no_longer_in_force': date(inForceTo) }),
    ...forceOf(law),
    'schema:legislationType': kind,
    'schema:legislationPassedBy': body,
    ...relationsOf(law, url),
  }
}

/** The same alone, of a record whose text is not in articles. */
export const lawWithoutText = (law: Legislation, url: string) => ({
  '@type': ['eli:LegalResource', 'schema:Legislation'],
  'schema:url': url + law.address,
  'schema:legislationJurisdiction': law.institution.jurisdiction,
  'schema:publisher': { '@type': 'schema:GovernmentOrganization', 'schema:name': law.institution.name },
  ...lawAsLinkedData(law, url),
})

const lawId = (law: Legislation, url: string): string => {
  const { eli, institution, address } = law
  const holder = { eliType: eli?.type ?? '' }
  return url + ((eli && eliUrl({ holder, record: eli, institution })) ?? address)
}

const titles = ({ title, lang, titleEn }: Legislation) => {
  const all = [
    { '@value': title, '@language': lang },
    ...(titleEn === null || lang === 'en' ? [] : [{ '@value': titleEn, '@language': 'en' }]),
  ]
  return { 'eli:title': all, 'schema:name': all }
}

const FORCES = {
  'in-force': ['eli:InForce-inForce', 'schema:InForce'],
  partly: ['eli:InForce-partiallyInForce', 'schema:PartiallyInForce'],
  'not-in-force': ['eli:InForce-notInForce', 'schema:NotInForce'],
} as const

function forceOf({ force }: Legislation) {
  if (force === null) return {}
  const [eli, schema] = FORCES[force]
  return { 'eli:in_force': { '@id': eli }, 'schema:legislationLegalForce': { '@id': schema } }
}

type Names = Record<LegislationRelation['direction'], readonly string[]>

/** The properties for each kind, read from either end. schema.org names the one that acts alone. */
const PROPERTIES: Record<LegislationRelation['kind'], Names> = {
  amends: { forth: ['eli:amends', 'schema:legislationAmends'], back: ['eli:amended_by'] },
  repeals: { forth: ['eli:repeals', 'schema:legislationRepeals'], back: ['eli:repealed_by'] },
  'repeals-partly': { forth: ['eli:amends', 'schema:legislationAmends'], back: ['eli:amended_by'] },
  corrects: { forth: ['eli:corrects', 'schema:legislationCorrects'], back: ['eli:corrected_by'] },
  implements: { forth: ['eli:implements', 'schema:legislationApplies'], back: ['eli:implemented_by'] },
  replaces: { forth: ['eli:repeals', 'schema:legislationRepeals'], back: ['eli:repealed_by'] },
  suspends: { forth: ['eli:changes', 'schema:legislationChanges'], back: ['eli:changed_by'] },
}

function relationsOf({ relations }: Legislation, url: string): Record<string, object[]> {
  const all = new Map<string, object[]>()
  for (const one of relations) {
    const value = one.href === null ? { 'eli:title': one.name } : { '@id': url + one.href, 'eli:title': one.name }
    for (const property of PROPERTIES[one.kind][one.direction]) all.set(property, [...(all.get(property) ?? []), value])
  }
  return Object.fromEntries(all)
}

/** Of one version: from when its words hold. */
export function expressionOfLaw({ states }: Legislation, versionId: string) {
  const state = states.find((one) => one.versionId === versionId)
  if (!state?.from) return {}
  return {
    'eli:version_date': date(state.from),
    'schema:temporalCoverage': `${state.from}/${state.to ?? '..'}`,
    'schema:legislationDateVersion': date(state.from),
  }
}

const date = (day: string) => ({ '@value': day, '@type': 'xsd:date' })
