import { strToU8, zipSync } from 'fflate'
import type { ReadText } from './text-rules.ts'

/** Help for tests: small Word files of hand-written XML, and trees printed as outlines. */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = {
  body: string
  numbering?: string
  styles?: string
  footnotes?: string
  comments?: string
  header?: string
}

export function wordFile({ body, ...others }: Parts): Uint8Array {
  const part = (root: string, inside: string) => strToU8(`<w:${root} ${W} xmlns:r="${RELATIONS}">${inside}</w:${root}>`)
  const kinds = Object.keys(others) as (keyof typeof others)[]
  const relations = kinds.map(
    (kind, at) => `<Relationship Id="r${at}" Type="${RELATIONS}/${kind}" Target="${kind}.xml"/>`,
  )
  return zipSync({
    '_rels/.rels': relationsPart(
      `<Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relationsPart(relations.join('')),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(kinds.map((kind) => [`word/${kind}.xml`, part(ROOTS[kind], others[kind] ?? '')])),
  })
}

const ROOTS = { numbering: 'numbering', styles: 'styles', footnotes: 'footnotes', comments: 'comments', header: 'hdr' }

const relationsPart = (inside: string): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
  )

export const escaped = (words: string): string =>
  words.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`

export const paragraph = (words: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(words)}</w:p>`

export const inList = (numId: number, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`

export const level = (ilvl: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

export const list = (id: number, levels: string, more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels}</w:abstractNum>`

export const listUse = (numId: number, id: number, overrides = ''): string =>
  `<w:num w:numId="${numId}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`

/** One line a node, indented by depth: `article 1 | Objekti`, `  point 1. | body`. */
export function outline({ nodes }: Pick<ReadText, 'nodes'>): string[] {
  const depthOf = (index: number | null): number => (index === null ? -1 : depthOf(nodes[index]?.parent ?? null) + 1)
  return nodes.map((node, index) => {
    const name = [node.kind, node.label].filter(Boolean).join(' ')
    return `${'  '.repeat(depthOf(index))}${[name, node.heading, node.body].filter(Boolean).join(' | ')}`
  })
}

export const doubtsOf = ({ doubts }: Pick<ReadText, 'doubts'>): string[] => doubts.map((doubt) => doubt.reason)
