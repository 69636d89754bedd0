import { readWordXml } from './docx/docx-xml.ts'
import { openPackage, PackageRefused } from './package/package-parts.ts'
import { elementsOf, type XmlElement } from './package/xml-tree.ts'
import type { ReadRefusalReason } from './refusal-rules.ts'

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

export type DocxRefusalReason = Extract<
  ReadRefusalReason,
  'not-a-docx' | 'old-word' | 'encrypted' | 'too-large' | 'broken'
>

type Relation = { type: string; target: string; id: string }

export function openDocx(bytes: Uint8Array): DocxPackage {
  const parts = openPackage(bytes, readWordXml)
  const part = (path: string) => parts.xml(path)
  const main = relationsOf(part('_rels/.rels'), '').find((one) => one.type === 'officeDocument')?.target
  const path = main ?? 'word/document.xml'
  const document = part(path)
  if (document?.name !== 'w:document') throw new PackageRefused('no-package')
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
