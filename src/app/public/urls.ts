/** Addresses of the public pages that belong to no module, without language prefix. */
export const publicUrls = {
  home: () => '/',
  institution: (slug: string) => `/i/${slug}/`,
  institutionData: (slug: string) => `/i/${slug}.json`,
  body: (slug: string, id: string) => `/i/${slug}/organet/${id}`,
  directory: () => '/institucionet',
  directoryData: () => '/institucionet.json',
  contact: () => '/kontakti',
  accessibility: () => '/qasshmeria',
  privacy: () => '/privatesia',
}
