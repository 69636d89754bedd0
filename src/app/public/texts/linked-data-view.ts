import { VERSION_FILES, versionUrls, type VersionFile } from '#platform/texts/version-address-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { eliUrl, ELI_LANGUAGES } from './eli-rules.ts'
import type { PublicVersion, RecordView } from './record-view.ts'

const MEDIA_TYPES: Record<VersionFile, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
  json: 'application/json',
  xml: 'application/akn+xml',
}

/** The record as linked data: the ELI ontology, and schema.org beside it. */
export function recordAsLinkedData(view: RecordView, url: string) {
  const { record, versions, newest, address, institution } = view
  const id = url + (eliUrl(view) ?? address)
  return {
    '@context': {
      eli: 'http://data.europa.eu/eli/ontology#',
      schema: 'https://schema.org/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': id,
    '@type': ['eli:LegalResource', 'schema:Legislation'],
    'eli:id_local': record.number === null ? record.slug : `${record.number}/${record.year}`,
    'eli:title': { '@value': record.title, '@language': record.shownLang },
    'eli:type_document': view.holder.eliType,
    'eli:passed_by': institution.name,
    'eli:date_publication': dateOf(record.zone, versions.at(-1)?.publishedAt),
    'eli:is_realized_by': versions.map((version) => expressionOf(view, version, url)),
    'schema:url': url + address,
    'schema:name': { '@value': record.title, '@language': record.shownLang },
    'schema:legislationIdentifier': id,
    'schema:legislationType': view.holder.eliType,
    'schema:legislationJurisdiction': institution.jurisdiction,
    'schema:legislationDateVersion': dateOf(record.zone, newest.publishedAt),
    'schema:publisher': { '@type': 'schema:GovernmentOrganization', 'schema:name': institution.name },
  }
}

function expressionOf(view: RecordView, version: PublicVersion, url: string) {
  const page = url + versionUrls.one(view.address, version.n)
  return {
    '@id': url + (eliUrl(view, version) ?? versionUrls.one(view.address, version.n)),
    '@type': 'eli:LegalExpression',
    'eli:language': {
      '@id': `http://publications.europa.eu/resource/authority/language/${ELI_LANGUAGES[version.lang].toUpperCase()}`,
    },
    'eli:version': String(version.n),
    'eli:version_date': dateOf(view.record.zone, version.publishedAt),
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
