import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { Legislation } from '#platform/texts/legislation-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { VERSION_FILES, versionUrls, type VersionFile } from '#platform/texts/version-address-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { eliTypeOf, eliUrl, ELI_LANGUAGES } from './eli-rules.ts'
import { expressionOfLaw, lawAsLinkedData, lawWithoutText } from './law-data-view.ts'
import { viewRecord, type PublicVersion, type RecordView } from './record-view.ts'

const MEDIA_TYPES: Record<VersionFile, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
  json: 'application/json',
  xml: 'application/akn+xml',
}

const LINKED_DATA_CONTEXT = {
  eli: 'http://data.europa.eu/eli/ontology#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** Null: nothing that is public; or no text, of what is no law. */
export async function viewLinkedData(services: Services, holder: TextHolder, lang: Lang, slug: string) {
  const { db, clock, settings } = services
  const [view, law] = await Promise.all([
    viewRecord(services, holder, lang, slug),
    holder.legislation?.(db, lang, slug, clock.now()) ?? null,
  ])
  if (view) return recordAsLinkedData(view, settings.url, law)
  return law && { '@context': LINKED_DATA_CONTEXT, ...lawWithoutText(law, settings.url) }
}

/** The record as linked data: the ELI ontology, and schema.org beside it. Of what is law also its force and its bonds. */
function recordAsLinkedData(view: RecordView, url: string, law: Legislation | null) {
  const { record, versions, newest, address, institution } = view
  const id = url + (eliUrl(view) ?? address)
  return {
    '@context': LINKED_DATA_CONTEXT,
    '@id': id,
    '@type': ['eli:LegalResource', 'schema:Legislation'],
    'eli:id_local': record.number === null ? record.slug : `${record.number}/${record.year}`,
    'eli:title': { '@value': record.title, '@language': record.shownLang },
    'eli:type_document': eliTypeOf(view),
    'eli:passed_by': institution.name,
    'eli:date_publication': dateOf(record.zone, versions.at(-1)?.publishedAt),
    'eli:is_realized_by': versions.map((version) => expressionOf(view, version, url, law)),
    'schema:url': url + address,
    'schema:name': { '@value': record.title, '@language': record.shownLang },
    'schema:legislationIdentifier': id,
    'schema:legislationType': eliTypeOf(view),
    'schema:legislationJurisdiction': institution.jurisdiction,
    'schema:legislationDateVersion': dateOf(record.zone, newest.publishedAt),
    'schema:publisher': { '@type': 'schema:GovernmentOrganization', 'schema:name': institution.name },
    ...(law && lawAsLinkedData(law, url)),
  }
}

function expressionOf(view: RecordView, version: PublicVersion, url: string, law: Legislation | null) {
  const page = url + versionUrls.one(view.address, version.n)
  return {
    '@id': url + (eliUrl(view, version) ?? versionUrls.one(view.address, version.n)),
    '@type': 'eli:LegalExpression',
    'eli:language': {
      '@id': `http://publications.europa.eu/resource/authority/language/${ELI_LANGUAGES[version.lang].toUpperCase()}`,
    },
    'eli:version': String(version.n),
    'eli:version_date': dateOf(view.record.zone, version.publishedAt),
    ...(law && expressionOfLaw(law, version.id)),
    'eli:is_embodied_by': [
      { '@id': page, '@type': 'eli:Format', 'eli:format': 'text/html' },
      ...VERSION_FILES.map((format) => ({
        '@id': url + versionUrls.file(view.address, version.n, format),
        '@type': 'eli:Format',
        'eli:format': MEDIA_TYPES[format],
      })),
    ],
  }
}

const dateOf = (zone: string, moment: Date | undefined) =>
  moment && { '@value': civilDateIn(zone, moment), '@type': 'xsd:date' }
