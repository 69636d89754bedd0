/** Addresses of the public pages that belong to no module, without language prefix. */
export const publicUrls = {
  home: () => '/',
  institution: (slug: string) => `/i/${slug}/`,
  contact: () => '/kontakti',
  accessibility: () => '/qasshmeria',
  privacy: () => '/privatesia',
}
