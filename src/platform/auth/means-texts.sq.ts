/** Words of the letters about the ways into an account. */
export const sq = {
  subject: 'Ndryshim në mënyrat e hyrjes në llogarinë tuaj',
  greeting: 'Përshëndetje,',
  passkeyAdded: (name: string) => `Në llogarinë tuaj u shtua çelësi i hyrjes «${name}».`,
  passkeyRemoved: (name: string) => `Nga llogaria juaj u hoq çelësi i hyrjes «${name}».`,
  codesMade: 'Për llogarinë tuaj u krijuan dhjetë kode rezervë. Kodet e mëparshme nuk vlejnë më.',
  codeUsed: (left: number) =>
    `Në llogarinë tuaj u hy me një kod rezervë. ${left === 1 ? 'Mbetet edhe 1 kod.' : `Mbeten edhe ${left} kode.`}`,
  codesFew: 'Kodet po mbarojnë. Krijoni të reja te faqja e llogarisë, pjesa «Kodet rezervë».',
  identityLinked: (provider: string) => `Llogaria juaj u lidh me identitetin tuaj te «${provider}».`,
  identityUnlinked: (provider: string) => `Lidhja e llogarisë suaj me «${provider}» u hoq.`,
  factorRemoved:
    'Administratori hoqi të gjithë faktorët e dytë të llogarisë suaj: aplikacionin e kodeve, çelësat e hyrjes, kodet rezervë dhe identitetet e lidhura. U mbyllën edhe të gjitha hyrjet.',
  reason: (reason: string) => `Arsyeja: ${reason}`,
  afterRemoval:
    'Hyrja tjetër me kodin që vjen me e-postë ju çon te vendosja e një faktori të ri. Nëse nuk e keni kërkuar ju, njoftoni menjëherë administratorin e institucionit.',
  notYou:
    'Nëse nuk e keni bërë ju, mbyllni hyrjet e tjera te faqja e llogarisë dhe njoftoni menjëherë administratorin.',
}

export type MeansTexts = typeof sq
