import { ELEMENTS, kindOfElement } from '../akn/akn-kind-rules.ts'
import { labelOfNum } from '../akn/num-rules.ts'
import type { NodeKind } from '../text-rules.ts'
import { isEnactingLine } from '../structure/line-rules.ts'
import { foldWords } from '../words-rules.ts'
import { hasLaw, signatures } from './akoma-ntoso-law-rules.ts'
import { newEIds, type EIds } from './akoma-ntoso-id-rules.ts'
import { annexMeta, documentMeta } from './akoma-ntoso-meta-rules.ts'
import type { ExportedNode, ExportedText } from './exported-text.ts'
import { branchesOf, rowsOf, type Branch } from './node-tree-rules.ts'
import { printedLabel } from './printed-words-rules.ts'
import { element, soundWords, xmlAttributes, xmlWords } from './xml-words-rules.ts'

/**
 * A version of a text as Akoma Ntoso 1.0. Every node is one element that carries its lineage as GUID, so that the same
 * article is known again in the file of the next version; `readAkomaNtoso` gives the same tree back.
 */
export function akomaNtoso(text: ExportedText): string {
  const { record } = text
  const parts = partsOf(branchesOf(text.nodes))
  const writer: Writer = { text, ids: newEIds(), scope: '' }
  const inside = [
    documentMeta(text),
    parts.preamble.length > 0 ? element('preamble', {}, parts.preamble.map(preambleBlock(writer)).join('\n')) : '',
    element('body', {}, parts.body.map((branch) => hierarchy(writer, branch, '')).join('\n') || EMPTY),
    parts.conclusions.length > 0
      ? element('conclusions', {}, parts.conclusions.map((one) => block(writer, one, 'conclusions')).join('\n'))
      : hasLaw(text)
        ? signatures(text)
        : '',
    parts.annexes.length > 0
      ? element('attachments', {}, parts.annexes.map((one, at) => attachment(writer, one, at + 1)).join('\n'))
      : '',
  ].filter(Boolean)
  const attributes = { name: record.type, contains: isOriginal(text) ? 'originalVersion' : 'singleVersion' }
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${NAMESPACE}">
<${record.aknType}${xmlAttributes(attributes)}>
${inside.join('\n')}
</${record.aknType}>
</akomaNtoso>
`
}

/** As it was laid and as it was adopted: whatever was done to it before that is nobody's change of law. */
const isOriginal = ({ law, version }: ExportedText): boolean =>
  law?.state ? law.state.role !== 'consolidated' : version.n === 1

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'

/** The schema asks for a body, also of a text that has only a preamble. */
const EMPTY = '<hcontainer name="empty"/>'

type Writer = {
  text: ExportedText
  ids: EIds
  /** The eId of the attachment, or nothing. */
  scope: string
}

type Parts = { preamble: Branch[]; body: Branch[]; conclusions: Branch[]; annexes: Branch[] }

/** Kinds that may stand between the paragraphs of a preamble. */
const LOOSE: readonly NodeKind[] = ['preamble', 'table', 'paragraph', 'point', 'letter']

/** The format asks for this order of parts; what stands in another place stays in the body, where it is. */
function partsOf(roots: Branch[]): Parts {
  const opening = roots.findIndex(({ node }) => !LOOSE.includes(node.kind))
  const loose = opening < 0 ? roots : roots.slice(0, opening)
  const from = loose.findLastIndex(({ node }) => node.kind === 'preamble') + 1
  const annexesFrom = roots.findLastIndex(({ node }) => node.kind !== 'annex') + 1
  const beforeAnnexes = roots.slice(0, annexesFrom)
  const signaturesFrom = beforeAnnexes.findLastIndex(({ node }) => node.kind !== 'signature') + 1
  return {
    preamble: roots.slice(0, from),
    body: roots.slice(from, signaturesFrom),
    conclusions: beforeAnnexes.slice(Math.max(signaturesFrom, from)),
    annexes: roots.slice(annexesFrom),
  }
}

const preambleBlock =
  (writer: Writer) =>
  (branch: Branch): string => {
    const { node, children } = branch
    // A container has neither number nor heading.
    if (node.kind !== 'preamble' || node.label !== null || node.heading !== null)
      return block(writer, branch, 'preamble')
    const lines = node.body.split('\n')
    const enacting = children.length === 0 && lines.length > 1 && isEnactingLine(foldWords(lines.at(-1) ?? ''))
    const eId = writer.ids.next('container', null, 'preamble', writer.scope)
    const words = enacting ? lines.slice(0, -1) : lines
    const inside = paragraphs(words) + children.map((child) => block(writer, child, eId)).join('')
    const formula = enacting ? `\n${element('formula', { name: 'enactingFormula' }, paragraphs(lines.slice(-1)))}` : ''
    return element('container', { name: 'preamble', eId, GUID: node.nodeId }, inside) + formula
  }

/** Where the format has no hierarchy, in preamble and conclusions: a block that says what it is. */
function block(writer: Writer, { node, children }: Branch, parent: string): string {
  const eId = writer.ids.next('blockContainer', node.label, parent, writer.scope)
  const words = node.kind === 'table' ? table(node, eId) : paragraphs(node.body.split('\n'))
  const inside = [head(writer, node), words, ...children.map((child) => block(writer, child, eId))].join('')
  return element('blockContainer', { class: node.kind, eId, GUID: node.nodeId }, inside)
}

function hierarchy(writer: Writer, { node, children }: Branch, parent: string): string {
  const name = ELEMENTS[node.kind]
  const eId = writer.ids.next(name, node.label, parent, writer.scope)
  const words = node.kind === 'table' ? table(node, eId) : node.body === '' ? '' : paragraphs(node.body.split('\n'))
  const beneath = children.map((child) => hierarchy(writer, child, eId))
  const own = words === '' ? '' : element(children.length > 0 ? 'intro' : 'content', {}, words)
  const attributes = {
    ...(name === 'hcontainer' && { name: node.kind }),
    ...(readAs(node, name) !== node.kind && { class: node.kind }),
    eId,
    GUID: node.nodeId,
  }
  return element(name, attributes, [head(writer, node) + own, ...beneath].filter(Boolean).join('\n'))
}

/** What a reader takes the element for by its name and number alone. */
const readAs = (node: ExportedNode, name: string): NodeKind =>
  kindOfElement({
    name,
    label: node.label,
    heading: node.heading !== null,
    says: name === 'hcontainer' ? node.kind : null,
    ours: true,
    table: node.kind === 'table',
    sectionsAreArticles: false,
  })

function head({ text }: Writer, node: ExportedNode): string {
  const printed = printedLabel(node, text.version.lang)
  const kept = node.label === null ? null : soundWords(node.label)
  // As printed; the label itself beside it where the printed one does not give it.
  const title = printed !== null && labelOfNum(printed) !== kept ? (kept ?? '') : null
  const num = printed === null ? '' : element('num', { title }, xmlWords(printed))
  return num + (node.heading === null ? '' : element('heading', {}, xmlWords(node.heading)))
}

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => element('p', keptSpace(line), xmlWords(line))).join('')

/** White space that reading would fold. */
const keptSpace = (words: string) => ({ 'xml:space': words === foldWords(words) ? null : 'preserve' })

function table(node: ExportedNode, parent: string): string {
  const rows = rowsOf(node.body).map((cells) =>
    element('tr', {}, cells.map((cell) => element('td', {}, paragraphs([cell]))).join('')),
  )
  return element('table', { eId: `${parent}__table_1` }, rows.join(''))
}

/** An annex is a document of its own within the document. */
function attachment(writer: Writer, { node, children }: Branch, at: number): string {
  const eId = writer.ids.next('attachment', String(at), '', '')
  const own: Writer = { ...writer, scope: eId }
  const words = node.body === '' && children.length > 0 ? '' : paragraphs(node.body.split('\n'))
  const main = [words, ...children.map((child) => hierarchy(own, child, eId))].filter(Boolean).join('\n')
  const doc = element('doc', { name: 'annex' }, `${annexMeta(writer.text, at)}\n${element('mainBody', {}, main)}`)
  return element('attachment', { eId, GUID: node.nodeId }, `${head(writer, node)}\n${doc}`)
}
