import { readXmlTree, type Vocabulary, type XmlElement } from '../package/xml-tree.ts'

/** The XML of an OpenDocument text. */

const ODF = 'urn:oasis:names:tc:opendocument:xmlns:'

const PREFIXES: Record<string, string> = {
  [`${ODF}office:1.0`]: 'office:',
  [`${ODF}text:1.0`]: 'text:',
  [`${ODF}table:1.0`]: 'table:',
  [`${ODF}drawing:1.0`]: 'draw:',
  [`${ODF}dr3d:1.0`]: 'dr3d:',
  [`${ODF}style:1.0`]: 'style:',
  [`${ODF}form:1.0`]: 'form:',
  [`${ODF}manifest:1.0`]: 'manifest:',
  [`${ODF}svg-compatible:1.0`]: 'svg:',
  [`${ODF}meta:1.0`]: 'meta:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext:',
}

/** Attributes that are read; their names are told apart without their prefixes. */
const READ = new Set(
  (
    'name family parent-style-name list-style-name style-name default-outline-level outline-level is-list-header ' +
    'continue-numbering continue-list id list-id level start-value restart-numbering style-override num-format ' +
    'num-prefix num-suffix num-letter-sync display-levels bullet-char num-list-format c change-id display is-hidden ' +
    'string-value text-align font-weight text-transform font-variant href number-columns-repeated mimetype'
  ).split(' '),
)

/** Elements without words and without meaning for them. */
const SKIPPED = new Set(
  (
    'text:table-of-content-source text:alphabetical-index-source text:illustration-index-source text:user-index-source ' +
    'text:bibliography-source text:table-index-source text:object-index-source text:variable-decls ' +
    'text:sequence-decls text:user-field-decls text:dde-connection-decls text:script office:forms office:scripts ' +
    'office:font-face-decls office:settings office:meta office:change-info text:alphabetical-index-auto-mark-file ' +
    'table:table-column table:table-columns table:table-header-columns style:background-image dc:creator dc:date ' +
    'meta:date-string meta:creator-initials office:binary-data office:event-listeners'
  ).split(' '),
)

const OPEN_DOCUMENT: Vocabulary = {
  prefixes: PREFIXES,
  attributePrefixes: new Set(),
  read: READ,
  skipped: SKIPPED,
  // Words stand in paragraphs and whatever is within them; between blocks there is white space only.
  keepsText: (name) =>
    !name.startsWith('office:') && !name.startsWith('table:') && name !== 'text:list' && name !== 'text:list-item',
}

export const readOpenDocumentXml = (bytes: Uint8Array): XmlElement => readXmlTree(bytes, OPEN_DOCUMENT)

export const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined
