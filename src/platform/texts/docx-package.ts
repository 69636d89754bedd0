import { readXml, elementsOf, XmlRefused, type XmlElement } from './docx/docx-xml.ts'
import { readZipDirectory, unpack, type ZipEntry } from './docx/docx-zip.ts'

/** The parts of a Word file that hold words, found by their relations as Word itself finds them. */
export type DocxPackage = {
  document: XmlElement
  styles: XmlElement | null
  numbering: XmlElement | null
  footnotes: XmlElement | null
  endnotes: XmlElement | null
  comments: XmlElement | null
  headers: XmlElement[]
  footers: XmlElement[]
  /** Names of pictures by relation id. */
  pictures: Map<string, string>
}

export type DocxRefusalReason = 'not-a-docx' | 'old-word' | 'encrypted' | 'too-large' | 'broken'

/** Thrown while a file is opened; readDocx makes a value of it. */
export class DocxRefused extends Error {
  readonly why: DocxRefusalReason
  constructor(why: DocxRefusalReason) {
    super(`DOCX refused: ${why}`)
    this.why = why
  }
}

// The Civil Code, 1,174 articles, is a document.xml of some 6 MB. The tree of 32 MB takes about 250 MB of memory.
const MOST_UNPACKED = 32 * 1024 * 1024
const MOST_ENTRIES = 5_000

type Relation = { type: string; target: string; id: string }

export function openDocx(bytes: Uint8Array): DocxPackage {
  const part = partReader(entriesOf(bytes))
  const main = relationsOf(part('_rels/.rels'), '').find((one) => one.type === 'officeDocument')?.target
  const path = main ?? 'word/document.xml'
  const document = part(path)
  if (document?.name !== 'w:document') throw new DocxRefused('not-a-docx')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = relationsOf(part(`${folder}_rels/${path.slice(folder.length)}.rels`), folder)
  const all = (type: string) => relations.filter((one) => one.type === type).flatMap((one) => part(one.target) ?? [])
  const first = (type: string) => all(type)[0] ?? null
  return {
    document,
    styles: first('styles'),
    numbering: first('numbering'),
    footnotes: first('footnotes'),
    endnotes: first('endnotes'),
    comments: first('comments'),
    headers: all('header'),
    footers: all('footer'),
    pictures: new Map(relations.map((one) => [one.id, one.target.slice(one.target.lastIndexOf('/') + 1)])),
  }
}

/** Reads parts of the file until all together are more than we take. */
function partReader(entries: Map<string, ZipEntry>): (path: string) => XmlElement | null {
  let left = MOST_UNPACKED
  return (path) => {
    const entry = entries.get(path)
    if (!entry) return null
    const unpacked = unpack(entry, left)
    if (unpacked.kind !== 'unpacked') throw new DocxRefused(unpacked.kind)
    left -= unpacked.bytes.length
    return sound(unpacked.bytes)
  }
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0]

function entriesOf(bytes: Uint8Array): Map<string, ZipEntry> {
  if (OLE.every((byte, at) => bytes[at] === byte)) throw new DocxRefused(whatOle(bytes))
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new DocxRefused('not-a-docx')
  const entries = readZipDirectory(bytes)
  if (!entries) throw new DocxRefused('broken')
  if (entries.size > MOST_ENTRIES) throw new DocxRefused('too-large')
  if ([...entries.values()].some((entry) => entry.encrypted)) throw new DocxRefused('encrypted')
  return entries
}

/** Word keeps a file with a password, and the files of before 2007, in the same container. */
function whatOle(bytes: Uint8Array): DocxRefusalReason {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'encrypted'
  return holds('WordDocument') ? 'old-word' : 'not-a-docx'
}

function sound(bytes: Uint8Array): XmlElement {
  try {
    return readXml(bytes)
  } catch (error) {
    if (error instanceof XmlRefused) throw new DocxRefused(error.why)
    throw error
  }
}

function relationsOf(part: XmlElement | null, folder: string): Relation[] {
  return elementsOf(part ?? undefined)
    .filter((element) => element.attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolved(attributes.Target ?? '', folder),
    }))
}

function resolved(target: string, folder: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/')
  const path = steps.reduce<string[]>((done, step) => {
    if (step === '..') return done.slice(0, -1)
    return step === '' || step === '.' ? done : [...done, step]
  }, [])
  return path.join('/')
}
