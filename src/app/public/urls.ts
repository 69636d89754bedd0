/** Addresses of the public pages that belong to no module, without language prefix. */
export const publicUrls = {
  home: () => '/',
  institution: (slug: string) => `/i/${slug}/`,
  institutionData: (slug: string) => `/i/${slug}.json`,
  body: (slug: string, id: string) => `/i/${slug}/organet/${id}`,
  /** Of an institution or of all: the address of the consultations, known to the house by this alone. */
  yearPlan: (year: number) => `/konsultime/plani/${year}`,
  institutionYearPlan: (slug: string, year: number) => `/i/${slug}/plani/${year}`,
  institutionRegister: (slug: string) => `/i/${slug}/regjistri-i-konsultimeve`,
  yearReports: () => '/konsultime/raporte-vjetore',
  satisfaction: () => '/kenaqesia',
  comparison: () => '/konsultime/krahasimi',
  directory: () => '/institucionet',
  directoryData: () => '/institucionet.json',
  contact: () => '/kontakti',
  accessibility: () => '/qasshmeria',
  privacy: () => '/privatesia',
}
