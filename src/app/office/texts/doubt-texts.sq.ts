import type { DoubtReason } from '#platform/texts/text-rules.ts'

export const doubts = {
  doubtsTitle: (n: number) =>
    n === 0 ? 'Nuk ka dyshime të hapura' : n === 1 ? '1 dyshim për t’u zgjidhur' : `${n} dyshime për t’u zgjidhur`,
  doubtsLead: 'Këtu programi nuk ishte i sigurt. Krahasoni me burimin dhe vendosni.',
  doubtPlaced: (where: string) => `Gjenden te: ${where}`,
  doubtAside: 'Nuk janë në tekst.',
  doubtKeep: 'Është në rregull',
  doubtLeaveOut: 'Hiqeni nga teksti',
  doubtAllKeep: 'Të gjitha janë në rregull',
  doubtSettled: 'Dyshimi u zgjidh.',
  doubtNotAlone:
    'Këto fjalë janë pjesë e një paragrafi më të gjatë dhe nuk hiqen vetëm. Ndreqni dokumentin dhe lexojeni sërish.',
  doubtsRemembered: (n: number) =>
    n === 1 ? '1 dyshim i zgjidhur më parë u mbajt mend' : `${n} dyshime të zgjidhura më parë u mbajtën mend`,
  doubtSettlements: { kept: 'është në rregull', 'left-out': 'u hoq nga teksti' } as Record<string, string>,
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
