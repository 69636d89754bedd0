import type { CommentPlace } from './comment-place-rules.ts'

/** Where a comment on an earlier version stands in the newest one. */
export const sq = {
  made: (n: number, label: string) => `U bë për nenin ${label} të versionit ${n}.`,
  standing: {
    same: (n) => `Në versionin ${n} fjalët janë po ato.`,
    renumbered: (n, label) => `Në versionin ${n} fjalët janë po ato; neni tani mban numrin ${label}.`,
    moved: (n, label) => `Në versionin ${n} teksti është zhvendosur te neni ${label}.`,
    reworded: (n, label) => `Në versionin ${n} teksti është riformuluar dhe qëndron te neni ${label}.`,
    outside: (n) => `Në versionin ${n} teksti qëndron jashtë neneve.`,
    gone: (n) => `Në versionin ${n} ky tekst është hequr.`,
    doubtful: (n) => `Vendi i tij në versionin ${n} po shqyrtohet.`,
    awaited: (n) => `Vendi i tij në versionin ${n} ende nuk është caktuar.`,
  } satisfies Record<CommentPlace['standing'], (n: number, label: string) => string> as Record<
    CommentPlace['standing'],
    (n: number, label: string) => string
  >,
  whatChanged: 'Shihni çfarë ndryshoi',
  asMade: (n: number, label: string) => `Neni ${label} siç ishte në versionin ${n}`,
  /** Of articles that the newest version no longer holds. */
  lost: 'Komente për nene të hequra',
  lostLead: 'Këto komente u bënë për versione të mëparshme. Neni i tyre është hequr, ose vendi i tyre po shqyrtohet.',
  allLost: (n: number) => (n === 1 ? 'Lexoni 1 koment për nene të hequra' : `Lexoni ${n} komente për nene të hequra`),
  backToAll: 'Të gjitha komentet',
  noneLost: 'Asnjë koment nuk ka mbetur pa nen.',
  now: 'Sot',
}

export type PlaceTexts = typeof sq
