import { blocksOf, type PaperBlock } from './block-rules.ts'
import { exportDate, exportWords } from './export-texts.ts'
import type { ExportedText } from './exported-text.ts'
import { soundWords } from './xml-words-rules.ts'

/** As the template reads it: heading, paragraph, table. Short names: a civil code has ten thousand of them. */
type PdfBlock =
  | { k: 'h'; l: number; o: boolean; t: readonly string[] }
  | { k: 'p'; d: number; t: string }
  | { k: 't'; columns: number; rows: readonly (readonly string[])[] }

/** Beyond so many articles the contents name divisions alone. */
const MOST_ARTICLES_LISTED = 80
/** A text with fewer headings is found through without a list. */
const FEWEST_LISTED = 8
const DEEPEST = 5
const LONGEST_SHORT_TITLE = 90

/** All that stands on the paper. */
export function paperText(text: ExportedText) {
  const { addresses, institution, record, version } = text
  const words = exportWords(version.lang)
  const blocks = blocksOf(text.nodes, version.lang)
  const headings = blocks.filter((block) => block.kind === 'heading')
  const divisions = headings.filter((block) => !block.article).length
  const articlesListed = headings.length - divisions <= MOST_ARTICLES_LISTED || divisions === 0
  const edition = `${words.version(version.n)}, ${exportDate(version.lang, version.publishedOn)}`
  const title = soundWords(record.title)
  return {
    title,
    short: title.length > LONGEST_SHORT_TITLE ? `${title.slice(0, LONGEST_SHORT_TITLE).toWellFormed()}…` : title,
    institution: soundWords(institution.name),
    lang: version.lang,
    edition,
    lead: `${words.version(version.n)}, ${words.published(exportDate(version.lang, version.publishedOn))}`,
    page: words.page,
    address: addresses.version,
    contents: headings.length >= FEWEST_LISTED ? words.contents : null,
    blocks: blocks.map((block) => pdfBlock(block, articlesListed)),
    permanent: { label: words.permanent, address: addresses.version, eli: addresses.eli, alt: words.qrAlt },
    digest: { label: words.digest, value: version.digest },
  }
}

function pdfBlock(block: PaperBlock, articlesListed: boolean): PdfBlock {
  switch (block.kind) {
    case 'heading':
      // The title of the paper is the first level.
      return { k: 'h', l: block.level + 1, o: articlesListed || !block.article, t: block.lines.map(soundWords) }
    case 'paragraph':
      return { k: 'p', d: block.of === 'signature' ? 10 : Math.min(block.depth, DEEPEST), t: soundWords(block.words) }
    case 'table': {
      const columns = Math.max(...block.rows.map((row) => row.length))
      const rows = block.rows.map((row) => [...row.map(soundWords), ...Array<string>(columns - row.length).fill('')])
      return { k: 't', columns, rows }
    }
  }
}
