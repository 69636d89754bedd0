import { MOST_UNPACKED, openPackage, PackageRefused, sound, type PackageParts } from '../package/package-parts.ts'
import { childOf, elementsOf, type XmlElement } from '../package/xml-tree.ts'
import { readOpenDocumentXml } from './odt-xml.ts'

/** The parts of an OpenDocument text that hold words. */
export type OdtPackage = {
  text: XmlElement
  /** Styles of the body, and of headers and footers: names of automatic styles may stand for one thing in each. */
  bodyStyles: (XmlElement | undefined)[]
  furnitureStyles: (XmlElement | undefined)[]
  masterPages: XmlElement[]
}

export function openOdt(bytes: Uint8Array): OdtPackage {
  return isFlat(bytes) ? openFlat(bytes) : openZipped(openPackage(bytes, readOpenDocumentXml))
}

/** The same in one XML file (.fodt). */
const isFlat = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*<(?:\?xml|office:document\b)/.test(new TextDecoder().decode(bytes.subarray(0, 200)))

function openFlat(bytes: Uint8Array): OdtPackage {
  if (bytes.length > MOST_UNPACKED) throw new PackageRefused('too-large')
  const root = sound(bytes, readOpenDocumentXml)
  if (root.name !== 'office:document') throw new PackageRefused('no-package')
  return partsOf(root, root)
}

function openZipped(parts: PackageParts): OdtPackage {
  const mimetype = parts.words('mimetype')?.trim()
  const isText = mimetype === undefined || /^application\/vnd\.oasis\.opendocument\.text(?:-|$)/.test(mimetype)
  if (!isText) throw new PackageRefused('no-package')
  if (isEncrypted(parts)) throw new PackageRefused('encrypted')
  const content = parts.xml('content.xml')
  if (content?.name !== 'office:document-content') throw new PackageRefused('no-package')
  return partsOf(content, parts.xml('styles.xml') ?? undefined)
}

/** A password closes the parts, not the zip; newer programs close the whole package within a package. */
const isEncrypted = (parts: PackageParts): boolean =>
  parts.has('encrypted-package') ||
  elementsOf(parts.xml('META-INF/manifest.xml') ?? undefined).some(
    (entry) => childOf(entry, 'manifest:encryption-data') !== undefined,
  )

function partsOf(content: XmlElement, styles: XmlElement | undefined): OdtPackage {
  const text = childOf(childOf(content, 'office:body'), 'office:text')
  if (!text) throw new PackageRefused('no-package')
  const named = childOf(styles, 'office:styles')
  return {
    text,
    bodyStyles: [childOf(content, 'office:automatic-styles'), named],
    furnitureStyles: [childOf(styles, 'office:automatic-styles'), named],
    masterPages: elementsOf(childOf(styles, 'office:master-styles')),
  }
}
