import type { Words } from '../jurisdiction.ts'

export const L146_2014: Words = {
  sq: 'Ligji nr. 146/2014 «Për njoftimin dhe konsultimin publik»',
  en: 'Law No. 146/2014 on notification and public consultation',
}

export const L119_2014: Words = {
  sq: 'Ligji nr. 119/2014 «Për të drejtën e informimit», i ndryshuar',
  en: 'Law No. 119/2014 on the right to information, as amended',
}

export const L139_2015: Words = {
  sq: 'Ligji nr. 139/2015 «Për vetëqeverisjen vendore»',
  en: 'Law No. 139/2015 on local self-government',
}

export const CPA: Words = {
  sq: 'Ligji nr. 44/2015 «Kodi i Procedurave Administrative i Republikës së Shqipërisë»',
  en: 'Law No. 44/2015, Code of Administrative Procedures of the Republic of Albania',
}

export const PREFECT_LAW: Words = {
  sq: 'Ligji nr. 107/2016 «Për prefektin e qarkut»',
  en: 'Law No. 107/2016 on the prefect of the region',
}

export const L54_2019: Words = {
  sq: 'Ligji nr. 54/2019 «Për nismën ligjvënëse të zgjedhësve në Republikën e Shqipërisë»',
  en: 'Law No. 54/2019 on the legislative initiative of voters in the Republic of Albania',
}

export const L49_2012: Words = {
  sq: 'Ligji nr. 49/2012 «Për gjykatat administrative dhe gjykimin e mosmarrëveshjeve administrative»',
  en: 'Law No. 49/2012 on administrative courts and the adjudication of administrative disputes',
}

export const L107_2021: Words = {
  sq: 'Ligji nr. 107/2021 «Për bashkëqeverisjen»',
  en: 'Law No. 107/2021 on co-governance',
}

export const L124_2024: Words = {
  sq: 'Ligji nr. 124/2024 «Për mbrojtjen e të dhënave personale»',
  en: 'Law No. 124/2024 on the protection of personal data',
}

export const L7651_1992: Words = {
  sq: 'Ligji nr. 7651/1992 «Për festat zyrtare dhe ditët përkujtimore», i ndryshuar',
  en: 'Law No. 7651/1992 on official holidays and memorial days, as amended',
}

export const REG_GRK_05_2016: Words = {
  sq: 'Rregullorja (QRK) nr. 05/2016 për standardet minimale për procesin e konsultimit publik',
  en: 'Regulation (GRK) No. 05/2016 on minimum standards for the public consultation process',
}

export const AI_MAPL_06_2018: Words = {
  sq: 'Udhëzimi Administrativ (MAPL) nr. 06/2018 për standardet minimale të konsultimit publik në komuna',
  en: 'Administrative Instruction (MAPL) No. 06/2018 on minimum standards of public consultation in municipalities',
}

export const L06_L081: Words = {
  sq: 'Ligji nr. 06/L-081 për qasje në dokumente publike (2019)',
  en: 'Law No. 06/L-081 on access to public documents (2019)',
}

export const L03_L040: Words = {
  sq: 'Ligji nr. 03/L-040 për vetëqeverisjen lokale (2008)',
  en: 'Law No. 03/L-040 on local self-government (2008)',
}

export const REG_GRK_10_2019: Words = {
  sq: 'Rregullorja (QRK) nr. 10/2019 për shqyrtimin administrativ të akteve të komunave',
  en: 'Regulation (GRK) No. 10/2019 on the administrative review of municipal acts',
}

export const AI_MAPL_02_2019: Words = {
  sq: 'Udhëzimi Administrativ (MAPL) nr. 02/2019 për organizimin, funksionimin dhe bashkëpunimin e komunave me fshatrat, vendbanimet dhe lagjet urbane',
  en: 'Administrative Instruction (MAPL) No. 02/2019 on the organisation, functioning and cooperation of municipalities with villages, settlements and urban quarters',
}

export const L05_L031: Words = {
  sq: 'Ligji nr. 05/L-031 për procedurën e përgjithshme administrative (2016)',
  en: 'Law No. 05/L-031 on general administrative procedure (2016)',
}

export const L03_L064: Words = {
  sq: 'Ligji nr. 03/L-064 për festat zyrtare në Republikën e Kosovës (2008)',
  en: 'Law No. 03/L-064 on official holidays in the Republic of Kosovo (2008)',
}

/** `132(1)` is written with the word for paragraph. */
const inAlbanian = (number: string): string =>
  number.replace(/\((\d+)\)$/, ', pika $1').replace(/\((\d+–\d+)\)$/, ', pikat $1')

export const article = (law: Words, number: string): Words => ({
  sq: `${law.sq}, neni ${inAlbanian(number)}`,
  en: `${law.en}, Article ${number}`,
})

/** `english` where the numbers are joined by a word. */
export const articles = (law: Words, numbers: string, english: string = numbers): Words => ({
  sq: `${law.sq}, nenet ${numbers}`,
  en: `${law.en}, Articles ${english}`,
})

export const articleNotSeen = (law: Words): Words => ({
  sq: `${law.sq} (neni nuk është parë)`,
  en: `${law.en} (article not seen)`,
})
