/** The proof of what its author sent. */
const receipt = {
  received: 'U pranua',
  proved: 'U vërtetua',
  receivedWords:
    'Komenti juaj është shënuar në ditarin e pandryshueshëm. Prova se është aty vjen zakonisht brenda pak sekondash: hapeni sërish këtë faqe.',
  provedWords:
    'Pikërisht këto fjalë janë në ditarin e pandryshueshëm, dhe ditari është nënshkruar. Këtë mund ta kontrollojë kushdo që ka skedarin, pa na pyetur ne.',
  entry: 'Hyrja në ditar',
  entryNumber: (index: string) => `nr. ${index}`,
  enteredAt: 'Hyri në ditar më',
  checkpoint: 'Pika e kontrollit e nënshkruar',
  digest: 'Shuma e kontrollit',
  version: (version: number) => `Versioni ${version}`,
  download: 'Shkarkoni vërtetimin',
  pdf: 'PDF, për ta lexuar dhe printuar',
  json: 'JSON, për ta kontrolluar',
  tlogProof: 'Vetëm prova, si .tlog-proof (C2SP)',
  hidden: (version: number) => `, versioni ${version}`,
  noPdf: 'Ky sistem nuk bën skedarë PDF. Shkarkoni skedarin JSON, ose printoni këtë faqe.',
  keep: 'Ruajeni skedarin JSON: vlen edhe nëse komenti fshihet më vonë. Në të janë fjalët tuaja: i lexon kushdo që e merr.',
  check: 'Kontrollojeni vërtetimin në shfletuesin tuaj',
  earlier: 'Vërtetimet e versioneve të mëparshme',
  lead: 'Institucioni e ka pranuar këtë koment dhe e ka shënuar në ditarin e pandryshueshëm.',
  words: 'Fjalët që u dërguan',
  tooMany: 'Keni shkarkuar shumë herë. Prisni pak minuta dhe provoni sërish.',
}

export const sq = { receipt }

export type CommentReceiptTexts = typeof sq
