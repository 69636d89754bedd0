import type { DocumentClass } from './document-rules.ts'

/**
 * Who asks. `owner`: the person a paper is about or from, let in by the record's own page (a private link, a signed-in
 * citizen). `official`: somebody of the office, whose right to the record was asked.
 */
export type DocumentReader =
  { kind: 'anyone' } | { kind: 'owner' } | { kind: 'official'; mayReadRecord: boolean; mayReadConfidential: boolean }

export type DocumentState = {
  class: DocumentClass
  /** Everybody can read the record it stands with. */
  recordPublished: boolean
  /** An older version; `wasPublic`: everybody could read it while it was the newest. */
  replaced: boolean
  wasPublic: boolean
  takenDown: boolean
}

/** `noted`: an official may, and the person concerned can read that they did. `gone`: taken down; everybody is
 * told, for whoever has the address had the file. */
export type DocumentAccess = 'public' | 'allowed' | 'noted' | 'refused' | 'gone'

/** Class × state of the record × role. The only place that decides it; every address that gives out a file asks here. */
export function accessTo(document: DocumentState, reader: DocumentReader): DocumentAccess {
  if (document.takenDown) return 'gone'
  if (isOpenToAll(document)) return 'public'
  if (reader.kind === 'anyone') return 'refused'
  if (reader.kind === 'owner') return document.class === 'confidential' ? 'refused' : 'allowed'
  if (!reader.mayReadRecord) return 'refused'
  if (document.class === 'confidential') return reader.mayReadConfidential ? 'noted' : 'refused'
  return document.class === 'personal' ? 'noted' : 'allowed'
}

function isOpenToAll(document: DocumentState): boolean {
  if (document.class !== 'public' || !document.recordPublished) return false
  return !document.replaced || document.wasPublic
}
