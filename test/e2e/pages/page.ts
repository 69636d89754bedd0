import type { Program } from '../program.ts'
import type { Fields, Visitor } from '../visitor.ts'

/** A page as somebody sees it. Addresses are Albanian; the English one is the same under `/en`. */
export type Page = {
  path: string
  /** 200 unless told otherwise. */
  status?: number
  /** What is sent to `path`, when the page is the answer to a form. */
  fields?: Fields
}

/** Who looks: of Bregas a coordinator, an administrator, a clerk and the council's secretary; an auditor, and the operator of the installation. */
export const VIEWERS = [
  'anonymous',
  'citizen',
  'official',
  'administrator',
  'clerk',
  'secretary',
  'auditor',
  'operator',
] as const
export type Viewer = (typeof VIEWERS)[number]

/** Brings a room into every state that has a page of its own, and names these pages. */
export type RoomPages = (program: Program, who: Record<Viewer, Visitor>) => Promise<Partial<Record<Viewer, Page[]>>>
