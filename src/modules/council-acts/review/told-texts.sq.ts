const withProtocol = (words: string, protocol: string | null): string =>
  protocol === null ? words : `${words}, nr. protokolli ${protocol}`

/** What is told of a review: on paper, on the page of the act, by mail. */
export const told = {
  paper: {
    form: 'Shkresë përcjellëse',
    title: 'Dërgim i akteve për shqyrtimin e ligjshmërisë',
    lead: (number: string | null, day: string | null, protocol: string | null) =>
      [
        number === null ? 'Projekt' : `Nr. ${number}`,
        ...(day === null ? [] : [day]),
        ...(protocol === null ? [] : [`nr. protokolli ${protocol}`]),
      ].join(', '),
    to: 'Drejtuar',
    address: 'Adresa',
    basis: {
      AL: 'Ju dërgojmë për shqyrtimin e ligjshmërisë aktet e këshillit bashkiak që vijojnë. Në shqyrtim, akti nuk pezullohet.',
      XK: 'Ju dërgojmë për shqyrtimin e ligjshmërisë aktet e kuvendit të komunës që vijojnë.',
    },
    caption: 'Aktet që dërgohen',
    head: ['Nr.', 'Akti', 'Miratuar', 'Titulli'],
    again: (day: string) => `Rishqyrtuar më ${day}; dërgohet për herë të dytë.`,
    more: 'Përveç kësaj',
    annexes: 'Bashkëlidhur: aktet e mësipërme.',
    signature: 'Sekretari',
    kept: 'Ruhet në adresën',
    page: 'Faqja',
    folder: 'dergesa',
    letterFile: 'shkresa',
    textFile: 'teksti',
    noText: 'Teksti i këtij akti nuk është në sistem.',
    noFile: 'Ky skedar nuk mund të bëhet këtu. Merrni formatin tjetër.',
  },
  story: {
    notSent: 'Ende nuk i është dërguar organit që shqyrton ligjshmërinë.',
    history: 'Akt i marrë nga arkivi: rruga e ligjshmërisë nuk dihet.',
    law: (authority: string) => `Ligjshmërinë e shqyrton ${authority}.`,
    depositBy: (day: string) => `Duhet dërguar deri më ${day}.`,
    depositLate: (day: string) => `Afati për ta dërguar kaloi më ${day}, dhe ende nuk është dërguar.`,
    sentLate: (day: string) => `U dërgua me vonesë: afati ishte ${day}.`,
    sent: (number: string, authority: string) => `U dërgua me dërgesën ${number}: ${authority}`,
    sentAgain: (number: string, authority: string) => `U dërgua përsëri me dërgesën ${number}: ${authority}`,
    withdrawn: (reason: string) => `Dërgesa u tërhoq: ${reason}`,
    reExamined: (how: string, day: string) => `${how}, ${day}.`,
    vote: 'Votimi',
    received: (protocol: string) => `U regjistrua te organi, nr. ${protocol}`,
    checkBy: (day: string) => `Organi përgjigjet deri më ${day}.`,
    silent: (day: string) => `Afati kaloi më ${day} pa përgjigje. Ligji nuk thotë çfarë kuptimi ka kjo; akti zbatohet.`,
    answeredLate: (day: string) => `Përgjigjja erdhi pas afatit, që ishte ${day}.`,
    verdict: (verdict: string, protocol: string | null) => withProtocol(verdict, protocol),
    reasons: 'Arsyet',
    reasonsHidden: 'Arsyet nuk tregohen: akti emërton një person privat.',
    replaced: 'Ky shënim u korrigjua më pas.',
    corrects: 'Korrigjon shënimin e mëparshëm.',
    byAuthority: 'E shënoi vetë organi.',
    keepsApplying: 'Deri në vendimin e gjykatës akti zbatohet.',
    returnedApplies: 'Kthimi nuk e pezullon aktin.',
    annulledFrom: (day: string) => `Nuk vlen më nga ${day}.`,
    label: 'Rruga e shqyrtimit të ligjshmërisë',
  },
  letters: {
    subject: (number: string) => `Dërgesa ${number}: akte për shqyrtimin e ligjshmërisë`,
    to: (authority: string) => `Drejtuar: ${authority}`,
    lead: (number: string, day: string, protocol: string | null) =>
      `${withProtocol(`Me dërgesën ${number}, më ${day}`, protocol)}, ju dërgojmë për shqyrtimin e ligjshmërisë këto akte:`,
    desk: 'Aktet i lexoni të plota, dhe përgjigjeni, këtu:',
    onPaper: 'Aktet që nuk kanë lidhje këtu ju vijnë në letër.',
    closing: 'Ju lutemi na ktheni numrin dhe ditën e protokollit tuaj.',
    saidSubject: (number: string, said: string) => `${number}: ${said}`,
    said: (number: string, said: string, day: string, protocol: string | null) =>
      `Organi që shqyrton ligjshmërinë u shpreh për aktin ${number}: ${withProtocol(said.toLowerCase(), protocol)}, më ${day}.`,
    read: 'Lexojeni këtu:',
    receivedSubject: (number: string) => `Dërgesa ${number} u pranua`,
    received: (number: string, protocol: string, day: string) =>
      `Organi e pranoi dërgesën ${number} me nr. protokolli ${protocol}, më ${day}. Nga kjo ditë ecën afati i tij.`,
    tasks: {
      returned: (number: string) => `Akti ${number} u kthye nga organi i ligjshmërisë: të rishqyrtohet`,
      court: (number: string) => `Akti ${number} u çua në gjykatë: të ndiqet çështja`,
    },
  },
}

export type ToldTexts = typeof told
