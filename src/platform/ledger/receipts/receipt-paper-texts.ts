import type { InEveryLanguage } from '../../i18n/language.ts'

/** What stands on every receipt, whatever was received. */
const sq = {
  title: 'Vërtetim i pranimit',
  demonstration: 'Shembull demonstrimi: institucioni është i trilluar dhe ky vërtetim nuk ka vlerë zyrtare.',
  proof: 'Prova në ditarin e pandryshueshëm',
  received: 'U pranua. Prova në ditar vjen zakonisht brenda pak sekondash: shkarkojeni sërish vërtetimin.',
  proved: 'I vërtetuar: hyrja është në pemën e nënshkruar të ditarit.',
  altered:
    'Kujdes: fjalët që janë sot në sistem nuk përputhen me shumën e kontrollit në ditar. Pyesni institucionin dhe ruajeni këtë fletë.',
  enteredAt: 'Hyri në ditar më',
  version: 'Versioni',
  entry: 'Hyrja',
  entryOf: (index: string, size: string) => `nr. ${index}, nga ${size} hyrje në ditar (numërimi nis nga 0)`,
  checkpoint: 'Pika e kontrollit e nënshkruar',
  log: 'Ditari',
  key: 'Çelësi i ditarit',
  digest: 'Shuma e kontrollit (SHA-256 me numër të fshehtë)',
  check: 'Si kontrollohet',
  checkWords: (page: string) => [
    `Hapni ${page} dhe zgjidhni skedarin JSON të këtij vërtetimi. Gjithçka llogaritet në shfletuesin tuaj; skedari nuk dërgohet askund.`,
    'Pa internet: node verify-receipt.mjs SKEDARI. Programi është një skedar i vetëm dhe shkarkohet nga e njëjta faqe.',
  ],
  attached: 'Skedari JSON është brenda këtij PDF-je, te bashkëngjitjet.',
  attachment: 'Vërtetimi me provën, si JSON',
  qr: 'Kod QR me adresën ku kontrollohet ky vërtetim',
  page: 'faqja',
}

const en: typeof sq = {
  title: 'Receipt',
  demonstration: 'Demonstration: the institution is invented and this receipt has no official value.',
  proof: 'The proof in the ledger',
  received: 'Received. The proof in the ledger usually follows within seconds: download the receipt again.',
  proved: 'Proved: the entry stands in the signed tree of the ledger.',
  altered:
    'Attention: the words that the system has today do not give the checksum in the ledger. Ask the institution, and keep this sheet.',
  enteredAt: 'Entered in the ledger',
  version: 'Version',
  entry: 'Entry',
  entryOf: (index, size) => `no. ${index} of ${size} entries in the ledger (counted from 0)`,
  checkpoint: 'Signed checkpoint',
  log: 'Ledger',
  key: 'Key of the ledger',
  digest: 'Checksum (SHA-256 with a secret number)',
  check: 'How to check it',
  checkWords: (page) => [
    `Open ${page} and choose the JSON file of this receipt. Everything is computed in your browser; the file is sent nowhere.`,
    'Without internet: node verify-receipt.mjs FILE. The program is one file, to be downloaded from the same page.',
  ],
  attached: 'The JSON file is inside this PDF, among the attachments.',
  attachment: 'The receipt with its proof, as JSON',
  qr: 'QR code with the address where this receipt is checked',
  page: 'page',
}

export type ReceiptPaperTexts = typeof sq
export const RECEIPT_PAPER_TEXTS: InEveryLanguage<ReceiptPaperTexts> = { sq, en }
