/** Addresses of the search, without language prefix. */
export const searchUrls = {
  page: () => '/kerko',
  data: () => '/kerko.json',
  api: () => '/api/v1/kerko',
  suggestions: () => '/kerko/sugjerime',
  description: () => '/kerko.xml',
}
