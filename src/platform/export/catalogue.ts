import type { CivilDate } from '../time/civil-date.ts'
import { API_TEXTS } from './api-texts.ts'
import { CATALOGUE_TEXTS } from './catalogue-texts.ts'
import type { Dataset, Span } from './dataset.ts'
import { openDataUrls as urls } from './export-urls-rules.ts'
import { filesOf } from './file-kinds-rules.ts'
import { iri, node, typed, words, type Thing, type Value } from './graph-rules.ts'
import { licenceOf } from './licence-rules.ts'

/** The open data of an installation as DCAT-AP 3.0.1 tells them. */

const EU = 'http://publications.europa.eu/resource/authority'
const IANA = 'https://www.iana.org/assignments/media-types'
/** As the EU's list of countries has them. */
const COUNTRIES = { AL: `${EU}/country/ALB`, XK: `${EU}/country/1A0` } as const

export type CataloguedDump = { sha256: string; bytes: number; madeAt: Date }
export type Catalogued = {
  dataset: Dataset
  span: Span | null
  dump: CataloguedDump | null
  publisher: Publisher | null
}
export type Publisher = { name: string; address: string }

const inBoth = (said: { sq: string; en: string }): Value[] => [words(said.sq, 'sq'), words(said.en, 'en')]
const moment = (at: Date): Value => typed(at.toISOString(), 'xsd:dateTime')

export function catalogue(all: readonly Catalogued[], url: string): Thing[] {
  const own: Publisher = { name: CATALOGUE_TEXTS.sq.publisher, address: `${url}/` }
  const publishers = [own, ...all.flatMap(({ publisher }) => publisher ?? [])]
  return [
    catalogueItself(all, url, own),
    apiService(all, url, own),
    councilService('oparl', 'https://schema.oparl.org/1.1/', url, own),
    councilService('popolo', 'https://www.popoloproject.com/specs/', url, own),
    ...all.flatMap((one) => [datasetThing(one, url, one.publisher ?? own), ...distributions(one, url)]),
    ...publishers
      .filter(({ address }, at) => publishers.findIndex((other) => other.address === address) === at)
      .map(publisherThing),
  ]
}

const catalogueIri = (url: string): string => url + urls.catalogue()
const serviceIri = (url: string): string => `${url}${urls.api()}#api`

const catalogueItself = (all: readonly Catalogued[], url: string, own: Publisher): Thing => ({
  iri: catalogueIri(url),
  types: ['dcat:Catalog'],
  says: {
    'dct:title': inBoth({ sq: CATALOGUE_TEXTS.sq.title, en: CATALOGUE_TEXTS.en.title }),
    'dct:description': inBoth({ sq: CATALOGUE_TEXTS.sq.description, en: CATALOGUE_TEXTS.en.description }),
    'dct:publisher': [iri(own.address)],
    'dct:language': [iri(`${EU}/language/SQI`), iri(`${EU}/language/ENG`)],
    'dct:license': [iri(licenceOf('CC0-1.0').eu)],
    'dct:spatial': Object.values(COUNTRIES).map(iri),
    'foaf:homepage': [iri(url + urls.list())],
    'dcat:themeTaxonomy': [iri(`${EU}/data-theme`)],
    'dcat:dataset': all.map(({ dataset }) => iri(url + urls.dataset(dataset.name))),
    'dcat:service': [iri(serviceIri(url)), iri(councilIri('oparl', url)), iri(councilIri('popolo', url))],
  },
})

const apiService = (all: readonly Catalogued[], url: string, own: Publisher): Thing => ({
  iri: serviceIri(url),
  types: ['dcat:DataService'],
  says: {
    'dct:title': inBoth({ sq: API_TEXTS.sq.api, en: API_TEXTS.en.api }),
    'dct:description': inBoth({ sq: API_TEXTS.sq.apiMore, en: API_TEXTS.en.apiMore }),
    'dct:publisher': [iri(own.address)],
    'dcat:endpointURL': [iri(url + urls.api())],
    'dcat:endpointDescription': [iri(url + urls.openApi())],
    'dcat:servesDataset': all.map(({ dataset }) => iri(url + urls.dataset(dataset.name))),
    'dct:license': [iri(licenceOf('CC0-1.0').eu)],
  },
})

const councilIri = (name: 'oparl' | 'popolo', url: string): string => `${url}${urls[name]()}#api`

/** Councils in a format of others, whose description is theirs. */
const councilService = (name: 'oparl' | 'popolo', specification: string, url: string, own: Publisher): Thing => ({
  iri: councilIri(name, url),
  types: ['dcat:DataService'],
  says: {
    'dct:title': inBoth({ sq: CATALOGUE_TEXTS.sq[name], en: CATALOGUE_TEXTS.en[name] }),
    'dct:description': inBoth({ sq: CATALOGUE_TEXTS.sq[`${name}More`], en: CATALOGUE_TEXTS.en[`${name}More`] }),
    'dct:publisher': [iri(own.address)],
    'dcat:endpointURL': [iri(url + urls[name]())],
    'dcat:endpointDescription': [iri(specification)],
    'dct:license': [iri(licenceOf('CC0-1.0').eu)],
  },
})

const datasetThing = ({ dataset, span, dump }: Catalogued, url: string, publisher: Publisher): Thing => ({
  iri: url + urls.dataset(dataset.name),
  types: ['dcat:Dataset'],
  says: {
    'dct:title': inBoth(dataset.title),
    'dct:description': inBoth(dataset.description),
    'dct:identifier': [words(url + urls.dataset(dataset.name))],
    'dct:publisher': [iri(publisher.address)],
    'dcat:keyword': (['sq', 'en'] as const).flatMap((lang) => dataset.keywords[lang].map((one) => words(one, lang))),
    'dcat:theme': dataset.themes.map((theme) => iri(`${EU}/data-theme/${theme}`)),
    'dct:accrualPeriodicity': [iri(`${EU}/frequency/${dataset.frequency}`)],
    'dct:accessRights': [iri(`${EU}/access-right/PUBLIC`)],
    'dct:spatial': (dataset.countries ?? ['AL', 'XK']).map((country) => iri(COUNTRIES[country])),
    ...(span && { 'dct:modified': [moment(span.changedAt)], ...periodSaid(span) }),
    'dcat:landingPage': [iri(url + urls.dataset(dataset.name))],
    'dcat:distribution': [
      ...filesOf(dataset).map(({ extension }) => iri(url + urls.file(dataset.name, extension))),
      ...(dump ? [iri(url + urls.dump(dataset.name))] : []),
    ],
  },
})

const periodSaid = ({ from, to }: Span) =>
  from !== null && to !== null ? { 'dct:temporal': [node(periodOf(from, to))] } : {}

const periodOf = (from: CivilDate, to: CivilDate): Thing => ({
  types: ['dct:PeriodOfTime'],
  says: { 'dcat:startDate': [typed(from, 'xsd:date')], 'dcat:endDate': [typed(to, 'xsd:date')] },
})

function distributions({ dataset, dump }: Catalogued, url: string): Thing[] {
  const made = filesOf(dataset).map((file) =>
    distribution(dataset, url, { address: urls.file(dataset.name, file.extension), ...file }),
  )
  if (!dump) return made
  const zip = { address: urls.dump(dataset.name), mediaType: 'application/zip', euType: 'ZIP' }
  const whole = distribution(dataset, url, zip)
  const checksum: Thing = {
    types: ['spdx:Checksum'],
    says: {
      'spdx:algorithm': [iri('http://spdx.org/rdf/terms#checksumAlgorithm_sha256')],
      'spdx:checksumValue': [typed(dump.sha256, 'xsd:hexBinary')],
    },
  }
  const more = {
    'dcat:byteSize': [typed(String(dump.bytes), 'xsd:nonNegativeInteger')],
    'spdx:checksum': [node(checksum)],
    'dct:issued': [moment(dump.madeAt)],
    'dcat:packageFormat': [iri(`${IANA}/application/zip`)],
  }
  return [...made, { ...whole, says: { ...whole.says, ...more } }]
}

const distribution = (
  { name, title, licence }: Dataset,
  url: string,
  { address, mediaType, euType }: { address: string; mediaType: string; euType: string },
): Thing => ({
  iri: url + address,
  types: ['dcat:Distribution'],
  says: {
    'dct:title': [words(`${title.sq} (${euType})`, 'sq'), words(`${title.en} (${euType})`, 'en')],
    'dcat:accessURL': [iri(url + urls.dataset(name))],
    'dcat:downloadURL': [iri(url + address)],
    'dct:format': [iri(`${EU}/file-type/${euType}`)],
    'dcat:mediaType': [iri(`${IANA}/${mediaType}`)],
    'dct:license': [iri(licenceOf(licence).eu)],
    'dcat:accessService': [iri(serviceIri(url))],
  },
})

const publisherThing = ({ name, address }: Publisher): Thing => ({
  iri: address,
  types: ['foaf:Agent'],
  says: { 'foaf:name': [words(name, 'sq')], 'foaf:homepage': [iri(address)] },
})
