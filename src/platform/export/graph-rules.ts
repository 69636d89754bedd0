/** A few statements about things (RDF), written as JSON-LD and as Turtle. */

export type Value = { iri: string } | { words: string; lang?: string; type?: string } | { node: Thing }
export type Thing = { iri?: string; types: readonly string[]; says: Readonly<Record<string, readonly Value[]>> }

export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export const iri = (address: string): Value => ({ iri: address })
export const words = (text: string, lang?: string): Value => ({ words: text, ...(lang !== undefined && { lang }) })
export const typed = (text: string, type: string): Value => ({ words: text, type })
export const node = (thing: Thing): Value => ({ node: thing })

export const jsonLd = (things: readonly Thing[]) => ({ '@context': PREFIXES, '@graph': things.map(thingAsJson) })

type Json = { [key: string]: string | Json | readonly (string | Json)[] }

const thingAsJson = ({ iri: id, types, says }: Thing): Json => ({
  ...(id !== undefined && { '@id': id }),
  '@type': [...types],
  ...Object.fromEntries(Object.entries(says).map(([name, values]) => [name, values.map(valueAsJson)])),
})

function valueAsJson(value: Value): Json {
  if ('iri' in value) return { '@id': value.iri }
  if ('node' in value) return thingAsJson(value.node)
  const { words: text, lang, type } = value
  return {
    '@value': text,
    ...(lang !== undefined && { '@language': lang }),
    ...(type !== undefined && { '@type': type }),
  }
}

export const turtle = (things: readonly Thing[]): string =>
  [
    ...Object.entries(PREFIXES).map(([name, address]) => `@prefix ${name}: <${address}> .`),
    '',
    ...things.map((thing) => `${thing.iri === undefined ? '[]' : iriInTurtle(thing.iri)} ${saidOf(thing)} .\n`),
  ].join('\n')

const saidOf = ({ types, says }: Thing): string =>
  [
    `a ${types.join(', ')}`,
    ...Object.entries(says).flatMap(([name, values]) =>
      values.length === 0 ? [] : [`${name} ${values.map(valueInTurtle).join(', ')}`],
    ),
  ].join(' ;\n  ')

function valueInTurtle(value: Value): string {
  if ('iri' in value) return iriInTurtle(value.iri)
  if ('node' in value) {
    const { node: inner } = value
    return `[ ${saidOf(inner)} ]`
  }
  const { words: text, lang, type } = value
  return `${JSON.stringify(text)}${lang === undefined ? '' : `@${lang}`}${type === undefined ? '' : `^^${type}`}`
}

/** What cannot stand in an address is written by its number. */
const iriInTurtle = (address: string): string =>
  `<${address.replace(/[\s<>"{}|\\^`]/g, (sign) => encodeURIComponent(sign))}>`
