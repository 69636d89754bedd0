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
}

export type AuthTexts = typeof sq
