import type { Words } from '../jurisdiction.ts'

/** What the holidays are called, by their ids. */
export const HOLIDAY_NAMES = {
  'new-year': { sq: 'Viti i Ri', en: 'New Year’s Day' },
  'new-year-second': { sq: 'Viti i Ri, dita e dytë', en: 'New Year, second day' },
  'christmas-orthodox': { sq: 'Krishtlindjet ortodokse', en: 'Orthodox Christmas' },
  'independence-kosovo': { sq: 'Dita e Pavarësisë së Republikës së Kosovës', en: 'Independence Day of Kosovo' },
  'summer-day': { sq: 'Dita e Verës', en: 'Summer Day' },
  nevruz: { sq: 'Dita e Nevruzit', en: 'Nevruz Day' },
  constitution: { sq: 'Dita e Kushtetutës së Republikës së Kosovës', en: 'Constitution Day of Kosovo' },
  'easter-catholic': { sq: 'E diela e Pashkëve katolike', en: 'Catholic Easter Sunday' },
  'easter-orthodox': { sq: 'E diela e Pashkëve ortodokse', en: 'Orthodox Easter Sunday' },
  'easter-monday-catholic': { sq: 'E hëna e Pashkëve katolike', en: 'Catholic Easter Monday' },
  'easter-monday-orthodox': { sq: 'E hëna e Pashkëve ortodokse', en: 'Orthodox Easter Monday' },
  'eid-al-fitr': { sq: 'Bajrami i Madh', en: 'Eid al-Fitr' },
  'eid-al-fitr-kosovo': { sq: 'Bajrami i Madh, dita e parë', en: 'Eid al-Fitr, first day' },
  'labour-day': { sq: 'Dita Ndërkombëtare e Punëtorëve', en: 'International Workers’ Day' },
  'labour-day-kosovo': { sq: 'Dita Ndërkombëtare e Punës', en: 'International Labour Day' },
  'europe-day': { sq: 'Dita e Evropës', en: 'Europe Day' },
  'eid-al-adha': { sq: 'Kurban Bajrami', en: 'Eid al-Adha' },
  'eid-al-adha-kosovo': { sq: 'Bajrami i Vogël (Kurban Bajrami), dita e parë', en: 'Eid al-Adha, first day' },
  'saint-teresa': { sq: 'Dita e Shenjtërimit të Shenjt Terezës', en: 'Canonisation of Saint Teresa' },
  'mother-teresa': { sq: 'Dita e Lumturimit të Nënë Terezës', en: 'Beatification of Mother Teresa' },
  alphabet: { sq: 'Dita e Alfabetit', en: 'Alphabet Day' },
  'independence-flag': { sq: 'Dita e Flamurit dhe e Pavarësisë', en: 'Flag and Independence Day' },
  liberation: { sq: 'Dita e Çlirimit', en: 'Liberation Day' },
  'youth-day': { sq: 'Dita Kombëtare e Rinisë', en: 'National Youth Day' },
  christmas: { sq: 'Krishtlindjet', en: 'Christmas Day' },
  'christmas-catholic': { sq: 'Krishtlindjet katolike', en: 'Catholic Christmas' },
} as const satisfies Record<string, Words>

/** The laws by which a day is off, as they are cited; in full, as people read them. */
export const HOLIDAY_LAWS = {
  'L7651/1992': {
    sq: 'Ligji nr. 7651, datë 21.12.1992, «Për festat zyrtare dhe ditët përkujtimore», i ndryshuar',
    en: 'Law No. 7651 of 21 December 1992 on official holidays and memorial days, as amended',
  },
  'L03/L-064': {
    sq: 'Ligji nr. 03/L-064 për festat zyrtare në Republikën e Kosovës',
    en: 'Law No. 03/L-064 on official holidays in the Republic of Kosovo',
  },
  'L03/L-064 Art 2': {
    sq: 'Ligji nr. 03/L-064 për festat zyrtare në Republikën e Kosovës, neni 2',
    en: 'Law No. 03/L-064 on official holidays in the Republic of Kosovo, Article 2',
  },
  'L03/L-064 Art 4': {
    sq: 'Ligji nr. 03/L-064 për festat zyrtare në Republikën e Kosovës, neni 4',
    en: 'Law No. 03/L-064 on official holidays in the Republic of Kosovo, Article 4',
  },
} as const satisfies Record<string, Words>

/** The same where a column has no room. */
const SHORT_LAWS: Record<keyof typeof HOLIDAY_LAWS, Words> = {
  'L7651/1992': { sq: 'Ligji nr. 7651/1992', en: 'Law No. 7651/1992' },
  'L03/L-064': { sq: 'Ligji nr. 03/L-064', en: 'Law No. 03/L-064' },
  'L03/L-064 Art 2': { sq: 'Ligji nr. 03/L-064, neni 2', en: 'Law No. 03/L-064, Article 2' },
  'L03/L-064 Art 4': { sq: 'Ligji nr. 03/L-064, neni 4', en: 'Law No. 03/L-064, Article 4' },
}

/** A basis in words, in full or short; what an announcement says stands as it was entered. */
export const basisWords = (basis: string, short = false): Words =>
  Object.entries(short ? SHORT_LAWS : HOLIDAY_LAWS).find(([law]) => law === basis)?.[1] ?? { sq: basis, en: basis }
