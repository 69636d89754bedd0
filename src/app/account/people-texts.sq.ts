/** Invitation, new address, one's own absence, and who looked at one's data. */
export const sq = {
  errorTitle: 'Ka një problem',
  invitation: {
    title: 'Ftesë për të punuar në Kuvend',
    words: (inviter: string, place: string) => `${inviter} ju fton të punoni për ${place}.`,
    everywhere: 'gjithë sistemin',
    someone: 'Administratori',
    next: 'Shtypni butonin: ju dërgojmë një kod në adresën tuaj të e-postës. Me të hyni dhe pastaj vendosni faktorin e dytë.',
    email: 'Adresa',
    expires: 'Ftesa vlen deri më',
    submit: 'Merrni kodin',
    tooMany: 'Nga kjo adresë u kërkuan shumë kode. Provoni përsëri pas 15 minutash.',
    dead: 'Kjo ftesë nuk vlen më',
    deadWords:
      'U tërhoq, skadoi ose u dërgua përsëri me një lidhje tjetër. Kërkojini administratorit t’jua dërgojë përsëri.',
    used: 'E keni pranuar këtë ftesë. Hyni si zakonisht.',
    signIn: 'Hyni',
  },
  email: {
    title: 'Konfirmoni adresën e re',
    words: 'Shtypni butonin që llogaria juaj të përdorë adresën në të cilën ju erdhi kjo lidhje.',
    submit: 'Konfirmoni',
    done: 'Adresa u konfirmua',
    doneWords: (email: string) => `Tani hyni me ${email}.`,
    dead: 'Kjo lidhje nuk vlen më',
    deadWords: 'U përdor, skadoi ose u kërkua një adresë tjetër.',
    taken: 'Këtë adresë e ka ndërkohë një llogari tjetër.',
  },
  accesses: {
    title: 'Kush i ka parë të dhënat tuaja',
    lead: 'Çdo herë që një zyrtar hapi, shkarkoi ose nxori diçka që ju përket dhe nuk është publike. I njëjti zyrtar te i njëjti regjistrim brenda një ore zë një rresht. Shfaqet posti i zyrtarit, jo emri.',
    none: 'Ende nuk i ka parë askush.',
    when: 'Koha',
    where: 'Institucioni',
    who: 'Posti',
    what: 'Çfarë bëri',
    which: 'Te cili regjistrim',
    gone: 'regjistrim që nuk ekziston më',
    official: 'zyrtar',
    how: { opened: 'hapi', downloaded: 'shkarkoi', exported: 'nxori të dhënat' } as Record<string, string>,
    paging: 'Qasje të tjera',
    older: 'Më të vjetra',
    newest: 'Më të rejat',
    letters: 'Njoftimi me e-postë',
    lettersLead:
      'Më së shumti një letër në ditë, vetëm kur dikush i ka parë. Letra nuk tregon çfarë u pa; atë e lexoni këtu.',
    on: 'Njoftimi është i hapur.',
    off: 'Njoftimi është i mbyllur.',
    turnOn: 'Më njoftoni',
    turnOff: 'Mos më njoftoni më',
    turnedOn: 'Do t’ju njoftojmë.',
    turnedOff: 'Nuk do t’ju njoftojmë më.',
    back: 'Llogaria juaj',
    subject: 'Dikush i ka parë të dhënat tuaja',
    letter: (count: number, url: string) =>
      [
        'Përshëndetje,',
        count === 1
          ? 'Që nga letra e fundit, një herë një zyrtar i ka parë të dhënat tuaja në Kuvend.'
          : `Që nga letra e fundit, ${count} herë zyrtarë i kanë parë të dhënat tuaja në Kuvend.`,
        `Kush, kur dhe te cili regjistrim: ${url}/llogaria/kush-i-pa`,
        'Aty e mbyllni edhe këtë njoftim.',
      ].join('\n\n'),
  },
}

export type AccountPeopleTexts = typeof sq
