/**
 * The records of which something is said differently when a document changes: the document itself and, with it, the record
 * that it stands with. The record of an institution says nothing of the papers of its archive.
 */
export const touchedRefs = (ref: string, ofSubject: string | null): string[] =>
  ofSubject === null || ofSubject.startsWith('institutions.') ? [ref] : [ofSubject, ref]
