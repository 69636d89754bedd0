import type { Jurisdiction } from '#law/jurisdiction.ts'

const rule = (id: string) => `/zyra/afate/rregullat/${id}`
const calendar = '/zyra/afate/kalendari'
const announcement = (id: string) => `${calendar}/njoftimet/${id}`

/** What institutions and the operator set about the clocks, without language prefix. */
export const rulesUrls = {
  list: () => '/zyra/afate/rregullat',
  rule,
  /** A rule as one institution has it. */
  ruleOf: (id: string, institutionId: string) => `${rule(id)}?institucioni=${institutionId}`,
  confirm: (id: string) => `${rule(id)}/konfirmimi`,
  set: (id: string) => `${rule(id)}/afati`,
  end: (id: string) => `${rule(id)}/mbarimi`,
  calendar: () => calendar,
  calendarOf: (year: number) => `${calendar}?viti=${year}`,
  announce: () => `${calendar}/njoftim-i-ri`,
  announceFor: (country: Jurisdiction, kind: string, feast = '', year: number | null = null) =>
    `${calendar}/njoftim-i-ri?shteti=${country}&lloji=${kind}${feast && `&festa=${feast}`}${year === null ? '' : `&viti=${year}`}`,
  announcement,
  withdraw: (id: string) => `${announcement(id)}/terheqja`,
  moves: () => '/zyra/afate/levizjet',
  movesCsv: () => '/zyra/afate/levizjet.csv',
}
