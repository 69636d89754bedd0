/** What the search calls papers of the archive, and their one state. */
export const documentSearchTexts = {
  kind: { sq: { one: 'dokument', many: 'dokumente' }, en: { one: 'document', many: 'documents' } },
  published: { sq: 'i publikuar', en: 'published' },
}
