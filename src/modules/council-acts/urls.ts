/** What everybody opens; without language prefix. Canonical addresses last for ever. The rooms add their own below these. */
export const actUrls = {
  register: () => '/aktet',
  act: (slug: string) => `/aktet/${slug}`,
  actData: (slug: string) => `/aktet/${slug}.json`,
  article: (slug: string, nodeId: string) => `/aktet/${slug}/neni/${nodeId}`,
  /** The words that hold on a day, as today where none is named. */
  inForce: (slug: string, day?: string) => `/aktet/${slug}/ne-fuqi${day ? `?data=${day}` : ''}`,
  /** Numbers that are missing, and acts that were announced late. */
  gaps: () => '/aktet/boshlleqet',
  plan: () => '/aktet/plani',
  figures: () => '/aktet/statistika',
  reports: () => '/aktet/raportet',
  report: (institution: string, year: number) => `/aktet/raportet/${institution}/${year}`,
}

export const actOfficeUrls = {
  list: () => '/zyra/aktet',
  /** Adopted by vote, and nobody has made the act of it yet. */
  adopted: () => '/zyra/aktet/te-miratuara',
  act: (id: string) => `/zyra/aktet/${id}`,
  text: (id: string) => `/zyra/aktet/${id}/teksti`,
  amendments: (id: string) => `/zyra/aktet/${id}/amendamentet`,
  signing: (id: string) => `/zyra/aktet/${id}/nenshkrimi`,
  announcing: (id: string) => `/zyra/aktet/${id}/shpallja`,
  relations: (id: string) => `/zyra/aktet/${id}/lidhjet`,
  states: (id: string) => `/zyra/aktet/${id}/redaksite`,
  /** The entry of the yearly plan from which it came. */
  plan: (id: string) => `/zyra/aktet/${id}/plani`,
  review: (id: string) => `/zyra/aktet/${id}/ligjshmeria`,
  transmittals: () => '/zyra/aktet/dergesat',
  transmittal: (id: string) => `/zyra/aktet/dergesat/${id}`,
  settings: () => '/zyra/aktet/cilesimet',
  archives: () => '/zyra/aktet/arkivi',
  archive: (id: string) => `/zyra/aktet/arkivi/${id}`,
  gaps: () => '/zyra/aktet/boshlleqet',
  reports: () => '/zyra/aktet/raportet',
  /** The desk of the authority that reviews legality. */
  desk: () => '/zyra/ligjshmeria',
}
