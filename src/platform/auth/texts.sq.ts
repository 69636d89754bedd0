/** Words of the letters about signing in. */
export const sq = {
  codeSubject: 'Kodi juaj i hyrjes',
  codeLetter: (code: string, minutes: number, url: string) =>
    [
      'Përshëndetje,',
      `Kodi juaj i hyrjes është:\n\n    ${code}`,
      `Shkruajeni në faqen ku e kërkuat. Kodi vlen ${minutes} minuta dhe vetëm një herë.`,
      'Mos ia tregoni kodin askujt: asnjë zyrtar nuk do t’jua kërkojë, as me telefon, as me e-postë.',
      'Nëse kodin nuk e keni kërkuar ju, mos bëni asgjë. Pa të nuk hyn dot askush me adresën tuaj.',
      url,
    ].join('\n\n'),
  accessLog: {
    what: 'Ditari i qasjeve: cili zyrtar pa të dhënat e cilit person',
    howLong: 'aq sa cakton institucioni; derisa ta caktojë, pa afat',
    basis: 'vendim i vetë institucionit',
  },
  shutSubject: 'Shumë prova të gabuara me adresën tuaj',
  shutLetter: (what: 'code' | 'second-factor', minutes: number, url: string) =>
    [
      'Përshëndetje,',
      what === 'code'
        ? 'Dikush u përpoq disa herë radhazi të hynte me adresën tuaj dhe me kode të gabuara.'
        : 'Dikush e kaloi kodin që ju erdhi me e-postë, por gaboi disa herë radhazi në faktorin e dytë.',
      `Nga rrjeti prej të cilit u bënë provat, hyrja me adresën tuaj është mbyllur për ${minutes} minuta. Nga rrjetet e tjera hyni si zakonisht.`,
      what === 'code'
        ? 'Nëse ishit ju, prisni dhe provoni përsëri. Nëse nuk ishit ju, mos bëni asgjë: pa kodin që vjen te ju nuk hyn dot askush.'
        : 'Nëse ishit ju, prisni dhe provoni përsëri. Nëse nuk ishit ju, dikush tjetër ju lexon postën: ndryshoni menjëherë fjalëkalimin e postës dhe njoftoni administratorin.',
      url,
    ].join('\n\n'),
}

export type AuthTexts = typeof sq
