/** Deeper addresses of public meetings and papers; without language prefix. */
export const publicUrls = {
  calendar: () => '/mbledhje.ics',
  feed: () => '/mbledhje.atom',
  meetingCalendar: (slug: string) => `/mbledhje/${slug}.ics`,
  picture: (slug: string) => `/mbledhje/${slug}/pamja.png`,
  packagePdf: (slug: string) => `/mbledhje/${slug}/paketa.pdf`,
  packageZip: (slug: string) => `/mbledhje/${slug}/paketa.zip`,
  paperData: (id: string) => `/mbledhje/materiale/${id}.json`,
} as const

/** A meeting's word always has a hyphen: its institution, its body, the year. So it never is one of the other addresses. */
export const SLUG = ':slug{[a-z0-9]+-[a-z0-9-]+}'
