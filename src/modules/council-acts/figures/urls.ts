/** Plan, figures and yearly reports, without language prefix. */
export const figureUrls = {
  plan: () => '/aktet/plani',
  planOf: (institution: string, year: number) => `/aktet/plani?institucioni=${institution}&viti=${year}`,
  planCsv: () => '/aktet/plani.csv',
  figures: () => '/aktet/statistika',
  figuresOf: (institution: string, year: number) => `/aktet/statistika?institucioni=${institution}&viti=${year}`,
  figuresCsv: () => '/aktet/statistika.csv',
  reports: () => '/aktet/raportet',
  report: (institution: string, year: number | string) => `/aktet/raportet/${institution}/${year}`,
  version: (institution: string, year: number | string, n: number | string) =>
    `/aktet/raportet/${institution}/${year}/versioni/${n}`,
  /** `2025.json`; of an earlier version as well, so that its numbers can be taken along for ever. */
  file: (institution: string, year: number | string, format: string) =>
    `/aktet/raportet/${institution}/${year}.${format}`,
  versionFile: (institution: string, year: number | string, n: number | string, format: string) =>
    `/aktet/raportet/${institution}/${year}/versioni/${n}.${format}`,
  consultation: (slug: string) => `/konsultime/${slug}`,
  plannedAct: (institution: string, year: number, number: number) =>
    `/konsultime/plani/${year}/${institution}-${number}`,
  paper: (id: string) => `/mbledhje/materiale/${id}`,
}

export const figureOfficeUrls = {
  plan: (actId: string) => `/zyra/aktet/${actId}/plani`,
  unbind: (actId: string) => `/zyra/aktet/${actId}/plani/heqja`,
  reports: () => '/zyra/aktet/raportet',
  report: (institution: string, year: number | string) => `/zyra/aktet/raportet/${institution}/${year}`,
  publish: (institution: string, year: number | string) => `/zyra/aktet/raportet/${institution}/${year}/publikimi`,
}
