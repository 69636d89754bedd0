const minutes = (slug: string) => `/mbledhje/${slug}/procesverbali`
const attendance = (slug: string) => `/mbledhje/${slug}/pjesemarrja`
const votes = (slug: string) => `/mbledhje/${slug}/votimet`
const vote = (slug: string, id: string) => `${votes(slug)}/${id}`
const atDesk = (id: string) => `/zyra/keshilli/mbledhje/${id}/procesverbali`
const sheet = () => '/zyra/keshilli/pjesemarrja'

/** What everybody opens of minutes, votes and attendance; without language prefix. */
export const minutesUrls = {
  one: minutes,
  version: (slug: string, n: number | string) => `${minutes(slug)}/versioni/${n}`,
  file: (slug: string, format: string) => `${minutes(slug)}.${format}`,
  versionFile: (slug: string, n: number | string, format: string) => `${minutes(slug)}/versioni/${n}.${format}`,
  attendance,
  attendanceFile: (slug: string, format: string) => `${attendance(slug)}.${format}`,
  votes,
  votesData: (slug: string) => `${votes(slug)}.json`,
  vote,
  voteData: (slug: string, id: string) => `${vote(slug, id)}.json`,
  allVotes: () => '/mbledhje/votimet',
  year: (year: number | string) => `/keshilltare/pjesemarrja/${year}`,
  yearFile: (year: number | string) => `/keshilltare/pjesemarrja/${year}.csv`,
  currentYear: () => '/keshilltare/pjesemarrja',
  check: () => '/procesverbale/kontrolli',
  checkOf: (code: string) => `/procesverbale/kontrolli?kodi=${code}`,
}

export const minutesOfficeUrls = {
  list: () => '/zyra/keshilli/procesverbalet',
  one: atDesk,
  draft: (id: string) => `${atDesk(id)}/hartimi`,
  preview: (id: string) => `${atDesk(id)}/pamja`,
  propose: (id: string) => `${atDesk(id)}/propozimi`,
  withdraw: (id: string) => `${atDesk(id)}/kthimi`,
  approve: (id: string) => `${atDesk(id)}/miratimi`,
  correct: (id: string) => `${atDesk(id)}/korrigjimi`,
  /** `plote`: with what was said behind closed doors. */
  file: (id: string, format: string) => `${atDesk(id)}/skedari/${format}`,
  meeting: (id: string) => `/zyra/keshilli/mbledhje/${id}`,
  attendance: sheet,
  attendanceFile: (format: string) => `${sheet()}.${format}`,
  copies: () => '/zyra/keshilli/kopjet',
  copiesOf: (id: string) => `${atDesk(id)}/kopjet`,
  copy: (id: string) => `/zyra/keshilli/kopjet/${id}`,
  copyFile: (id: string, format: string) => `/zyra/keshilli/kopjet/${id}/skedari/${format}`,
  cancelCopy: (id: string) => `/zyra/keshilli/kopjet/${id}/anulimi`,
}
