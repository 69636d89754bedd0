import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { ChangeKind } from '../compare/comparison.ts'
import type { ExportedLaw } from '../legislation-rules.ts'
import type { TextLang, TextNode } from '../text-queries.ts'
import type { CivilDate } from '../../time/civil-date.ts'

/** Languages of texts, and so of what stands beside them in a file. */
export type ExportLang = TextLang

export type ExportedNode = Pick<
  TextNode,
  'nodeId' | 'parentId' | 'kind' | 'label' | 'heading' | 'body' | 'printed' | 'digest'
>

/** All that a file of a published version says: the same for everybody, in the language of the text. */
export type ExportedText = {
  record: {
    /** `consultations.consultation:<uuid>` */
    subject: string
    slug: string
    title: string
    /** The part of the ELI address that says what it is: `projekt`. */
    type: string
    aknType: 'bill' | 'act'
    jurisdiction: Jurisdiction
    /** Of the register; null: none. */
    year: number | null
    number: number | null
  }
  institution: { slug: string; name: string }
  version: {
    id: string
    n: number
    lang: TextLang
    publishedAt: Date
    /** The same on the calendar of the institution. */
    publishedOn: CivilDate
    /** What changed and why, in the institution's words. */
    summary: string | null
    summaryEn: string | null
    /** Number of the version that it continues. */
    basedOn: number | null
    /** Of all its nodes, as the ledger holds it. */
    digest: string
  }
  /** Every published version of the text up to this one, oldest first. */
  history: readonly { n: number; publishedOn: CivilDate }[]
  /** Of what is law; of a draft nothing. */
  law?: ExportedLaw
  /** In reading order, parents before their children. */
  nodes: readonly ExportedNode[]
  /** With host, without language. */
  addresses: {
    record: string
    /** This version of it: permanent. */
    version: string
    /** Null: the record has no number. */
    eli: string | null
  }
}

/** What became of a node since the version before; ids are lineages. */
export type ExportedChange = {
  kind: Exclude<ChangeKind, 'same'>
  earlier: string | null
  node: string | null
  alsoMoved: boolean
}

/** What people said that changed this version: the answer that says so, the nodes, and the comments behind it. */
export type ExportedBecause = {
  answer: string
  decision: string
  address: string
  nodes: readonly string[]
  comments: readonly string[]
  more: number
}
