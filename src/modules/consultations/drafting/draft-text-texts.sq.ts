import type { DocxRefusalReason } from '#platform/texts/docx-package.ts'
import type { DoubtReason } from '#platform/texts/text-rules.ts'

export const sq = {
  textTitle: 'Teksti',
  textLead:
    'Ngarkoni projektaktin si DOCX ose ngjiteni si tekst. Programi e ndan në krerë, nene, pika dhe shkronja; ju shihni a e ka ndarë mirë.',
  textFile: 'Dokumenti DOCX',
  textPasted: 'Ose ngjiteni tekstin këtu',
  textRead: 'Lexoni tekstin',
  textReadAgain: 'Lexojeni tekstin sërish',
  warning: 'Kujdes',
  textReplaceWarning: 'Leximi i ri e zëvendëson tekstin e tanishëm të projektaktit.',
  textErrors: {
    nothing: 'Zgjidhni një dokument DOCX ose ngjitni tekstin',
    both: 'Zgjidhni vetëm njërin: dokumentin ose tekstin e ngjitur',
    'not-a-docx': 'Dokumenti nuk është DOCX. Hapeni me programin e shkrimit dhe ruajeni si DOCX',
    'old-word': 'Dokumenti është ruajtur në formatin e vjetër DOC. Hapeni me programin e shkrimit dhe ruajeni si DOCX',
    encrypted: 'Dokumenti është i mbyllur me fjalëkalim. Hiqni fjalëkalimin dhe ngarkojeni sërish',
    'too-large': 'Dokumenti është tepër i madh për t’u lexuar',
    broken: 'Dokumenti është i dëmtuar. Hapeni, ruajeni sërish si DOCX dhe ngarkojeni',
  } satisfies Record<DocxRefusalReason | 'nothing' | 'both', string>,
  textSummary: (articles: number, nodes: number) =>
    `${articles === 1 ? 'U lexua 1 nen' : `U lexuan ${articles} nene`}, gjithsej ${nodes} pjesë.`,
  noArticles: 'Në tekst nuk u gjet asnjë nen.',
  doubtsTitle: (n: number) =>
    n === 0 ? 'Nuk ka dyshime të hapura' : n === 1 ? '1 dyshim për t’u zgjidhur' : `${n} dyshime për t’u zgjidhur`,
  doubtsLead: 'Këtu programi nuk ishte i sigurt. Krahasoni me burimin dhe vendosni.',
  doubtSource: 'Fjalët e burimit',
  doubtPlaced: (where: string) => `Gjenden te: ${where}`,
  doubtAside: 'Nuk janë në tekst.',
  doubtKeep: 'Është në rregull',
  doubtLeaveOut: 'Hiqeni nga teksti',
  doubtAllKeep: 'Të gjitha janë në rregull',
  doubtSettled: 'Dyshimi u zgjidh.',
  doubtNotAlone:
    'Këto fjalë janë pjesë e një paragrafi më të gjatë dhe nuk hiqen vetëm. Ndreqni dokumentin dhe lexojeni sërish.',
  source: 'Burimi, siç u lexua',
  tree: 'Teksti, siç u nda',
  doubtReasons: {
    'before-first-article': 'Fjalë para nenit të parë që duken si pjesë e një neni',
    'numbering-jumps': 'Numërimi ka një kapërcim',
    'numbering-repeats': 'I njëjti numër dy herë',
    'letter-out-of-order': 'Shkronjat nuk vijnë me radhë',
    'broken-line-joined': 'Rresht i ndërprerë, u bashkua me atë para tij',
    'heading-guessed': 'Rresht i shkurtër i marrë si titull',
    'looks-like-article': 'Fjalë që duken si fillim neni brenda një fjalie ose tabele',
    table: 'Tabelë: shikoni rreshtat',
    'tracked-change': 'Ndryshime të shënuara në dokument: u lexuan sikur të ishin pranuar',
    note: 'Shënim ose koment i dokumentit: lihet mënjanë',
    'page-furniture': 'Kokë, fund ose numër faqeje: lihet mënjanë',
    image: 'Figurë: fjalët e saj nuk lexohen',
    unreadable: 'Pjesë që nuk u lexua',
  } satisfies Record<DoubtReason, string>,
}

export type DraftTextTexts = typeof sq
