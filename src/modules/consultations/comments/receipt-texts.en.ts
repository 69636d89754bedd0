import type { CommentReceiptTexts } from './receipt-texts.sq.ts'

const receipt: CommentReceiptTexts['receipt'] = {
  received: 'Received',
  proved: 'Proved',
  receivedWords:
    'Your comment has been entered in the ledger. The proof that it stands there usually follows within seconds: open this page again.',
  provedWords:
    'Exactly these words stand in the ledger, and the ledger has been signed. Whoever has the file can check this without asking us.',
  entry: 'Entry in the ledger',
  entryNumber: (index) => `no. ${index}`,
  enteredAt: 'Entered in the ledger',
  checkpoint: 'Signed checkpoint',
  digest: 'Checksum',
  version: (version) => `Version ${version}`,
  download: 'Download the receipt',
  pdf: 'PDF, to read and to print',
  json: 'JSON, to check',
  tlogProof: 'The proof alone, as .tlog-proof (C2SP)',
  hidden: (version) => `, version ${version}`,
  noPdf: 'This installation makes no PDF. Download the JSON file, or print this page.',
  keep: 'Keep the JSON file: it holds even if the comment is erased later. Your words are in it, so whoever you give it to reads them.',
  check: 'Check the receipt in your browser',
  earlier: 'Receipts of earlier versions',
  lead: 'The institution has accepted this comment and entered it in the ledger.',
  words: 'The words that were sent',
  tooMany: 'You have downloaded many times. Wait a few minutes and try again.',
}

export const en: CommentReceiptTexts = { receipt }
