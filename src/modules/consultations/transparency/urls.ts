/** Yearly reports and the comparison, without language prefix. Canonical addresses last for ever. */
export const yearReportUrls = {
  list: () => '/konsultime/raporte-vjetore',
  one: (year: number | string, slug: string) => `/konsultime/raporte-vjetore/${year}/${slug}`,
  version: (year: number | string, slug: string, n: number | string) =>
    `/konsultime/raporte-vjetore/${year}/${slug}/versioni/${n}`,
  file: (year: number | string, slug: string, format: string) =>
    `/konsultime/raporte-vjetore/${year}/${slug}.${format}`,
  /** What the figures are counted from; `figure` narrows it to what one of them counts. */
  behind: (year: number | string, slug: string) => `/konsultime/raporte-vjetore/${year}/${slug}/nga-cfare`,
  behindOne: (year: number | string, slug: string, figure: string) =>
    `/konsultime/raporte-vjetore/${year}/${slug}/nga-cfare?shifra=${figure}`,
}

export const comparisonUrls = {
  current: () => '/konsultime/krahasimi',
  one: (year: number | string) => `/konsultime/krahasimi/${year}`,
  file: (year: number | string, format: 'json' | 'csv') => `/konsultime/krahasimi/${year}.${format}`,
  /** What the comparison is counted from: one row a consultation, and one an act. */
  consultations: (year: number | string) => `/konsultime/krahasimi/${year}/konsultimet.csv`,
  acts: (year: number | string) => `/konsultime/krahasimi/${year}/aktet.csv`,
}

export const yearReportOfficeUrls = {
  list: () => '/zyra/raporti-vjetor',
  one: (year: number | string, slug: string) => `/zyra/raporti-vjetor/${year}/${slug}`,
  publish: (year: number | string, slug: string) => `/zyra/raporti-vjetor/${year}/${slug}/publikimi`,
  reply: (year: number | string, slug: string) => `/zyra/raporti-vjetor/${year}/${slug}/pergjigja`,
  withdraw: (year: number | string, slug: string) => `/zyra/raporti-vjetor/${year}/${slug}/pergjigja/terheqja`,
}

export const satisfactionUrl = (): string => '/kenaqesia'
