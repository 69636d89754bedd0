import type { TableColumn } from './table-rules.ts'

/** What people write above the columns of their tables, by which a column is known. */
export const KNOWN_HEADS: Record<TableColumn, readonly string[]> = {
  channel: ['mënyra', 'kanali', 'si erdhi', 'channel'],
  kind: ['lloji', 'lloji i dërguesit', 'kategoria', 'sender kind'],
  name: ['emri', 'emri dhe mbiemri', 'name'],
  organisation: ['organizata', 'subjekti', 'institucioni', 'organisation', 'organization'],
  words: ['komenti', 'komentet', 'vërejtja', 'propozimi', 'fjalët', 'comment', 'comments'],
  article: ['neni', 'nenet', 'article'],
  happened: ['u tha më', 'data', 'data e dërgimit', 'said on', 'date'],
  received: ['arriti më', 'data e marrjes', 'pranuar më', 'received on'],
  email: ['e-posta', 'email', 'e-mail'],
  public: ['emri publik', 'publikohet', 'name public'],
  reference: ['numri', 'numri i jashtëm', 'referenca', 'nr', 'reference'],
}
