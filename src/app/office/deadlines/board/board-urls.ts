import type { HandDeed } from './reach-rules.ts'

/** The words of the deeds in addresses and in names of fields. */
export const DEED_WORDS: Record<HandDeed, string> = {
  pause: 'pezullimi',
  resume: 'rifillimi',
  extend: 'zgjatja',
  meet: 'kryerja',
  cancel: 'anulimi',
  give: 'caktimi',
  reopen: 'rihapja',
}

/** Addresses of the boards of deadlines, without language prefix. */
export const boardUrls = {
  board: () => '/zyra/afate',
  /** The open deadlines of one rule in one institution. */
  ofRule: (rule: string, institutionId: string) => `/zyra/afate?rregulli=${rule}&institucioni=${institutionId}`,
  csv: () => '/zyra/afate/tabela.csv',
  one: (id: string) => `/zyra/afate/${id}`,
  deed: (id: string, deed: HandDeed) => `/zyra/afate/${id}/${DEED_WORDS[deed]}`,
  feed: () => '/zyra/afate/kalendari-im',
  endFeed: () => '/zyra/afate/kalendari-im/mbyllja',
  /** Asked for by calendar programs, which do not sign in: the address is the key. */
  myCalendar: (token: string) => `/afatet/im/${token}.ics`,
}

/** The public board of an institution. */
export const publicBoardUrls = {
  board: (slug: string) => `/i/${slug}/afate`,
  json: (slug: string) => `/i/${slug}/afate.json`,
  csv: (slug: string) => `/i/${slug}/afate.csv`,
}
