/** What a document is to the record that it hangs on. */
export type DocumentRole = 'draft' | 'reasoning' | 'notice' | 'annex' | 'attachment'
